/** The validators of the built-in contract. `tsdown.config.ts` makes them, as plain code, when the package is built. */
declare module '#validators' {
  export const validators: import('./operations.ts').SandboxContract['validators'];
}

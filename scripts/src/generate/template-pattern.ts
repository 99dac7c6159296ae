/** A pattern that fixes the beginning of a string and nothing else; the types write it as a template: `^chirp-custom:.+$`. */
export const TEMPLATE_PATTERN: RegExp = /^\^([\w:-]+)\.[+*]\$$/;

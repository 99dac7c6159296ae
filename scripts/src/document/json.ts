/** A JSON object whose members are not known yet. */
export type JsonObject = Record<string, unknown>;

export function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of that name where it is an object, else an empty one. */
export function objectAt(value: unknown, key: string): JsonObject {
  const member = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isRecord(member) ? member : {};
}

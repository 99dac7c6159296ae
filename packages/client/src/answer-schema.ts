/** What an answer must be: as much of JSON Schema as the contract's answers use. */
export interface AnswerSchema {
  readonly type?: string;
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, AnswerSchema>>;
  readonly required?: readonly string[];
  readonly items?: AnswerSchema;
  readonly anyOf?: readonly AnswerSchema[];
}

/** Where a value is not what its schema says: `data.items[2].id: a string is missing`. Fields beyond the schema are fine. */
export function problemsOf(schema: AnswerSchema, value: unknown, at = 'body'): string[] {
  if (value === null && schema.nullable) return [];
  if (schema.anyOf) {
    const attempts = schema.anyOf.map((it) => problemsOf(it, value, at));
    return attempts.some((problems) => problems.length === 0) ? [] : [`${at}: is ${kindOf(value)}, which no alternative allows`];
  }
  const { type } = schema;
  if (type !== undefined && type !== kindOf(value) && !(type === 'integer' && Number.isInteger(value))) {
    return [`${at}: is ${kindOf(value)}, not ${type}`];
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.flatMap((item, index) => problemsOf(items, item, `${at}[${index}]`)) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Record<string, unknown>;
  const missing = (schema.required ?? []).filter((name) => fields[name] === undefined).map((name) => `${at}.${name}: is missing`);
  const wrong = Object.entries(schema.properties ?? {}).flatMap(([name, it]) =>
    fields[name] === undefined ? [] : problemsOf(it, fields[name], `${at}.${name}`),
  );
  return [...missing, ...wrong];
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

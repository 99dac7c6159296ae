/** The fields of a saved record that has not been checked yet. */
export type RecordFields = Record<string, unknown>;

/** For each older version, how to bring a record of it one version further. A version that was ever written stays here. */
const migrations: Readonly<Record<number, (record: RecordFields) => RecordFields>> = { 1: toVersion2 };

/** Brings a saved record to the newest version it can reach, one version at a time. It checks nothing: what it does not understand stays as it is. */
export function migrateRecord(record: RecordFields): RecordFields {
  const { version } = record;
  const migrate = typeof version === 'number' ? migrations[version] : undefined;
  return migrate ? migrateRecord(migrate(record)) : record;
}

/** Version 2 gave fields and values the names that they have in the documentation; nothing else changed. */
function toVersion2(record: RecordFields): RecordFields {
  const renamed = renameFields(record, { before: 'baseline', consent: 'confirmation' });
  const { creates } = record;
  return { ...renamed, version: 2, creates: Array.isArray(creates) ? creates.map(attemptToVersion2) : creates };
}

function attemptToVersion2(attempt: unknown): unknown {
  if (typeof attempt !== 'object' || attempt === null) return attempt;
  const renamed = renameFields(attempt as RecordFields, {
    before: 'baseline',
    seen: 'lastSnapshot',
    moved: 'sessionChanged',
    answer: 'response',
    since: 'outcomeAt',
    evidence: 'knownFrom',
  });
  const { knownFrom } = renamed;
  if (knownFrom === 'answer') return { ...renamed, knownFrom: 'response' };
  return knownFrom === 'status' ? { ...renamed, knownFrom: 'session' } : renamed;
}

function renameFields(fields: RecordFields, newNames: Readonly<Record<string, string>>): RecordFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [Object.hasOwn(newNames, name) ? newNames[name] : name, value]),
  );
}

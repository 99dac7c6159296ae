/** One model in the list of models and in an exported file. */
export interface ModelEntry {
  /** As in `chirp-custom:<uuid>`. */
  readonly modelId: string;
  readonly name: string;
  readonly sessionId?: string;
  readonly trainingId?: string;
  /** The address of the API that it was trained with. */
  readonly baseUrl?: string;
  /** How many songs it was trained on. */
  readonly songs?: number;
  /** In ISO 8601. */
  readonly trainedAt?: string;
}

const modelId = /^chirp-custom:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** A model from what a file holds, or what is wrong with it. Fields that this release does not know are dropped. */
export function parseEntry(value: unknown): ModelEntry | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not a model';
  const fields = value as Record<string, unknown>;
  if (typeof fields.modelId !== 'string' || !modelId.test(fields.modelId)) return 'its modelId is not chirp-custom:<uuid>';
  if (typeof fields.name !== 'string' || fields.name === '') return 'it has no name';
  const text = (key: 'sessionId' | 'trainingId' | 'baseUrl'): Partial<ModelEntry> =>
    typeof fields[key] === 'string' ? { [key]: fields[key] } : {};
  const { songs, trainedAt } = fields;
  return {
    modelId: fields.modelId,
    name: fields.name,
    ...text('sessionId'),
    ...text('trainingId'),
    ...text('baseUrl'),
    ...(typeof songs === 'number' && Number.isSafeInteger(songs) && songs >= 0 ? { songs } : {}),
    ...(typeof trainedAt === 'string' && !Number.isNaN(Date.parse(trainedAt))
      ? { trainedAt: new Date(trainedAt).toISOString() }
      : {}),
  };
}

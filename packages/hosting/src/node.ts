export { type ExpandedInputs, expandInputs, type SongInput } from './node/expand-inputs.ts';
export { type FileJournalStoreOptions, fileJournalStore } from './node/file-journal-store.ts';
export { type FileSourceOptions, fileSource } from './node/file-source.ts';
export type { FileProblem, FileProblemCode, FileReport } from './node/inspect-file.ts';
export { type PreflightOptions, preflight } from './node/preflight.ts';
export type { AudioMetadata } from './node/read-metadata.ts';

export { expandInputs } from './node/expand-inputs.ts';
export { type FileJournalStoreOptions, fileJournalStore } from './node/file-journal-store.ts';
export type { FileProblem, FileProblemCode, FileReport } from './node/file-report.ts';
export { type FileSourceOptions, fileSource } from './node/file-source.ts';
export type { ExpandedInputs, SongInput } from './node/input.ts';
export { type PreflightOptions, preflight } from './node/preflight.ts';

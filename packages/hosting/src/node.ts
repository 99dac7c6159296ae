export type { FileProblem, FileProblemCode, FileReport } from './node/file-report.ts';
export type { ExpandedInputs, SongInput } from './node/input.ts';

import { memoryStore } from '../store/memory-store.ts';
import type { TrainingStore } from '../store/training-store.ts';

export interface FileStoreOptions {
  /** Default: `MOUNTSEA_SUNO_HOME`, else the platform's folder for the state of a user's programs. */
  directory?: string;
}

export function fileStore(options: FileStoreOptions = {}): TrainingStore {
  void options;
  return memoryStore();
}

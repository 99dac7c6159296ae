export { type FileStoreOptions, fileStore } from './node/file-store.ts';

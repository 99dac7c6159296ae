export { type FileStoreOptions, fileStore } from './node/file-store.ts';
export { homeDirectory } from './node/home-directory.ts';
export { resolveHost } from './node/resolve-host.ts';
export { writeDurably } from './node/write-durably.ts';

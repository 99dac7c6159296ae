export { writeDurably } from '@mountsea-suno/internal/node';
export { type FileStoreOptions, fileStore, homeDirectory } from './node/file-store.ts';
export { resolveHost } from './node/resolve-host.ts';

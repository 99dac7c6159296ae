import type { AudioHost } from '../../src/index.ts';

/** A host in memory: the URL is made of the file's text. */
export interface MapHost extends AudioHost {
  readonly files: Map<string, string>;
  mostAtOnce(): number;
}

/** @param options `failAt`: the text of the file whose upload fails; `isStuck`: whether removing fails. */
export function mapHost(options: { failAt?: string; isStuck?: boolean } = {}): MapHost {
  const files = new Map<string, string>();
  let [atOnce, most] = [0, 0];
  return {
    files,
    mostAtOnce: () => most,
    describe: () => ({ kind: 'map', place: 'memory', urlLifetimeMs: 1000 }),
    async put(source, { signal, onRef, onProgress } = {}) {
      most = Math.max(most, ++atOnce);
      try {
        const ref = { kind: 'map', id: crypto.randomUUID() };
        await onRef?.(ref);
        let text = '';
        for await (const chunk of source.open()) text += new TextDecoder().decode(chunk);
        signal?.throwIfAborted();
        files.set(ref.id, text);
        onProgress?.({ sentBytes: text.length });
        if (text === options.failAt) throw new Error(`no room for ${text}`);
        return {
          url: `https://files.example/${text}`,
          expiresAt: 5000,
          ref,
          sizeBytes: text.length,
          sha256: '',
          contentType: 'audio/wav',
        };
      } finally {
        atOnce--;
      }
    },
    async remove({ id }) {
      if (options.isStuck) throw new Error('stuck');
      files.delete(id);
    },
  };
}

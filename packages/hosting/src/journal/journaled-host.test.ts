import { describe, expect, it, vi } from 'vitest';
import { mapHost } from '../../test/support/map-host.ts';
import { blobSource } from '../audio-source.ts';
import { HostingError } from '../hosting-error.ts';
import { cleanUpHosted } from './clean-up-hosted.ts';
import { claimHosted, listHosted } from './hosting-record.ts';
import { memoryJournalStore } from './journal-store.ts';
import { journaledHost } from './journaled-host.ts';

const song = (text: string) => blobSource(new File([text], `${text}.mp3`));

describe('journaledHost', () => {
  it('has the record before the file and until it is removed', async () => {
    const [host, store] = [mapHost(), memoryJournalStore()];
    const journaled = journaledHost({ host, store, owner: 'me', now: () => 7 });
    const states: unknown[] = [];
    const onRef = async (): Promise<void> => {
      states.push(await listHosted(store), host.files.size);
    };
    const { ref } = await journaled.put(song('a'), { onRef });
    const record = { version: 1, ref, place: 'memory', name: 'a.mp3', owner: 'me', createdAt: 7 };
    expect(states).toEqual([[{ ...record, state: 'hosting' }], 0]);
    expect(await listHosted(store)).toEqual([{ ...record, state: 'hosted', expiresAt: 5000 }]);
    expect(JSON.stringify(await listHosted(store))).not.toContain('https://');
    await journaled.remove(ref);
    expect([await listHosted(store), host.files.size]).toEqual([[], 0]);
  });

  it('cleans up after a failed upload, and keeps the record when that fails too', async () => {
    for (const isStuck of [false, true]) {
      const [host, store] = [mapHost({ failAt: 'a', isStuck }), memoryJournalStore()];
      await expect(journaledHost({ host, store }).put(song('a'))).rejects.toThrow('no room');
      expect([(await listHosted(store)).length, host.files.size]).toEqual(isStuck ? [1, 1] : [0, 0]);
    }
  });

  it('uploads nothing when the journal cannot be written', async () => {
    const host = mapHost();
    const store = { ...memoryJournalStore(), write: () => Promise.reject(new Error('disk full')) };
    await expect(journaledHost({ host, store }).put(song('a'))).rejects.toThrow('disk full');
    expect(host.files.size).toBe(0);
  });
});

describe('cleanUpHosted', () => {
  it('removes what is selected, and goes on after a failure', async () => {
    const [host, store] = [mapHost(), memoryJournalStore()];
    const journaled = journaledHost({ host, store });
    const audios = [await journaled.put(song('a')), await journaled.put(song('b')), await journaled.put(song('c'))];
    await claimHosted(store, audios.map(({ ref }) => ref).slice(0, 2), 'training-1');
    await claimHosted(store, [{ kind: 'map', id: 'none' }], 'training-1');

    const [first] = audios;
    const stuck = mapHost({ isStuck: true });
    const hostFor = ({ ref }: { ref: { id: string } }) => (ref.id === first?.ref.id ? stuck : host);
    const report = await cleanUpHosted({ store, hostFor, select: ({ owner }) => owner === 'training-1' });
    expect(report).toMatchObject({
      removed: [{ name: 'b.mp3' }],
      left: [{ record: { name: 'a.mp3' }, error: new Error('stuck') }],
    });
    expect((await listHosted(store)).map(({ name }) => name)).toEqual(['a.mp3', 'c.mp3']);
  });

  it('asks a place that does not respond once, not for every file', async () => {
    const [host, store] = [mapHost(), memoryJournalStore()];
    for (const text of ['a', 'b', 'c']) await journaledHost({ host, store }).put(song(text));
    const error = new HostingError('host_unavailable', 'no response');
    const remove = vi.fn(() => Promise.reject(error));
    const { removed, left } = await cleanUpHosted({ store, hostFor: () => ({ ...host, remove }) });
    expect([removed, left.map((each) => each.error), remove.mock.calls.length]).toEqual([[], [error, error, error], 1]);
    expect((await cleanUpHosted({ store, hostFor: () => host })).removed).toHaveLength(3);
  });

  it('leaves alone what it does not understand, and stops at an abort', async () => {
    const store = memoryJournalStore();
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"version":2}',
      '{"version":1,"state":"hosted","place":"","createdAt":1,"ref":{}}',
    ])
      await store.write(`a${text.length}`, text);
    expect(await cleanUpHosted({ store, hostFor: () => mapHost() })).toEqual({ removed: [], left: [] });
    expect(await store.ids()).toHaveLength(6);
    await journaledHost({ host: mapHost(), store }).put(song('a'));
    await expect(
      cleanUpHosted({ store, hostFor: () => mapHost(), signal: AbortSignal.abort(new Error('enough')) }),
    ).rejects.toThrow('enough');
  });
});

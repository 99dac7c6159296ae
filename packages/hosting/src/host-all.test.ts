import { describe, expect, it } from 'vitest';
import { mapHost } from '../test/support/map-host.ts';
import { type AudioSource, blobSource } from './audio-source.ts';
import { type HostAllEvent, hostAll } from './host-all.ts';

const songs = (count: number): AudioSource[] =>
  Array.from({ length: count }, (_, index) => ({ ...blobSource(new Blob([`song ${index}`])), name: `${index}` }));

describe('hostAll', () => {
  it('hosts a few at once and returns them in order', async () => {
    const host = mapHost();
    const types: string[] = [];
    const audios = await hostAll({
      host,
      sources: songs(7),
      concurrency: 3,
      onEvent: ({ type, index }) => types.push(`${type} ${index}`),
    });
    expect(audios.map(({ url }) => new URL(url).pathname)).toEqual(
      ['0', '1', '2', '3', '4', '5', '6'].map((name) => `/song%20${name}`),
    );
    expect([host.mostAtOnce(), host.files.size]).toEqual([3, 7]);
    for (const type of ['started', 'progress', 'hosted']) expect(types).toContain(`${type} 6`);
  });

  it('returns at once when there are no files', async () => {
    expect(await hostAll({ host: mapHost(), sources: [] })).toEqual([]);
  });

  it('begins with one alone, and stops when the host refuses it', async () => {
    const events: string[] = [];
    const onEvent = ({ type, index }: HostAllEvent): void => void (type === 'progress' || events.push(`${type} ${index}`));
    await hostAll({ host: mapHost(), sources: songs(3), onEvent });
    expect(events.slice(0, 4)).toEqual(['started 0', 'hosted 0', 'started 1', 'started 2']);
    events.length = 0;
    await expect(hostAll({ host: mapHost({ failAt: 'song 0' }), sources: songs(3), onEvent })).rejects.toThrow('no room');
    expect(events).toEqual(['started 0', 'failed 0']);
  });

  it('deletes everything again when one fails', async () => {
    const host = mapHost({ failAt: 'song 3' });
    const events: HostAllEvent[] = [];
    await expect(hostAll({ host, sources: songs(7), concurrency: 2, onEvent: (event) => events.push(event) })).rejects.toThrow(
      'no room for song 3',
    );
    // What the failed put itself stored, only its host can delete.
    expect([...host.files.values()]).toEqual(['song 3']);
    expect(events.filter(({ type }) => type === 'failed')).toMatchObject([{ index: 3 }]);
    expect(events.some(({ index }) => index === 6)).toBe(false);
  });

  it('deletes everything again when a listener throws, whatever the event', async () => {
    const host = mapHost();
    const onEvent = ({ type }: HostAllEvent): void => {
      if (type !== 'started' && type !== 'progress') throw new Error(`no ear for ${type}`);
    };
    await expect(hostAll({ host, sources: songs(3), onEvent })).rejects.toThrow('no ear for hosted');
    expect(host.files.size).toBe(0);
  });

  it('deletes everything again after an abort, and rejects with its reason', async () => {
    const host = mapHost();
    const abort = new AbortController();
    const onEvent = ({ type, index }: HostAllEvent): void => {
      if (type === 'hosted' && index === 1) abort.abort(new Error('enough'));
    };
    await expect(hostAll({ host, sources: songs(7), concurrency: 1, signal: abort.signal, onEvent })).rejects.toThrow('enough');
    expect(host.files.size).toBe(0);
    await expect(hostAll({ host, sources: songs(1), signal: abort.signal })).rejects.toThrow('enough');
  });
});

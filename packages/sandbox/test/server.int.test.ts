import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../src/node.ts';

let sandbox: RunningSandbox;
afterEach(() => sandbox.close());

/** Sends bytes as they are and gives what comes back. */
function raw(text: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(sandbox.port, host, () => socket.write(text));
    let received = '';
    socket.setEncoding('utf8').on('data', (part) => {
      received += part;
    });
    socket.on('error', reject).on('close', () => resolve(received));
  });
}

test('it listens on 127.0.0.1 only', async () => {
  sandbox = await startSandbox();
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((net) => net.address !== '127.0.0.1' && !net.address.startsWith('fe80'));
  for (const { address } of others) await expect(raw('', address)).rejects.toThrow();
  expect(sandbox.url).toBe(`http://127.0.0.1:${sandbox.port}`);
});

test('it serves names of the local machine only, so that no web page can rebind its own name to it', async () => {
  sandbox = await startSandbox();
  const ask = async (host: string): Promise<string | undefined> =>
    /^HTTP\/1.1 (\d+)/.exec(
      await raw(`GET /songs/song-1.wav HTTP/1.1\r\nhost: ${host}\r\nrange: bytes=0-3\r\nconnection: close\r\n\r\n`),
    )?.[1];
  expect(await ask(`127.0.0.1:${sandbox.port}`)).toBe('206');
  expect(await ask('localhost')).toBe('206');
  expect(await ask('sandbox.localhost:80')).toBe('206');
  expect(await ask('evil.example')).toBe('421');
  expect(await ask('127.0.0.1.evil.example')).toBe('421');
});

test('no page of another origin may read its responses', async () => {
  sandbox = await startSandbox();
  const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
  for (const method of ['OPTIONS', 'POST']) {
    const response = await fetch(`${sandbox.url}/suno/v2/customModel/prepare`, { method, headers });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(response.status).toBeGreaterThanOrEqual(400);
  }
});

test('songs can be had in parts, and their head alone', async () => {
  sandbox = await startSandbox();
  const [song = ''] = sandbox.songUrls;
  const part = await fetch(song, { headers: { range: 'bytes=8-11' } });
  expect([part.status, await part.text()]).toEqual([206, 'WAVE']);
  const head = await fetch(song, { method: 'HEAD' });
  expect([head.status, head.headers.get('accept-ranges'), Number(head.headers.get('content-length')) > 50_000]).toEqual([
    200,
    'bytes',
    true,
  ]);
  expect((await fetch(song, { method: 'DELETE' })).status).toBe(405);
});

test('a body that never ends is refused', async () => {
  sandbox = await startSandbox();
  const response = await fetch(`${sandbox.url}/suno/v2/generate`, { method: 'POST', body: new Uint8Array(11_000_000) }).catch(
    () => undefined,
  );
  expect([413, undefined]).toContain(response?.status);
});

test('a taken port is an error; closing ends hanging calls and lets the process end', async () => {
  sandbox = await startSandbox();
  await expect(startSandbox({ port: sandbox.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  sandbox.faults.add({ kind: 'hang' });
  const hanging = fetch(`${sandbox.url}/api-user/credits`).catch((error: Error) => error.message);
  while (sandbox.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await sandbox.close();
  expect(await hanging).toBe('fetch failed');
});

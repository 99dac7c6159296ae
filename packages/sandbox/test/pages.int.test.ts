import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../src/node.ts';

let sandbox: RunningSandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

test.each([
  ['/', 'text/html'],
  ['/dashboard', 'text/html'],
  ['/dashboard/dashboard.css', 'text/css'],
  ['/dashboard/main.js', 'text/javascript'],
  ['/dashboard/state', 'application/json'],
  ['/docs', 'text/html'],
  ['/docs/usage', 'text/html'],
  ['/docs/start.js', 'text/javascript'],
  ['/docs/docs.css', 'text/css'],
  ['/docs/swagger-ui.js', 'text/javascript'],
  ['/docs/swagger-ui.css', 'text/css'],
  ['/docs/suno.json', 'application/json'],
  ['/docs/usage.json', 'application/json'],
])('%s is there, guarded, and in no log', async (path, type) => {
  const response = await fetch(sandbox.url + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain(type);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await response.text()).length).toBeGreaterThan(20);
  expect(sandbox.count()).toBe(0);
});

test('the pages load nothing from other hosts', async () => {
  for (const path of [
    '/dashboard',
    '/docs',
    '/dashboard/dashboard.css',
    '/docs/docs.css',
    '/docs/start.js',
    '/dashboard/main.js',
  ])
    expect(
      (await (await fetch(sandbox.url + path)).text()).match(/(?:src|href|url)\s*[=(:]\s*["']?(?:https?:)?\/\//g),
    ).toBeNull();
});

test('the reference shows the contract, pointing to this sandbox; only the public key is in it', async () => {
  const suno = await (await fetch(`${sandbox.url}/docs/suno.json`)).json();
  expect(suno.servers).toEqual([{ url: sandbox.url, description: 'This sandbox' }]);
  expect(Object.keys(suno.paths)).toContain('/suno/v2/customModel/create');
  expect(await (await fetch(`${sandbox.url}/docs/config.json`)).json()).toEqual({ key: 'sandbox-key' });
  const private_ = await startSandbox({ apiKey: 'a-key-of-my-own' });
  for (const path of ['/docs/config.json', '/dashboard/state', '/docs', '/docs/suno.json'])
    expect(await (await fetch(private_.url + path)).text()).not.toContain('a-key-of-my-own');
  await private_.close();
});

test('Swagger UI is the one that source.json says', () => {
  const folder = join(import.meta.dirname, '../assets/swagger-ui');
  const { sha256 } = JSON.parse(readFileSync(join(folder, 'source.json'), 'utf8')) as { sha256: Record<string, string> };
  for (const [name, digest] of Object.entries(sha256)) {
    const bytes = /\.(js|css)$/.test(name)
      ? gunzipSync(readFileSync(join(folder, `${name}.gz`)))
      : readFileSync(join(folder, name));
    expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(digest);
  }
});

const json = { 'content-type': 'application/json' };

async function post(path: string, body: unknown, headers: Record<string, string>): Promise<number> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return (await fetch(sandbox.url + path, { method: 'POST', headers, body: text })).status;
}

test('a switch is changed by JSON from the same origin, and by nothing else', async () => {
  const own = { origin: sandbox.url };
  const change = { ledger: 'absent' };
  expect(await post('/dashboard/switches', change, json)).toBe(403); // no origin
  expect(await post('/dashboard/switches', change, { ...json, origin: 'https://evil.example' })).toBe(403);
  expect(await post('/dashboard/switches', change, { ...json, origin: 'null' })).toBe(403);
  expect(await post('/dashboard/switches', change, { ...json, ...own, 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await post('/dashboard/switches', change, { ...own, 'content-type': 'text/plain' })).toBe(415);
  expect(
    await post('/dashboard/switches', 'ledger=absent', { ...own, 'content-type': 'application/x-www-form-urlencoded' }),
  ).toBe(415);
  expect(await post('/dashboard/switches', [change], { ...json, ...own })).toBe(400);
  expect(await post('/dashboard/switches', '{', { ...json, ...own })).toBe(400);
  expect(await post('/dashboard/switches', { ledger: 'gone' }, { ...json, ...own })).toBe(400);
  expect((await fetch(`${sandbox.url}/dashboard/switches`)).status).toBe(405);
  expect(sandbox.switches.ledger).toBe('immediate');
  expect(await post('/dashboard/switches', change, { ...json, ...own, 'sec-fetch-site': 'same-origin' })).toBe(200);
  expect(sandbox.switches.ledger).toBe('absent');
});

test('the other actions work the same way', async () => {
  const own = { ...json, origin: sandbox.url };
  expect(await post('/dashboard/faults', { kind: 'html', operation: 'usage.credits' }, own)).toBe(200);
  expect(await post('/dashboard/faults', { kind: 'html', operation: 'nothing' }, own)).toBe(400);
  expect(sandbox.faults.list).toHaveLength(1);
  expect(await post('/dashboard/faults/clear', {}, own)).toBe(200);
  expect(sandbox.faults.list).toEqual([]);
  expect(await post('/dashboard/credits', { balance: 50 }, own)).toBe(200);
  expect(await post('/dashboard/credits', { balance: 'many' }, own)).toBe(400);
  expect(sandbox.credits.balance).toBe(50);
  expect(await post('/dashboard/reset', {}, own)).toBe(200);
  expect(sandbox.credits.balance).toBe(10_000);
});

test('the state is streamed: at once, and after each call', async () => {
  const counts: number[] = [];
  await new Promise<void>((resolve, reject) => {
    const request = get(`${sandbox.url}/dashboard/events`, (response) => {
      expect(response.headers['content-type']).toContain('text/event-stream');
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        const events = text.split('\n\n');
        text = events.pop() ?? '';
        for (const event of events) counts.push((JSON.parse(event.slice('data: '.length)) as { callCount: number }).callCount);
        if (counts.length === 1) void fetch(`${sandbox.url}/api-user/credits`);
        else {
          request.destroy();
          resolve();
        }
      });
    });
    request.on('error', reject);
  });
  expect(counts).toEqual([0, 1]);
});

import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../dist/node.js';
import { type Browser, type BrowserPage, startChromium } from './chromium.ts';

/** Where to leave screenshots for a person to look at; nowhere unless it is set. */
const shots = process.env.SCREENSHOTS;

let browser: Browser;
let sandbox: RunningSandbox;
let page: BrowserPage;

beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  sandbox = await startSandbox({ speed: 20 });
  page = await browser.newPage();
});
afterEach(() => sandbox.close());

async function shoot(name: string, width = 1400, height = 1000): Promise<void> {
  const png = await page.screenshot(width, height);
  expect(png.length).toBeGreaterThan(10_000);
  if (shots === undefined) return;
  await mkdir(shots, { recursive: true });
  await writeFile(`${shots}/${name}.png`, png);
}

async function call(path: string, body?: unknown): Promise<Record<string, string>> {
  const headers = { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' };
  const response = await fetch(sandbox.url + path, {
    method: 'POST',
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.json();
}

async function uploadSix(): Promise<string> {
  const { sessionId = '' } = await call('/suno/v2/customModel/prepare');
  for (const audioUrl of sandbox.songUrls) await call('/suno/v2/customModel/upload', { sessionId, audioUrl });
  return sessionId;
}

const text = (id: string): string => `document.getElementById('${id}').textContent`;

test('the dashboard follows what happens, and its switches and faults work', async () => {
  await page.goto(`${sandbox.url}/dashboard`);
  await page.until(`${text('sessions')}.includes('No session yet')`);
  const sessionId = await uploadSix();
  await page.until(`document.querySelectorAll('#sessions li').length === 6`);
  await page.until(`document.querySelectorAll('#sessions li .success').length === 6`);
  const clipIds = sandbox.snapshot().sessions[0]?.uploads.map((upload) => upload.clipId);
  await call('/suno/v2/customModel/create', { sessionId, clipIds, name: 'v6Pro' });
  await page.until(`${text('sessions')}.includes('v6Pro') && ${text('charges')}.includes('/suno/v2/customModel/create')`);
  expect(await page.evaluate(text('figures'))).toContain('9900');

  await page.evaluate(`(() => {
    const select = document.querySelector('#switches [name=ledger]');
    select.value = '"absent"';
    select.dispatchEvent(new Event('change'));
  })()`);
  while (sandbox.switches.ledger !== 'absent') await new Promise((resolve) => setTimeout(resolve, 10));

  await page.evaluate(`(() => {
    const form = document.getElementById('fault-form');
    form.kind.value = 'html';
    form.operation.value = 'generate';
    form.requestSubmit();
  })()`);
  await page.until(`${text('faults')}.includes('html')`);
  await expect(call('/suno/v2/generate', { task: 'create', model: 'chirp-v50' })).rejects.toThrow();
  await call('/suno/v2/generate', { task: 'create', model: 'chirp-v50', title: 'Dawn' });
  await page.until(`${text('calls')}.includes('502') && ${text('tasks')}.includes('generate')`);
  await shoot('dashboard');
  await shoot('dashboard-narrow', 600, 1200);

  await page.evaluate(`document.getElementById('clear-faults').click()`);
  await page.until(`${text('faults')}.includes('No fault is set')`);
  await page.evaluate(`document.getElementById('reset').click()`);
  await page.until(`${text('sessions')}.includes('No session yet')`);
  expect(page.errors).toEqual([]);
  expect(page.requests.every((url) => url.startsWith(`${sandbox.url}/`))).toBe(true);
});

test('the dashboard says that the sandbox is gone, and finds it again', async () => {
  await page.goto(`${sandbox.url}/dashboard`);
  await page.until(`${text('sessions')}.includes('No session yet')`);
  await sandbox.goOffline();
  await page.until(`document.body.classList.contains('lost')`);
  await sandbox.goOnline();
  await page.until(`!document.body.classList.contains('lost')`);
});

test('a page that breaks, or asks somebody else for something, is seen to do so', async () => {
  const broken = `<title>x</title><img src="http://elsewhere.invalid/x.png"><script>setTimeout(() => { throw new Error('broken') })</script>`;
  await page.goto(`data:text/html,${encodeURIComponent(broken)}`);
  while (page.errors.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(page.errors.join()).toContain('Error: broken');
  expect(page.requests).toContain('http://elsewhere.invalid/x.png');
});

test('text of strangers stays text', async () => {
  await page.goto(`${sandbox.url}/dashboard`);
  const evil = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
  sandbox.switches.foreignClip = 'accepted';
  const { sessionId } = await call('/suno/v2/customModel/prepare');
  await call('/suno/v2/customModel/create', { sessionId, clipIds: Array(6).fill(evil), name: evil });
  await call(`/suno/v2/${encodeURIComponent(evil)}`);
  sandbox.switches.extraStatus = evil;
  await page.until(`${text('sessions')}.includes('onerror')`);
  expect(await page.evaluate(`document.querySelectorAll('main img, main script').length`)).toBe(0);
  expect(await page.evaluate('document.title')).toBe('Sandbox dashboard');
});

test('a page of another origin changes nothing', async () => {
  const other = await startSandbox();
  await page.goto(`${other.url}/dashboard`);
  const results = await page.evaluate<string[]>(`Promise.all(
    ['application/json', 'text/plain'].flatMap((type) =>
      ['cors', 'no-cors'].map((mode) =>
        fetch('${sandbox.url}/dashboard/switches', { method: 'POST', mode, headers: { 'content-type': type }, body: '{"ledger":"absent"}' })
          .then((response) => response.type, (error) => error.name))))`);
  expect(results.every((result) => result === 'TypeError' || result === 'opaque')).toBe(true);
  expect(sandbox.switches.ledger).toBe('immediate');
  await other.close();
});

/** Opens an operation and executes it until the answer shows: the buttons are there before the page heeds them. */
async function tryOut(operationId: string, answer: string): Promise<void> {
  const block = `document.querySelector('[id*=${operationId}]')`;
  await page.until(`${block}.classList.contains('is-open') || ${block}.querySelector('button').click()`);
  await page.until(`${block}.querySelector('button.execute')`);
  await page.until(`${block}.querySelector('.live-responses-table')?.textContent.includes('${answer}')
    || ${block}.querySelector('button.execute').click()`);
}

test('the API reference is interactive, and asks nobody else for anything', async () => {
  await page.goto(`${sandbox.url}/docs`);
  await page.until(`document.querySelectorAll('.opblock').length >= 20`);
  await shoot('docs');
  await tryOut('customModelPrepare', 'sessionId');
  await page.evaluate(`document.querySelector('[id*=customModelPrepare]').scrollIntoView()`);
  await shoot('docs-tried');
  expect(sandbox.snapshot().sessions.length).toBeGreaterThan(0);

  await page.goto(`${sandbox.url}/docs/usage`);
  await page.until(`document.querySelectorAll('.opblock').length === 3`);
  await tryOut('getCredits', '10000');
  expect(page.errors).toEqual([]);
  expect(page.requests.filter((url) => !url.startsWith(`${sandbox.url}/`) && !url.startsWith('data:'))).toEqual([]);
});

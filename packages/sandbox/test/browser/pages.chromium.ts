import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../dist/node.js';
import { openPage, startChromium, type WatchedPage } from '../support/chromium.ts';

/** Where to leave screenshots for a person to see; nowhere unless it is set. */
const shots = process.env.SCREENSHOTS;

let browser: Browser;
let sandbox: RunningSandbox;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  sandbox = await startSandbox({ speed: 20 });
  watched = await openPage(browser);
});
afterEach(async () => {
  await watched.page.close();
  await sandbox.close();
});

async function shoot(name: string): Promise<void> {
  const png = await watched.page.screenshot({ fullPage: true });
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

/** Waits until the part of the page with this id holds the text. */
async function shows(id: string, text: string): Promise<void> {
  await watched.page.locator(`#${id}`, { hasText: text }).waitFor();
}

/** Waits until something outside of the page is true. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await watched.page.waitForTimeout(10);
}

/** Opens the dashboard of a sandbox in which something of everything has happened. */
async function openBusyDashboard(): Promise<void> {
  sandbox.faults.add({ operation: 'generate', kind: 'html' });
  sandbox.faults.add({ operation: 'customModel.create', kind: 'status', status: 503, headers: { 'retry-after': '3' }, skip: 1 });
  const sessionId = await uploadSix();
  await until(() => sandbox.snapshot().sessions[0]?.uploads.every((upload) => upload.status === 'success') === true);
  const clipIds = sandbox.snapshot().sessions[0]?.uploads.map((upload) => upload.clipId);
  await call('/suno/v2/customModel/create', { sessionId, clipIds, name: 'v6Pro' });
  await expect(call('/suno/v2/generate', { task: 'create', model: 'chirp-v50' })).rejects.toThrow();
  await call('/suno/v2/generate', { task: 'create', model: 'chirp-v50', title: 'Dawn' });
  await call('/suno/v2/customModel/prepare');
  await watched.page.goto(`${sandbox.url}/dashboard`);
  await shows('sessions', 'v6Pro');
}

test('the dashboard follows what happens, and its switches and faults work', async () => {
  const { page, errors, requests } = watched;
  await page.goto(`${sandbox.url}/dashboard`);
  await shows('sessions', 'No session yet');
  const sessionId = await uploadSix();
  await page.locator('#sessions li .success').nth(5).waitFor();
  expect(await page.locator('#sessions li').count()).toBe(6);
  const clipIds = sandbox.snapshot().sessions[0]?.uploads.map((upload) => upload.clipId);
  await call('/suno/v2/customModel/create', { sessionId, clipIds, name: 'v6Pro' });
  await shows('sessions', 'v6Pro');
  await shows('charges', '/suno/v2/customModel/create');
  expect(await page.locator('#figures').textContent()).toContain('9900');

  await page.locator('#switches [name=ledger]').selectOption('absent');
  await until(() => sandbox.switches.ledger === 'absent');

  await page.locator('#fault-form [name=kind]').selectOption('html');
  await page.locator('#fault-form [name=operation]').selectOption('generate');
  await page.getByRole('button', { name: 'Add fault' }).click();
  await shows('faults', 'html');
  await expect(call('/suno/v2/generate', { task: 'create', model: 'chirp-v50' })).rejects.toThrow();
  await call('/suno/v2/generate', { task: 'create', model: 'chirp-v50', title: 'Dawn' });
  await shows('calls', '502');
  await shows('tasks', 'generate');

  await page.getByRole('button', { name: 'Clear faults' }).click();
  await shows('faults', 'No fault is set');
  await page.getByRole('button', { name: 'Reset everything' }).click();
  await shows('sessions', 'No session yet');
  expect(errors).toEqual([]);
  expect(requests.every((url) => url.startsWith(`${sandbox.url}/`))).toBe(true);
});

/** What of the page cannot be read: parts that are wider than their place, and words that are broken into lines. */
function findUnreadable(): Promise<string[]> {
  return watched.page.evaluate(() => {
    const parts = [document.documentElement, ...document.querySelectorAll('body *:not(select, option, input)')];
    const isTooWide = (part: Element): boolean => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0;
    const isBroken = (part: Element): boolean =>
      part.matches('td:not(.wide), th, .badge, dt, dd, button') && part.getBoundingClientRect().height > 45;
    return parts
      .filter((part) => isTooWide(part) || isBroken(part))
      .map((part) => `${part.tagName} ${part.id} ${part.className}`.trim());
  });
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each([390, 1280])('the dashboard can be read at a width of %i px', async (width) => {
    const { page } = watched;
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 850 });
    await openBusyDashboard();
    await shoot(`dashboard-${width}-${colorScheme}`);
    expect(await findUnreadable()).toEqual([]);
  });
});

test.each([
  ['fine', '<p>short</p>', []],
  ['too wide', '<p style="width: 100px; white-space: nowrap">much longer than its hundred pixels</p>', ['P']],
  [
    'broken',
    '<div style="width: 9px; overflow-wrap: anywhere"><span class="badge" style="display: inline-block">status</span></div>',
    ['SPAN  badge'],
  ],
])('a page that is %s is seen to be so', async (_, html, expected) => {
  await watched.page.setContent(html);
  expect(await findUnreadable()).toEqual(expected);
});

test('the page says that the state cannot be shown, until it can', async () => {
  const { page } = watched;
  await page.goto(`${sandbox.url}/dashboard`);
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const remove = sandbox.faults.add({ kind: 'status', body: circular });
  await shows('notice', 'circular');
  remove();
  await page.locator('#notice').waitFor({ state: 'hidden' });
});

test('the dashboard says that the sandbox is gone, and finds it again', async () => {
  const { page } = watched;
  await page.goto(`${sandbox.url}/dashboard`);
  await shows('sessions', 'No session yet');
  await sandbox.goOffline();
  await page.locator('body.lost').waitFor();
  await sandbox.goOnline();
  await page.locator('body:not(.lost)').waitFor();
});

test('a page that breaks, or calls another host, is caught (negative control)', async () => {
  const { page, errors, requests } = watched;
  const broken = `<title>x</title><img src="http://elsewhere.invalid/x.png"><script>setTimeout(() => { throw new Error('broken') })</script>`;
  await page.goto(`data:text/html,${encodeURIComponent(broken)}`);
  await until(() => errors.length >= 2);
  expect(errors.join()).toContain('Error: broken');
  expect(requests).toContain('http://elsewhere.invalid/x.png');
});

test('untrusted text stays text', async () => {
  const { page } = watched;
  await page.goto(`${sandbox.url}/dashboard`);
  const evil = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
  sandbox.switches.foreignClip = 'accepted';
  const { sessionId } = await call('/suno/v2/customModel/prepare');
  await call('/suno/v2/customModel/create', { sessionId, clipIds: Array(6).fill(evil), name: evil });
  await call(`/suno/v2/${encodeURIComponent(evil)}`);
  sandbox.switches.extraStatus = evil;
  await shows('sessions', 'onerror');
  expect(await page.locator('main img, main script').count()).toBe(0);
  expect(await page.title()).toBe('Sandbox dashboard');
});

test('a page of another origin changes nothing', async () => {
  const { page } = watched;
  const other = await startSandbox();
  await page.goto(`${other.url}/dashboard`);
  const results = await page.evaluate(
    (url) =>
      Promise.all(
        ['application/json', 'text/plain'].flatMap((type) =>
          (['cors', 'no-cors'] as const).map((mode) =>
            fetch(url, { method: 'POST', mode, headers: { 'content-type': type }, body: '{"ledger":"absent"}' }).then(
              (response) => response.type,
              (error: Error) => error.name,
            ),
          ),
        ),
      ),
    `${sandbox.url}/dashboard/switches`,
  );
  expect(results).toHaveLength(4);
  expect(results.every((result) => result === 'TypeError' || result === 'opaque')).toBe(true);
  expect(sandbox.switches.ledger).toBe('immediate');
  await other.close();
});

/** Opens an operation and executes it until the response shows: the buttons are there before the page listens to them. */
async function tryOut(operationId: string, expected: string): Promise<void> {
  const block = watched.page.locator(`[id*=${operationId}]`).first();
  await expect
    .poll(
      async () => {
        if ((await block.locator('button.execute').count()) === 0) await block.locator('button').first().click();
        else await block.locator('button.execute').click();
        return (await block.locator('.live-responses-table').allTextContents()).join();
      },
      { timeout: 20_000 },
    )
    .toContain(expected);
}

test('the API reference is interactive, and calls no other host', async () => {
  const { page, errors, requests } = watched;
  await page.goto(`${sandbox.url}/docs`);
  await page.locator('.opblock').nth(19).waitFor();
  await shoot('docs');
  await tryOut('customModelPrepare', 'sessionId');
  await shoot('docs-tried');
  expect(sandbox.snapshot().sessions.length).toBeGreaterThan(0);

  await page.goto(`${sandbox.url}/docs/usage`);
  await page.locator('.opblock').nth(2).waitFor();
  expect(await page.locator('.opblock').count()).toBe(3);
  await tryOut('getCredits', '10000');
  expect(errors).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(`${sandbox.url}/`) && !url.startsWith('data:'))).toEqual([]);
});

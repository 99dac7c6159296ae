import { type Browser, chromium, type Page } from 'playwright-core';

// Without these, Chromium asks its maker's hosts for things of its own at each start.
const quietFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** Starts a headless Chromium: the one at `CHROMIUM`, or Debian's. */
export async function startChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  try {
    return await chromium.launch({ executablePath, args: quietFlags });
  } catch (cause) {
    throw new Error('Chromium could not be started. Install it (apt-get install -y chromium) or set CHROMIUM to its path.', {
      cause,
    });
  }
}

/** A page that notes what it does. */
export interface WatchedPage {
  readonly page: Page;
  /** Every URL that the page asked for. */
  readonly requests: readonly string[];
  /** What went wrong in the page: uncaught errors, and errors on its console. */
  readonly errors: readonly string[];
}

/** Opens an empty page. */
export async function openPage(browser: Browser): Promise<WatchedPage> {
  const page = await browser.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, requests, errors };
}

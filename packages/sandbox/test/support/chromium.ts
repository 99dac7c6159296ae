import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A page in a headless Chromium, driven over the DevTools protocol. */
export interface BrowserPage {
  goto(url: string): Promise<void>;
  /** Runs an expression in the page, awaits it, and gives its JSON value. */
  evaluate<T>(expression: string): Promise<T>;
  /** Waits until an expression of the page is true. */
  until(expression: string): Promise<void>;
  /** A PNG of the page. */
  screenshot(width: number, height: number): Promise<Buffer>;
  /** Every URL that the page asked for. */
  readonly requests: readonly string[];
  /** What went wrong in the page: uncaught errors, and errors on its console. */
  readonly errors: readonly string[];
}

/** A running Chromium. */
export interface Browser {
  newPage(): Promise<BrowserPage>;
  close(): Promise<void>;
}

type Params = Readonly<Record<string, unknown>>;
type Listener = (method: string, params: Record<string, never>) => void;

interface Session {
  send(method: string, params?: Params): Promise<Record<string, never>>;
  listen(listener: Listener): void;
}

function findEndpoint(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      told += part;
      const url = /DevTools listening on (ws:\S+)/.exec(told)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.on('error', (cause) =>
      reject(
        new Error('Chromium could not be started. Install it (apt-get install -y chromium) or set CHROMIUM to its path.', {
          cause,
        }),
      ),
    );
    child.on('exit', (code) => reject(new Error(`Chromium ended with ${code}: ${told}`)));
  });
}

async function connect(url: string): Promise<(sessionId?: string) => Session> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  const waiting = new Map<number, (message: { result?: Record<string, never>; error?: { message: string } }) => void>();
  const listeners = new Map<string, Listener[]>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data));
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else for (const listener of listeners.get(message.sessionId ?? '') ?? []) listener(message.method, message.params);
  });
  return (sessionId) => ({
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, ({ result, error }) => {
          waiting.delete(id);
          if (error === undefined && result !== undefined) resolve(result);
          else reject(new Error(`${method}: ${error?.message}`));
        });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
      }),
    listen: (listener) => void listeners.set(sessionId ?? '', [...(listeners.get(sessionId ?? '') ?? []), listener]),
  });
}

async function openPage(session: Session): Promise<BrowserPage> {
  const requests: string[] = [];
  const errors: string[] = [];
  session.listen((method, params: Record<string, never>) => {
    const told = params as Record<string, { url: string; exception?: { description?: string }; text: string; level: string }>;
    if (method === 'Network.requestWillBeSent') requests.push(told.request?.url ?? '');
    if (method === 'Runtime.exceptionThrown')
      errors.push(told.exceptionDetails?.exception?.description ?? told.exceptionDetails?.text ?? '');
    if (method === 'Log.entryAdded' && told.entry?.level === 'error') errors.push(told.entry.text);
  });
  for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await session.send(`${domain}.enable`);
  const page: BrowserPage = {
    requests,
    errors,
    async goto(url) {
      await session.send('Page.navigate', { url });
      await page.until('document.readyState === "complete"');
    },
    async evaluate<T>(expression: string): Promise<T> {
      const answer = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      const { result, exceptionDetails } = answer as unknown as {
        result: { value: T };
        exceptionDetails?: { exception?: { description: string } };
      };
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description);
      return result.value;
    },
    async until(expression) {
      const end = Date.now() + 20_000;
      while (!(await page.evaluate<boolean>(`Boolean(${expression})`))) {
        if (Date.now() > end) throw new Error(`Not true in 20 s: ${expression}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async screenshot(width, height) {
      await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
      const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data ?? '', 'base64');
    },
  };
  return page;
}

/** Starts a headless Chromium: the one at `CHROMIUM`, or `chromium` of the PATH. */
export async function startChromium(): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'chromium-'));
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--remote-debugging-port=0',
    '--no-first-run',
  ];
  const child = spawn(process.env.CHROMIUM ?? 'chromium', [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const open = await connect(await findEndpoint(child));
  const browser = open();
  return {
    async newPage() {
      const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
      return openPage(open(sessionId));
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await browser.send('Browser.close').catch(() => child.kill());
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

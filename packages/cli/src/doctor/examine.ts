import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient, isMountseaError, type MountseaClient } from '@mountsea-suno/client';
import { printableText } from '@mountsea-suno/internal';
import { listTrainings } from '@mountsea-suno/workflow';
import packageJson from '../../package.json' with { type: 'json' };
import { homeFolder, openClient, openStore } from '../client-and-store.ts';
import type { ConfiguredContext, Context } from '../context.ts';
import { failureOf, meaningOf } from '../failure.ts';
import { commandName } from '../next-step.ts';
import { loadSettings, type Settings, settingsFrom } from '../settings/settings.ts';
import { findOrphaned, removeHosted, stillOrphaned } from '../songs/hosted-files.ts';
import { checkReachable } from '../training/check-reachable.ts';

/** What one check found. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'bad';
  readonly detail: string;
  /** The exit code for a bad finding. */
  readonly exitCode?: number;
}

const timeoutMs = 10_000;
const skewWarningMs = 60_000;

/** Checks this machine, the settings, the key and both hosts. With `clean` it removes orphaned hosted files. It rejects only after an abort. */
export async function examine(context: Context, { clean }: { clean: boolean }): Promise<Finding[]> {
  const { settings, configuration } = await readSettings(context);
  const configured: ConfiguredContext = { ...context, settings };
  const { signal } = context;
  let date: string | null = null;
  const onResponse = ({ headers }: { headers: Headers }): void => {
    date = headers.get('date') ?? date;
  };
  const client = await openClient(configured, { onResponse }).catch((error: unknown) => error);
  // A broken configuration may have named other hosts, so the key is not sent to the default ones.
  const isSent = isClient(client) && configuration.state === 'ok';
  const hosts = isSent
    ? [await apiFindings(client, signal, () => date), await usageFindings(client, signal)]
    : await Promise.all(addresses(settings).map(([name, url]) => reachableFindings(name, url, signal)));
  signal.throwIfAborted();
  return [
    { check: 'version', state: 'ok', detail: packageJson.version },
    nodeFinding(process.versions.node),
    configuration,
    settingsFinding(settings),
    isClient(client) ? { check: 'API key', state: 'ok', detail: 'found' } : bad('API key', client),
    ...hosts.flat(),
    await homeFinding(homeFolder(configured)),
    await trainingsFinding(configured),
    await hostedFinding(configured, clean),
  ];
}

/** The settings. When the configuration file is broken, they come from the flags and the environment alone. */
async function readSettings({ flags, terminal: { env, cwd } }: Context): Promise<{ settings: Settings; configuration: Finding }> {
  const check = 'configuration';
  try {
    const settings = await loadSettings(flags, env, cwd);
    return { settings, configuration: { check, state: 'ok', detail: settings.configPath ?? 'none' } };
  } catch (error) {
    const settings = settingsFrom({ config: {}, path: undefined, isProject: false }, flags, env, cwd);
    return { settings, configuration: bad(check, error) };
  }
}

/** Which flag, variable or entry of the configuration decided each setting. It never shows the key. */
export function settingsFinding({ origins }: Pick<Settings, 'origins'>): Finding {
  const { baseUrl, usageBaseUrl, apiKey, home } = origins;
  const places = { 'base URL': baseUrl, 'usage URL': usageBaseUrl, key: apiKey, home };
  const named = Object.entries(places).map(([name, from = name === 'key' ? 'nowhere' : 'default']) => `${name}: ${from}`);
  return { check: 'settings from', state: 'ok', detail: named.join(', ') };
}

/** The addresses to which the client would send its calls if there were a key. */
function addresses({ baseUrl, usageBaseUrl }: Settings): [name: string, url: string][] {
  const client = createClient({ apiKey: 'none', ...(baseUrl && { baseUrl }), ...(usageBaseUrl && { usageBaseUrl }) });
  return [['API', client.baseUrl], ...(client.usageBaseUrl ? [['usage API', client.usageBaseUrl] as [string, string]] : [])];
}

/** Without a key, only the connection can be checked. */
async function reachableFindings(name: string, url: string, signal: AbortSignal): Promise<Finding[]> {
  const check = `${name} ${new URL(url).host}`;
  try {
    await checkReachable(url, signal, { tries: 1 });
    return [{ check, state: 'ok', detail: 'can be reached' }];
  } catch (error) {
    return [bad(check, error)];
  }
}

function isClient(value: unknown): value is MountseaClient {
  return typeof value === 'object' && value !== null && 'customModel' in value;
}

/** Whether this Node is one that the package supports. */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = major > 20 || (major === 20 && minor >= 19);
  return {
    check: 'Node',
    state: fits ? 'ok' : 'bad',
    detail: fits ? version : `${version} is too old: 20.19 or later is needed`,
  };
}

/** Asks for a task that does not exist. Unless the response refuses the key, the host and the key are right. */
async function apiFindings(client: MountseaClient, signal: AbortSignal, date: () => string | null): Promise<Finding[]> {
  const check = `API ${new URL(client.baseUrl).host}`;
  const sentAt = Date.now();
  try {
    await client.tasks.get(randomUUID(), { signal, timeoutMs });
  } catch (error) {
    if (!isMountseaError(error) || (error.code !== 'not_found' && error.code !== 'validation_failed')) return [bad(check, error)];
  }
  return [
    { check, state: 'ok', detail: `answers in ${Date.now() - sentAt} ms and accepts the key` },
    skewFinding(date(), sentAt, Date.now()),
  ];
}

/** How far this machine's clock is from the server's, whose Date header counts in seconds. */
export function skewFinding(date: string | null, sentAt: number, now: number): Finding {
  const server = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(server)) return { check: 'clock', state: 'ok', detail: 'the server does not send its time' };
  const skew = now < server ? server - now : Math.max(0, sentAt - (server + 1000));
  const detail =
    skew === 0 ? "agrees with the server's" : `${Math.round(skew / 1000)} s ${now < server ? 'behind' : 'ahead of'} the server's`;
  return { check: 'clock', state: skew < skewWarningMs ? 'ok' : 'warning', detail };
}

async function usageFindings(client: MountseaClient, signal: AbortSignal): Promise<Finding[]> {
  const check = client.usageBaseUrl === undefined ? 'usage API' : `usage API ${new URL(client.usageBaseUrl).host}`;
  try {
    const { credits } = await client.usage.credits({ signal, timeoutMs });
    return [{ check, state: 'ok', detail: `the balance is ${printableText(credits, 40)} credits` }];
  } catch (error) {
    if (isMountseaError(error) && error.code === 'usage_not_configured')
      return [{ check, state: 'warning', detail: printableText(error.message) }];
    return [{ ...bad(check, error), state: 'warning' }];
  }
}

async function homeFinding(home: string): Promise<Finding> {
  const probe = join(home, `.doctor-${randomUUID()}`);
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    await writeFile(probe, '', { flag: 'wx' });
    await rm(probe);
    return { check: 'home', state: 'ok', detail: `${home} can be written` };
  } catch (error) {
    return bad('home', error);
  }
}

async function trainingsFinding(context: ConfiguredContext): Promise<Finding> {
  const store = openStore(context);
  try {
    const trainings = await listTrainings({ store });
    const open = trainings.filter(({ phase }) => phase !== 'done');
    const held: string[] = [];
    for (const { id } of open) {
      const lock = await store.lock(id).catch(() => undefined);
      if (lock === undefined) held.push(id);
      else await lock.release();
    }
    const locks = held.length === 0 ? 'none held by another process' : `held by another process: ${held.join(', ')}`;
    return { check: 'trainings', state: 'ok', detail: `${trainings.length}, ${open.length} not done, ${locks}` };
  } catch (error) {
    return bad('trainings', error);
  }
}

async function hostedFinding(context: ConfiguredContext, clean: boolean): Promise<Finding> {
  const check = 'hosted files';
  try {
    const found = await findOrphaned(context, openStore(context));
    if (found.length === 0) return { check, state: 'ok', detail: 'none orphaned' };
    if (!clean)
      return {
        check,
        state: 'warning',
        detail: `${found.length} orphaned at ${found[0]?.place}: ${commandName} doctor --clean removes them`,
      };
    const { removed, left } = await removeHosted(context, stillOrphaned(found));
    const [first] = left;
    if (first === undefined) return { check, state: 'ok', detail: `${removed.length} removed` };
    return {
      check,
      state: 'warning',
      detail: `${removed.length} removed, ${left.length} not: ${failureOf(first.error).error.message}`,
    };
  } catch (error) {
    return bad(check, error);
  }
}

function bad(check: string, error: unknown): Finding {
  const failure = failureOf(error);
  return {
    check,
    state: 'bad',
    detail: `${failure.error.message}${meaningOf(failure.error.code) === undefined ? '' : ` (${failure.error.code})`}`,
    exitCode: failure.exitCode,
  };
}

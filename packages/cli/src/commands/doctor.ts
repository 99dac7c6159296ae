import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient, isMountseaError, type MountseaClient } from '@mountsea-suno/client';
import { errorTable, listTrainings } from '@mountsea-suno/workflow';
import packageJson from '../../package.json' with { type: 'json' };
import type { BareContext } from '../bare-context.ts';
import { type Context, homeFolder, openClient, openStore } from '../context.ts';
import { failureOf } from '../failure.ts';
import { commandName } from '../program/command-name.ts';
import { loadSettings, type Settings, settingsFrom } from '../settings/settings.ts';
import { plain } from '../text/plain.ts';
import type { Style } from '../text/style.ts';
import { firstContact } from './first-contact.ts';

/** What one check found. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'bad';
  readonly detail: string;
  /** The exit code where it is bad. */
  readonly exitCode?: number;
}

/** The flags of `doctor`. */
export interface DoctorFlags {
  /** Remove hosted files that nobody needs. */
  readonly clean?: boolean | undefined;
}

const timeoutMs = 10_000;
const skewWarningMs = 60_000;

/** `mountsea-suno doctor`: exit code 0 where nothing is bad, else that of the first bad finding. */
export async function doctor({ clean = false }: DoctorFlags, bare: BareContext): Promise<number> {
  const { settings, configuration } = await readSettings(bare);
  const context: Context = { ...bare, settings };
  const { output, signal } = bare;
  let date: string | null = null;
  const onResponse = ({ headers }: { headers: Headers }): void => {
    date = headers.get('date') ?? date;
  };
  const client = await openClient(context, { onResponse }).catch((error: unknown) => error);
  // A broken configuration may have named other hosts: the key is not sent to those that are left.
  const isSent = isClient(client) && configuration.state === 'ok';
  const api = isSent
    ? [await apiFinding(client, signal, () => date), await usageFinding(client, signal)]
    : await Promise.all(addresses(settings).map(([name, url]) => reachFinding(name, url, signal)));
  signal.throwIfAborted();
  const findings: Finding[] = [
    { check: 'version', state: 'ok', detail: packageJson.version },
    nodeFinding(process.versions.node),
    configuration,
    settingsFinding(settings),
    isClient(client) ? { check: 'API key', state: 'ok', detail: 'found' } : bad('API key', client),
    ...api.flat(),
    await homeFinding(homeFolder(context)),
    await trainingsFinding(context),
    await hostedFinding(context, clean),
  ];
  const first = findings.find(({ state }) => state === 'bad');
  output.result(
    { ok: first === undefined, findings: findings.map(({ exitCode: _code, ...shown }) => shown) },
    lines(findings, output.style),
  );
  return first?.exitCode ?? (first === undefined ? 0 : 2);
}

/** The settings; where their file is broken, what flags and environment say without it. */
async function readSettings({
  flags,
  terminal: { env, cwd },
}: BareContext): Promise<{ settings: Settings; configuration: Finding }> {
  const check = 'configuration';
  try {
    const settings = await loadSettings(flags, env, cwd);
    return { settings, configuration: { check, state: 'ok', detail: settings.configPath ?? 'none' } };
  } catch (error) {
    const settings = settingsFrom({ config: {}, path: undefined, isProject: false }, flags, env, cwd);
    return { settings, configuration: bad(check, error) };
  }
}

/** Which flag, variable or entry of the configuration decided what; never what the key is. */
export function settingsFinding({ origins }: Pick<Settings, 'origins'>): Finding {
  const { baseUrl, usageBaseUrl, apiKey, home } = origins;
  const places = { 'base URL': baseUrl, 'usage URL': usageBaseUrl, key: apiKey, home };
  const named = Object.entries(places).map(([name, from = name === 'key' ? 'nowhere' : 'default']) => `${name}: ${from}`);
  return { check: 'settings from', state: 'ok', detail: named.join(', ') };
}

/** Where the client would send its calls if there were a key. */
function addresses({ baseUrl, usageBaseUrl }: Settings): [name: string, url: string][] {
  const client = createClient({ apiKey: 'none', ...(baseUrl && { baseUrl }), ...(usageBaseUrl && { usageBaseUrl }) });
  return [['API', client.baseUrl], ...(client.usageBaseUrl ? [['usage API', client.usageBaseUrl] as [string, string]] : [])];
}

/** Without a key there is only the door to knock at. */
async function reachFinding(name: string, url: string, signal: AbortSignal): Promise<Finding[]> {
  const check = `${name} ${new URL(url).host}`;
  try {
    await firstContact(url, signal, { tries: 1 });
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

/** Asks for a task that nobody has: any answer but a refusal of the key means that host and key are right. */
async function apiFinding(client: MountseaClient, signal: AbortSignal, date: () => string | null): Promise<Finding[]> {
  const check = `API ${new URL(client.baseUrl).host}`;
  const sentAt = Date.now();
  try {
    await client.tasks.get(randomUUID(), { signal, timeoutMs });
  } catch (error) {
    if (!isMountseaError(error) || (error.code !== 'not_found' && error.code !== 'validation_failed')) return [bad(check, error)];
  }
  return [
    { check, state: 'ok', detail: `answers in ${Date.now() - sentAt} ms and takes the key` },
    skewFinding(date(), sentAt, Date.now()),
  ];
}

/** How far this machine's clock is from the server's, whose Date header counts in seconds. */
export function skewFinding(date: string | null, sentAt: number, now: number): Finding {
  const server = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(server)) return { check: 'clock', state: 'ok', detail: 'the server does not tell its time' };
  const skew = now < server ? server - now : Math.max(0, sentAt - (server + 1000));
  const detail =
    skew === 0 ? "agrees with the server's" : `${Math.round(skew / 1000)} s ${now < server ? 'behind' : 'ahead of'} the server's`;
  return { check: 'clock', state: skew < skewWarningMs ? 'ok' : 'warning', detail };
}

async function usageFinding(client: MountseaClient, signal: AbortSignal): Promise<Finding[]> {
  const check = client.usageBaseUrl === undefined ? 'usage API' : `usage API ${new URL(client.usageBaseUrl).host}`;
  try {
    const { credits } = await client.usage.credits({ signal, timeoutMs });
    return [{ check, state: 'ok', detail: `the balance is ${plain(credits, 40)} credits` }];
  } catch (error) {
    if (isMountseaError(error) && error.code === 'usage_not_configured')
      return [{ check, state: 'warning', detail: plain(error.message) }];
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

async function trainingsFinding(context: Context): Promise<Finding> {
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

async function hostedFinding(context: Context, clean: boolean): Promise<Finding> {
  const check = 'hosted files';
  try {
    const { asFound, findLeftOver, removeHosted } = await import('../songs/left-over.ts');
    const found = await findLeftOver(context, openStore(context));
    if (found.length === 0) return { check, state: 'ok', detail: 'none left over' };
    if (!clean)
      return {
        check,
        state: 'warning',
        detail: `${found.length} left over at ${found[0]?.place}: ${commandName} doctor --clean removes them`,
      };
    const { removed, left } = await removeHosted(context, asFound(found));
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
  const known = (errorTable as Readonly<Record<string, { meaning: string } | undefined>>)[failure.error.code];
  return {
    check,
    state: 'bad',
    detail: `${failure.error.message}${known === undefined ? '' : ` (${failure.error.code})`}`,
    exitCode: failure.exitCode,
  };
}

function lines(findings: readonly Finding[], style: Style): string[] {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const signs = { ok: style.green('✔'), warning: style.yellow('!'), bad: style.red('✘') };
  return findings.map(({ check, state, detail }) => `${signs[state]} ${check.padEnd(width)}  ${plain(detail)}`);
}

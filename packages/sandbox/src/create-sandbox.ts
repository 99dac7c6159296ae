import { validators } from '#validators';
import { realClock } from './clock/sandbox-clock.ts';
import { routesOf, type SandboxContract } from './contract/operations.ts';
import { createFaultBook } from './faults/fault-book.ts';
import { contract } from './generated/contract.gen.ts';
import type { Charge, Sandbox, SandboxCredits } from './sandbox.ts';
import type { SandboxOptions } from './sandbox-options.ts';
import { randomFrom } from './seed.ts';
import { createCallLog } from './server/call-log.ts';
import { dispatch, type Server } from './server/dispatch.ts';
import { createInProcessFetch } from './server/in-process-fetch.ts';
import { songPaths } from './server/serve-file.ts';
import { defaultSwitches, parseSwitches } from './switches.ts';
import { takeSnapshot } from './world/snapshot.ts';
import { clearWorld, createWorld, processDue, type World } from './world/world.ts';

/**
 * Makes a stand-in of the API in this process, without a port: give its `clientOptions` to a client, or its `fetch` to anything that
 * calls the API. It holds state, checks requests and its own responses against the contract, and counts calls and credits. It runs on
 * any platform with `fetch`: Node, Bun, Deno, browsers, Workers.
 *
 * @returns the sandbox; it needs no closing
 * @throws TypeError where a switch, or the contract, is not what it should be
 * @example
 * ```ts
 * import { createSandbox } from '@mountsea-suno/sandbox';
 *
 * const sandbox = createSandbox({ speed: 100 });
 * const response = await sandbox.fetch(`${sandbox.baseUrl}/suno/v2/customModel/prepare`, {
 *   method: 'POST',
 *   headers: { authorization: `Bearer ${sandbox.apiKey}` },
 * });
 * console.log(await response.json()); // { sessionId: '…' }
 * ```
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return buildSandbox(options).sandbox;
}

/** A sandbox, and the server behind it for code that serves it over HTTP. */
export interface SandboxParts {
  readonly sandbox: Sandbox;
  readonly server: Server;
}

/** The default of `baseUrl` in process. */
const inProcessUrl = 'http://sandbox.localhost';

const ownContract: SandboxContract = { ...contract, validators };

/** Makes a sandbox together with its server. */
export function buildSandbox(options: SandboxOptions): SandboxParts {
  const switches = { ...defaultSwitches, ...parseSwitches(options.switches ?? {}) };
  const { clock = realClock, contract: served = ownContract } = options;
  if (served.validators === undefined) throw new TypeError('The option contract must come from compileContract');
  const routes = routesOf(served);
  const newRandom = (): (() => number) => randomFrom(`${options.seed ?? 1}/faults`);
  let random = newRandom();
  const faults = createFaultBook(routes.operations, () => random());
  const log = createCallLog(options.keepCalls ?? 10_000);
  const ownUrl = (url: string): boolean => findTarget(url) !== undefined;
  const audioFetch: typeof fetch = (input, init) =>
    ownUrl(String(input)) ? sandbox.fetch(input, init) : (options.fetch ?? fetch)(input, init);
  const world = createWorld(options, {
    contract: served,
    apiKey: options.apiKey ?? 'sandbox-key',
    clock: clock.fork?.() ?? clock,
    switches,
    audioFetch: options.fetchAudio === true ? audioFetch : undefined,
    baseUrl: inProcessUrl,
  });
  const server: Server = { world, routes, faults, log };
  const findTarget = targetFinder(world);
  const sandbox: Sandbox = {
    fetch: createInProcessFetch(findTarget, (request) => dispatch(server, request)),
    get baseUrl(): string {
      return world.baseUrl;
    },
    apiKey: world.apiKey,
    get clientOptions() {
      const { apiKey, baseUrl } = world;
      return { apiKey, baseUrl, usageBaseUrl: baseUrl, clock, fetch: sandbox.fetch, fetchSendsOnce: true };
    },
    switches,
    faults: {
      add: (rule) => faults.add(rule),
      clear: () => faults.clear(),
      get list() {
        return faults.list;
      },
    },
    get calls() {
      return log.calls;
    },
    count: (operation) => log.count(routes.operations, operation),
    credits: creditsOf(world),
    get songUrls(): readonly string[] {
      return songPaths.map((path) => `${world.baseUrl}${path}`);
    },
    snapshot: () => takeSnapshot(world),
    reset() {
      clearWorld(world, options);
      faults.clear();
      random = newRandom();
      log.clear();
      Object.assign(switches, defaultSwitches, options.switches);
    },
  };
  return { sandbox, server };
}

/** Finds path and query of a URL on one of the hosts that the sandbox serves. */
function targetFinder(world: World): (url: string) => string | undefined {
  const servers = [...(world.contract.suno.servers ?? []), ...(world.contract.usage.servers ?? [])].map((server) => server.url);
  return (url) => {
    for (const origin of [world.baseUrl, ...servers]) {
      if (url.startsWith(`${origin}/`)) {
        const hash = url.indexOf('#');
        return url.slice(origin.length, hash === -1 ? undefined : hash);
      }
    }
    return undefined;
  };
}

function creditsOf(world: World): SandboxCredits {
  const toCharge = ({ apiPath, amount, sessionId, at }: (typeof world.ledger)[number]): Charge =>
    sessionId === undefined ? { apiPath, amount, at } : { apiPath, amount, sessionId, at };
  return {
    get balance(): number {
      processDue(world);
      return world.balance;
    },
    set balance(credits: number) {
      processDue(world);
      world.balance = credits;
    },
    get charged(): number {
      processDue(world);
      return world.ledger.reduce((sum, entry) => sum + entry.amount, 0);
    },
    get charges(): readonly Charge[] {
      processDue(world);
      return world.ledger.map(toCharge);
    },
  };
}

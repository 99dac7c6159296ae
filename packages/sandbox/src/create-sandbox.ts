import { realClock } from './clock.ts';
import { isNamed } from './contract/operation.ts';
import { routesOf } from './contract/routes.ts';
import { createFaultBook } from './faults/fault-book.ts';
import { contract as ownContract } from './generated/contract.gen.ts';
import type { Charge, Sandbox, SandboxCredits } from './sandbox.ts';
import type { SandboxOptions } from './sandbox-options.ts';
import { createCallLog } from './serve/call-log.ts';
import { dispatch, type Server } from './serve/dispatch.ts';
import { createInProcessFetch } from './serve/in-process-fetch.ts';
import { songPaths } from './serve/serve-file.ts';
import { parseSwitches } from './switch-choices.ts';
import { defaultSwitches } from './switches.ts';
import { randomFrom } from './world/seed.ts';
import { takeSnapshot } from './world/snapshot.ts';
import { clearWorld, createWorld, settle, type World } from './world/world.ts';

/** A sandbox and, for those who put it on a wire, its inside. */
export interface SandboxParts {
  readonly sandbox: Sandbox;
  readonly server: Server;
}

function creditsOf(world: World): SandboxCredits {
  const toCharge = ({ apiPath, amount, sessionId, at }: (typeof world.ledger)[number]): Charge =>
    sessionId === undefined ? { apiPath, amount, at } : { apiPath, amount, sessionId, at };
  return {
    get balance(): number {
      settle(world);
      return world.balance;
    },
    set balance(credits: number) {
      settle(world);
      world.balance = credits;
    },
    get charged(): number {
      settle(world);
      return world.ledger.reduce((sum, entry) => sum + entry.amount, 0);
    },
    get charges(): readonly Charge[] {
      settle(world);
      return world.ledger.map(toCharge);
    },
  };
}

/** The default of `baseUrl` in process. */
const inProcessUrl = 'http://sandbox.localhost';

/** Finds path and query of a URL at one of the hosts that the sandbox answers for. */
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

/** Makes a sandbox together with its inside. */
export function buildSandbox(options: SandboxOptions): SandboxParts {
  const switches = { ...defaultSwitches, ...parseSwitches(options.switches ?? {}) };
  const contract = options.contract ?? ownContract;
  const routes = routesOf(contract);
  const newRandom = (): (() => number) => randomFrom(`${options.seed ?? 1}/faults`);
  let random = newRandom();
  const faults = createFaultBook(() => random());
  const log = createCallLog(options.keepCalls ?? 10_000);
  const ownUrl = (url: string): boolean => findTarget(url) !== undefined;
  const audioFetch: typeof fetch = (input, init) =>
    ownUrl(String(input)) ? sandbox.fetch(input, init) : (options.fetch ?? fetch)(input, init);
  const world = createWorld(options, {
    contract,
    apiKey: options.apiKey ?? 'sandbox-key',
    clock: options.clock ?? realClock,
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
    switches,
    faults: {
      add(rule) {
        const { operation } = rule;
        if (operation !== undefined && !routes.operations.some((candidate) => isNamed(candidate, operation)))
          throw new Error(`No operation of the contract is called ${operation}`);
        return faults.add(rule);
      },
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

/**
 * Makes a stand-in of the API in this process, without a port: give its `fetch` to a client. It holds state, checks requests and its own
 * answers against the contract, and counts calls and credits.
 *
 * @returns the sandbox; it needs no closing
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

import { isNamed, type Operation } from '../contract/operations.ts';
import type { FaultRule, FaultState, FaultSubject, Faults } from './fault-rule.ts';
import { parseFaultRule } from './parse-fault-rule.ts';

/** The faults that apply to one call. */
interface Picked {
  /** Delays before and after the server acts, ms. */
  readonly delayBefore: number;
  readonly delayAfter: number;
  /** The one other rule that applies. */
  readonly rule: FaultRule | undefined;
}

/** The rules of one sandbox, and how often each was met. */
export interface FaultBook extends Faults {
  /** Whether there are none. */
  readonly isEmpty: boolean;
  /** Finds the faults that apply to a call, and counts them. */
  pick(operation: Operation, subject: FaultSubject, now: number): Picked;
}

interface Entry {
  readonly rule: FaultRule;
  seen: number;
  hits: number;
}

const defaultDelayMs = 1_000;

function applies(entry: Entry, operation: Operation, subject: FaultSubject, now: number, random: () => number): boolean {
  const { rule } = entry;
  if (entry.hits >= (rule.times ?? 1)) return false;
  if (rule.operation !== undefined && !isNamed(operation, rule.operation)) return false;
  if (now < (rule.from ?? Number.NEGATIVE_INFINITY) || now >= (rule.until ?? Number.POSITIVE_INFINITY)) return false;
  if (rule.match !== undefined && !rule.match(subject)) return false;
  entry.seen += 1;
  if (entry.seen <= (rule.skip ?? 0)) return false;
  if (rule.probability !== undefined && random() >= rule.probability) return false;
  entry.hits += 1;
  return true;
}

/** Makes an empty book for these operations. `random` is for rules with a probability. */
export function createFaultBook(operations: readonly Operation[], random: () => number): FaultBook {
  let entries: Entry[] = [];
  return {
    get isEmpty(): boolean {
      return entries.length === 0;
    },
    get list(): readonly FaultState[] {
      return entries.map((entry) => ({ ...entry }));
    },
    add(rule) {
      const { match, ...plain } = rule;
      const { operation } = parseFaultRule(plain);
      if (match !== undefined && typeof match !== 'function') throw new TypeError('match of a fault rule must be a function');
      if (operation !== undefined && !operations.some((candidate) => isNamed(candidate, operation)))
        throw new Error(`No operation of the contract is called ${operation}`);
      const entry: Entry = { rule: { ...rule }, seen: 0, hits: 0 };
      entries.push(entry);
      return () => {
        entries = entries.filter((other) => other !== entry);
      };
    },
    clear() {
      entries = [];
    },
    pick(operation, subject, now) {
      let delayBefore = 0;
      let delayAfter = 0;
      for (const entry of entries) {
        if (!applies(entry, operation, subject, now, random)) continue;
        const { rule } = entry;
        if (rule.kind !== 'delay') return { delayBefore, delayAfter, rule };
        const delayMs = rule.delayMs ?? defaultDelayMs;
        if (rule.when === 'after') delayAfter += delayMs;
        else delayBefore += delayMs;
      }
      return { delayBefore, delayAfter, rule: undefined };
    },
  };
}

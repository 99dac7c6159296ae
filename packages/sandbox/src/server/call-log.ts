import { isNamed, type Operation } from '../contract/operations.ts';
import type { CallRecord } from '../sandbox.ts';

/** A record that is still being written. */
export type OpenRecord = { -readonly [Key in keyof CallRecord]: CallRecord[Key] };

/** The calls that a sandbox has seen. */
export interface CallLog {
  readonly calls: readonly CallRecord[];
  /** Counts the call and keeps its record. */
  add(record: Omit<CallRecord, 'index'>, operation: Operation | undefined): OpenRecord;
  /** Reports to the listeners that the record is complete. */
  end(record: CallRecord): void;
  count(operations: readonly Operation[], wanted?: string): number;
  /** Calls `listener` with each record that is complete, until the returned function is called. */
  listen(listener: (record: CallRecord) => void): () => void;
  clear(): void;
}

/** Makes an empty log that keeps the latest `keep` calls. */
export function createCallLog(keep: number): CallLog {
  let calls: OpenRecord[] = [];
  let total = 0;
  const counts = new Map<Operation, number>();
  const listeners = new Set<(record: CallRecord) => void>();
  return {
    get calls(): readonly CallRecord[] {
      return calls.length > keep ? calls.slice(-keep) : calls;
    },
    add(record, operation) {
      total += 1;
      if (operation !== undefined) counts.set(operation, (counts.get(operation) ?? 0) + 1);
      const open: OpenRecord = { index: total, ...record };
      if (keep > 0) calls.push(open);
      if (calls.length > 2 * keep) calls = calls.slice(-keep);
      return open;
    },
    end(record) {
      for (const listener of listeners) listener(record);
    },
    count(operations, wanted) {
      if (wanted === undefined) return total;
      const named = operations.filter((operation) => isNamed(operation, wanted));
      if (named.length === 0) throw new Error(`No operation of the contract is called ${wanted}`);
      return named.reduce((sum, operation) => sum + (counts.get(operation) ?? 0), 0);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear() {
      calls = [];
      total = 0;
      counts.clear();
    },
  };
}

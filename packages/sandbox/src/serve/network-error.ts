interface NetworkFault {
  readonly code: string;
  readonly message: string;
  readonly syscall?: string;
}

const faults: Readonly<Record<'reset' | 'refused' | 'unknown-host', NetworkFault>> = {
  reset: { code: 'ECONNRESET', message: 'read ECONNRESET', syscall: 'read' },
  refused: { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1', syscall: 'connect' },
  'unknown-host': { code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND', syscall: 'getaddrinfo' },
};

/** The error with which undici's `fetch` rejects when the network fails: `TypeError: fetch failed`, the reason in its `cause`. */
export function networkError(kind: keyof typeof faults, host = ''): TypeError {
  const { code, message, syscall } = faults[kind];
  const cause = Object.assign(new Error(host === '' ? message : `${message} ${host}`), { code, syscall });
  return new TypeError('fetch failed', { cause });
}

/** The error with which reading a body fails when the connection breaks in the middle of it. */
export function brokenBodyError(): TypeError {
  return new TypeError('terminated', { cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }) });
}

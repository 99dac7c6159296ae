const local = /^(127\.0\.0\.1|localhost|\[::1\]|[\w.-]+\.localhost)(:\d+)?$/i;

/** Whether a `Host` header names this machine: a page of the web that points its own name here gets no answer. */
export function isLocalHost(host: string | undefined): boolean {
  return local.test(host ?? '');
}

const PRIVATE_NAMES = /(^|\.)(localhost|local|internal|lan|home\.arpa)$/;
/** Networks that the internet does not route to: [first address, bits]. */
const PRIVATE_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];

/**
 * Whether a URL's host may be reached from the internet: no loopback, link-local or private address, no name of a local network. Names are judged by
 * what they say; an address that a name resolves to can be asked about as well.
 *
 * @example
 * ```ts
 * import { isPublicHost } from '@mountsea-suno/workflow';
 *
 * console.log(isPublicHost('songs.example.com'), isPublicHost('192.168.1.4')); // true false
 * ```
 */
export function isPublicHost(hostname: string): boolean {
  const host = hostname
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\[|\]$/g, '');
  if (host.includes(':')) return isPublicV6(host);
  if (/^\d+(\.\d+){3}$/.test(host)) return isPublicV4(host);
  return host.includes('.') && !PRIVATE_NAMES.test(host);
}

function isPublicV4(host: string): boolean {
  const address = numberOf(host);
  return !PRIVATE_V4.some(([first, bits]) => address >>> (32 - bits) === numberOf(first) >>> (32 - bits));
}

function isPublicV6(host: string): boolean {
  const groups = groupsOf(host);
  const [first = 0, second = 0] = groups;
  const embedded = [groups.at(-2) ?? 0, groups.at(-1) ?? 0].flatMap((group) => [group >> 8, group & 255]).join('.');
  // Mapped (::ffff:a.b.c.d), compatible, and translated (64:ff9b::a.b.c.d) addresses are IPv4 ones.
  if (groups.slice(0, 5).every((group) => group === 0) || (first === 0x64 && second === 0xff9b)) return isPublicV4(embedded);
  // Unique local fc00::/7, link-local and site-local fe80::/9, multicast ff00::/8, documentation 2001:db8::/32.
  return !(
    (first & 0xfe00) === 0xfc00 ||
    (first & 0xff80) === 0xfe80 ||
    first >= 0xff00 ||
    (first === 0x2001 && second === 0xdb8)
  );
}

function numberOf(v4: string): number {
  return v4.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) >>> 0;
}

/** The eight groups of an IPv6 address, with or without `::`, a dotted end or a zone. */
function groupsOf(host: string): number[] {
  const plain = host.replace(/%.*$/, '').replace(/\d+(\.\d+){3}$/, (v4) => {
    const number = numberOf(v4);
    return `${(number >>> 16).toString(16)}:${(number & 0xffff).toString(16)}`;
  });
  const [before = [], after = []] = plain.split('::').map((half) =>
    half
      .split(':')
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16)),
  );
  return [...before, ...Array<number>(Math.max(0, 8 - before.length - after.length)).fill(0), ...after];
}

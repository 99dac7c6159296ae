/**
 * Whether a URL's host can be reached from the internet: neither a name of a local network nor an address that is loopback, link-local, private,
 * multicast or reserved. Only the spelling of a name is checked; check each address that it resolves to as well.
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
  // An IPv4 address has several spellings, such as 0x7f.1. The URL parser gives the usual one.
  const spelled = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  if (/^\d+(\.\d+){3}$/.test(spelled)) return isPublicV4(numberOf(spelled));
  return spelled.includes('.') && !LOCAL_NAMES.test(spelled);
}

const LOCAL_NAMES = /(^|\.)(localhost|local|internal|lan|home\.arpa)$/;

/**
 * The networks, as [first address, bits], that RFC 6890 and the IANA IPv4 Special-Purpose Address Registry call not globally reachable, the deprecated
 * 6to4 relays, and multicast. The two public addresses within 192.0.0.0/24 serve protocols, not files.
 */
const SPECIAL_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

function isPublicV4(address: number): boolean {
  return !SPECIAL_V4.some(([first, bits]) => address >>> (32 - bits) === numberOf(first) >>> (32 - bits));
}

/**
 * Public hosts are in 2000::/3: IANA has given out no other part of the address space for them. So everything else is refused: ::/8, the local NAT64
 * prefix 64:ff9b:1::/48, 100::/64 (discard), 5f00::/16, fc00::/7 (unique local), fe80::/10 (link-local), fec0::/10 and ff00::/8 (multicast).
 */
function isPublicV6(host: string): boolean {
  const groups = groupsOf(host);
  const [first = 0, second = 0] = groups;
  // IPv4-mapped addresses and those of the well-known NAT64 prefix stand for an IPv4 address. A resolver may give the latter for any host (DNS64).
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  const isNat64 = first === 0x64 && second === 0xff9b && groups.slice(2, 6).every((group) => group === 0);
  if (isMapped || isNat64) return isPublicV4((groups[6] ?? 0) * 0x10000 + (groups[7] ?? 0));
  if (first >> 13 !== 1) return false;
  const isProtocol = first === 0x2001 && second < 0x200; // 2001::/23: protocol assignments, Teredo (2001::/32) and benchmarks among them
  const isDocumentation = (first === 0x2001 && second === 0xdb8) || (first === 0x3fff && second < 0x1000); // 2001:db8::/32, 3fff::/20
  const is6to4 = first === 0x2002; // 2002::/16
  return !isProtocol && !isDocumentation && !is6to4;
}

function numberOf(v4: string): number {
  return v4.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) >>> 0;
}

/** The eight groups of an IPv6 address, with or without `::`, an IPv4 address at its end, or a zone. */
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

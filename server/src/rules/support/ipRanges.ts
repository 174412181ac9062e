/** A range of IP addresses: those that share the first `length` bits with `address`. */
export interface IpRange {
  readonly version: 4 | 6;
  /** As a number of 32 or 128 bits. */
  readonly address: bigint;
  readonly length: number;
}

/** The range that an address, alone or with a prefix length, stands for; `undefined` for what is none. */
export function parseIpRange(text: string): IpRange | undefined {
  const [, host = '', prefix] = /^([0-9a-fA-F:.]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = host.includes(':') ? 6 : 4;
  const address = version === 4 ? parseV4(host) : parseV6(host);
  const bits = version === 4 ? 32 : 128;
  const length = prefix === undefined ? bits : Number(prefix);
  return address === undefined || length > bits ? undefined : { version, address, length };
}

function parseV4(text: string): bigint | undefined {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) < 256)) return undefined;
  return octets.reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);
}

function parseV6(text: string): bigint | undefined {
  const [head = '', tail, ...more] = text.split('::');
  const start = groupsOf(head);
  const end = groupsOf(tail ?? '');
  const missing = 8 - start.length - end.length;
  if (more.length > 0 || (tail === undefined ? missing !== 0 : missing < 1)) return undefined;
  const groups = [...start, ...Array.from({ length: missing }, () => '0'), ...end];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

const groupsOf = (text: string): readonly string[] => (text === '' ? [] : text.split(':'));

/** The first address of the range, and how many addresses it has. */
function bounds({ version, address, length }: IpRange): { readonly first: bigint; readonly size: bigint } {
  const size = 1n << BigInt((version === 4 ? 32 : 128) - length);
  return { first: address - (address % size), size };
}

/** The range written with its first address, where it is written with another one; only for IPv4. */
export function networkOf(range: IpRange): string | undefined {
  const { first } = bounds(range);
  if (range.version === 6 || first === range.address) return undefined;
  const octets = [24n, 16n, 8n, 0n].map((shift) => (first >> shift) & 255n);
  return `${octets.join('.')}/${range.length}`;
}

/** Sources: RFC 1918, RFC 1122 (loopback), RFC 3927 (link local), RFC 4193. */
const PRIVATE: readonly IpRange[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
  'fc00::/7',
].flatMap((text) => parseIpRange(text) ?? []);

/** Whether every address of the range is one that no request from the internet comes from. */
export function isPrivate(range: IpRange): boolean {
  const { first, size } = bounds(range);
  return PRIVATE.some((other) => {
    const outer = bounds(other);
    return other.version === range.version && outer.first <= first && first + size <= outer.first + outer.size;
  });
}

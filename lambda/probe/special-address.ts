import { type Address, type Cidr, contains, parseCidr } from '../model/address.ts';

/**
 * The range of addresses that no target can have and that are never dialled (this host, its link, metadata services,
 * groups of hosts), as text with its meaning; null for an ordinary address. IPv6 addresses that carry an IPv4 address
 * for a translator or a tunnel are judged by what they carry.
 */
export function specialAddress(address: Address): string | null {
  const range = { ...address, prefix: address.family === 4 ? 32 : 128 };
  for (const { cidr, text } of REFUSED) {
    if (contains(cidr, range)) return text;
  }
  for (const { cidr, text, shift } of EMBEDDING) {
    if (!contains(cidr, range)) continue;
    const inner = specialAddress({ family: 4, value: (address.value >> shift) & 0xffffffffn });
    if (inner !== null) return `${text}, carrying ${inner}`;
  }
  return null;
}

/**
 * IANA's special-purpose address registries; `fd00:ec2::/32` is where EC2 keeps its own services (Amazon EC2 User Guide,
 * "instance metadata").
 */
const REFUSED = [
  ['0.0.0.0/8', 'this network'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local, instance metadata'],
  ['224.0.0.0/4', 'multicast'],
  ['255.255.255.255/32', 'broadcast'],
  ['::/128', 'unspecified'],
  ['::1/128', 'loopback'],
  ['fe80::/10', 'link-local'],
  ['fd00:ec2::/32', 'instance metadata'],
  ['ff00::/8', 'multicast'],
].map(([cidr = '', meaning = '']) => range(cidr, meaning));

/** Where IPv6 carries an IPv4 address, and how far from the right. `::ffff:0:0/96` is unmapped when it is read. */
const EMBEDDING = [
  { ...range('::/96', 'IPv4-compatible'), shift: 0n },
  { ...range('::ffff:0:0:0/96', 'IPv4-translated'), shift: 0n },
  { ...range('64:ff9b::/96', 'NAT64'), shift: 0n },
  { ...range('64:ff9b:1::/48', 'NAT64, local use'), shift: 0n },
  { ...range('2002::/16', '6to4'), shift: 80n },
];

function range(text: string, meaning: string): { readonly cidr: Cidr; readonly text: string } {
  const cidr = parseCidr(text);
  if (cidr === null) throw new Error(`${text} is no range of addresses`);
  return { cidr, text: `${text} (${meaning})` };
}

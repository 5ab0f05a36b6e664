import type { Declared } from '../../model/evidence.ts';
import { type Fact, known, unknown } from '../../model/fact.ts';
import type { Inventory, LoadBalancer, Subnet } from '../../model/inventory.ts';
import { isPrivate } from '../is-private.ts';
import { readSpan, type Span } from '../read-span.ts';
import type { ClientRange } from './client-range.ts';

type Family = Span['family'];

/** Addresses that no connection comes from: this network, loopback, link-local, multicast and reserved (RFC 6890). */
const NOBODY = spansOf([
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/3',
  '::/127',
  'fe80::/10',
  'ff00::/8',
]);
/** Addresses that nobody has on the internet (RFC 6890). All of IPv6 that is given out lies in 2000::/3 (RFC 4291). */
const NOT_PUBLIC = spansOf([
  ...['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16'],
  ...['::/3', '4000::/2', '8000::/1'],
]);
const EVERYBODY: Readonly<Record<Family, { readonly text: string; readonly range: Span }>> = {
  4: { text: '0.0.0.0/0', range: { family: 4, value: 0n, prefix: 0, last: (1n << 32n) - 1n } },
  6: { text: '::/0', range: { family: 6, value: 0n, prefix: 0, last: (1n << 128n) - 1n } },
};

/**
 * The clients that a load balancer is for: the declared ranges; where none is declared, the internet for one that faces
 * it, and anybody for an internal one. IPv6 where it speaks it. Unknown where what was declared is no range.
 */
export function clientRanges(
  inventory: Inventory,
  loadBalancer: LoadBalancer,
  declared: Declared | null,
): Fact<readonly ClientRange[]> {
  const families = familiesOf(loadBalancer);
  const ranges = declared?.clients ?? [];
  if (ranges.length === 0) return known(families.map((family) => undeclared(inventory, loadBalancer, family)));
  const read = ranges.map((text) => ({ text, range: readSpan(text) }));
  const strange = read.find(({ range }) => range === null);
  if (strange !== undefined) {
    return unknown('failed', `${strange.text}, declared as clients of ${loadBalancer.name}, is no range of addresses`);
  }
  return known(
    read.flatMap(({ text, range }) =>
      range === null || !families.includes(range.family) ? [] : [ofRange(loadBalancer, text, range)],
    ),
  );
}

/** With `dualstack-without-public-ipv4` the internet comes by IPv6 alone (ELB, *IP address type*). */
function familiesOf({ ipAddressType, scheme }: LoadBalancer): readonly Family[] {
  if (ipAddressType === 'dualstack-without-public-ipv4' && scheme === 'internet-facing') return [6];
  return ipAddressType.startsWith('dualstack') ? [4, 6] : [4];
}

function undeclared(inventory: Inventory, loadBalancer: LoadBalancer, family: Family): ClientRange {
  const overInternet = loadBalancer.scheme === 'internet-facing';
  const name = `${overInternet ? 'the internet' : 'anybody'}${family === 6 ? ' (IPv6)' : ''}`;
  const { text, range } = EVERYBODY[family];
  return {
    ...{ declared: null, name, range, overInternet, without: nobodyIn(overInternet) },
    key: overInternet ? name : `${name} in ${loadBalancer.vpcId}`,
    admit: overInternet ? [text] : ownRanges(inventory, loadBalancer, family),
  };
}

function ofRange({ scheme }: LoadBalancer, text: string, range: Span): ClientRange {
  const overInternet = scheme === 'internet-facing' && !isPrivate(range);
  return {
    ...{ declared: text, name: text, range, overInternet, without: nobodyIn(overInternet) },
    key: `${text} ${overInternet}`,
    admit: [text],
  };
}

function nobodyIn(overInternet: boolean): readonly Span[] {
  return overInternet ? [...NOBODY, ...NOT_PUBLIC] : NOBODY;
}

/** The ranges of the load balancer's VPC; where that was not read, of its subnets that were. */
function ownRanges({ vpcs, subnets }: Inventory, { vpcId }: LoadBalancer, family: Family): readonly string[] {
  const vpc = vpcs.known ? vpcs.value.find(({ id }) => id === vpcId) : undefined;
  if (vpc !== undefined) return family === 4 ? vpc.cidrs : vpc.ipv6Cidrs;
  const own: readonly Subnet[] = subnets.known ? subnets.value.filter((subnet) => subnet.vpcId === vpcId) : [];
  return own.flatMap(({ cidr, ipv6Cidrs }) => (family === 4 ? [cidr] : ipv6Cidrs));
}

function spansOf(texts: readonly string[]): readonly Span[] {
  return texts.map(readSpan).filter((span) => span !== null);
}

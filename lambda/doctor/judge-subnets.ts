import type { Fact } from '../model/fact.ts';
import type { Subnet } from '../model/inventory.ts';
import type { GroundLine } from './ground-line.ts';
import { lineOf } from './line-of.ts';
import { unknownLine } from './unknown-line.ts';

/**
 * A prober takes an address for its network interface, and Lambda makes more as it wants. A load balancer itself wants 8
 * free ones to grow (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html).
 */
const FEW = 8;

/** Subnets, and the VPC that they are said to stand in. */
export type SubnetPlaces = { readonly vpcId: string; readonly subnets: readonly string[] };

/**
 * Whether subnets stand where they are said to, and have room; those that do are told in one line. `rewrite` is the command that
 * writes the configuration again.
 */
export function judgeSubnets(
  places: readonly SubnetPlaces[],
  subnets: Fact<readonly Subnet[]>,
  rewrite: string,
): readonly GroundLine[] {
  const said = new Map(places.flatMap(({ vpcId, subnets: ids }) => ids.map((id) => [id, vpcId] as const)));
  const distinct = [...said].toSorted(([one], [other]) => (one < other ? -1 : 1));
  if (distinct.length === 0) return [];
  if (!subnets.known) return [unknownLine('subnets', 'free addresses', subnets)];
  const judged = distinct.map(([id, vpcId]) => {
    const subnet = subnets.value.find((one) => one.id === id && one.vpcId === vpcId);
    return subnet === undefined ? notThere(id, vpcId, rewrite) : tight(subnet);
  });
  const roomy = judged.filter((line) => line === null).length;
  return [...(roomy === 0 ? [] : [withRoom(roomy)]), ...judged.filter((line) => line !== null)];
}

function withRoom(count: number): GroundLine {
  const says = `${count === 1 ? '1 subnet has' : `${count} subnets have`} ${FEW} or more.`;
  return lineOf({ part: 'subnets', state: 'ok', subject: 'free addresses', says });
}

function notThere(id: string, vpcId: string, rewrite: string): GroundLine {
  const says = `There is no such subnet in ${vpcId}.`;
  const line = { part: 'subnets', state: 'missing', subject: id, says } as const;
  return lineOf({
    ...line,
    todo: 'Write the configuration again; the subnets of its watches by hand.',
    command: rewrite,
  });
}

function tight({ id, zone, cidr, availableAddresses: free }: Subnet): GroundLine | null {
  // An IPv6-only subnet has no IPv4 range, and no want of addresses.
  if (free >= FEW || cidr === '') return null;
  const count = ['No address is', '1 address is'][free] ?? `${free} addresses are`;
  const says = `${count} free in ${zone} (${cidr}).`;
  const todo =
    free === 0
      ? 'Free an address: without one no prober can stand there, and the load balancer cannot grow.'
      : `Keep ${FEW} free: each prober takes one, and the load balancer takes more as it grows.`;
  return lineOf({ part: 'subnets', state: free === 0 ? 'missing' : 'warning', subject: id, says, todo });
}

import type { Fact } from '../model/fact.ts';
import type { Subnet } from '../model/inventory.ts';
import type { GroundLine } from './ground-line.ts';
import { lineOf } from './line-of.ts';
import type { Planned } from './planned.ts';
import { unknownLine } from './unknown-line.ts';

/**
 * Whether the subnets that are said to have IPv6 ranges have them: a function that may speak IPv6 can stand in no others
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html). Of those that are not there nothing is said here.
 */
export function judgeDualStack(
  { file, deployments }: Planned,
  subnets: Fact<readonly Subnet[]>,
): readonly GroundLine[] {
  const all = deployments.flatMap(({ loadBalancers, watches }) => [...loadBalancers, ...watches]);
  return all.flatMap(({ name, dualStack, subnets: its }) => {
    if (!dualStack) return [];
    if (!subnets.known) return [unknownLine('configuration', `"dualStack" of ${name}`, subnets)];
    const lacking = subnets.value.filter(({ id, ipv6Cidrs }) => its.includes(id) && ipv6Cidrs.length === 0);
    return lacking.length === 0 ? [] : [refused(name, file, lacking)];
  });
}

function refused(name: string, file: string, lacking: readonly Subnet[]): GroundLine {
  const ids = lacking.map(({ id }) => id).toSorted();
  const says = `${file} says "dualStack": true, and ${ids.join(', ')} ${ids.length === 1 ? 'has' : 'have'} no IPv6 range: Lambda refuses probers that speak IPv6 there.`;
  const todo = 'Take "dualStack" out of its entry, or give each of its subnets an IPv6 range.';
  return lineOf({ part: 'configuration', state: 'missing', subject: name, says, todo });
}

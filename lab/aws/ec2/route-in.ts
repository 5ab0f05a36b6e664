import { contains, parseCidr } from '../../../lambda/model/address.ts';
import type { Route, RouteTable } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { destinationIn } from './destination-in.ts';
import { onlyOne } from './only-one.ts';
import { routeTargets } from './route-targets.ts';
import { subjectOf } from './subject-of.ts';

/** The route that a request describes for this table. What leads to something dead is a blackhole from the start. */
export function routeIn(input: Input, table: RouteTable, world: World): Route {
  const destination = destinationIn(input, world);
  const [parameter, id] = onlyOne(input, Object.keys(routeTargets));
  const kind = routeTargets[parameter];
  if (kind === undefined) throw new AwsError('UnknownParameter', `The parameter ${parameter} is not recognized`);
  const target = subjectOf(kind.targets(world), id, kind.noun);
  if (!target.vpcIds.includes(table.vpcId)) {
    const message = `route table ${table.id} and network gateway ${id} belong to different networks`;
    throw new AwsError('InvalidParameterValue', message);
  }
  if (!kind.inside) refuseInside(destination, table, world);
  return { destination, target: id, state: target.alive ? 'active' : 'blackhole' };
}

function refuseInside(destination: string, { vpcId }: RouteTable, { vpcs }: World): void {
  const inner = parseCidr(destination);
  const ranges = vpcs.filter(({ id }) => id === vpcId).flatMap(({ cidrs, ipv6Cidrs }) => [...cidrs, ...ipv6Cidrs]);
  const own = ranges.some((range) => {
    const outer = parseCidr(range);
    return inner !== null && outer !== null && contains(outer, inner);
  });
  if (!own) return;
  const why = `is equal to or more specific than one of this VPC's CIDR blocks`;
  const message = `The destination CIDR block ${destination} ${why}. This route can target only an interface or an instance.`;
  throw new AwsError('InvalidParameterValue', message);
}

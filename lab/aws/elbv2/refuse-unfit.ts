import { parseAddress } from '../../../lambda/model/address.ts';
import type { Target } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import { homeSubnet } from './home-subnet.ts';

type TargetGroup = World['targetGroups'][number];

/**
 * Throws where one of these targets cannot be registered in the group: an instance that does not run or stands in another
 * VPC, an address that lies outside the VPC and was given no zone. Groups for functions and load balancers take any id.
 */
export function refuseUnfit(targets: readonly Target[], group: TargetGroup, world: World): void {
  if (group.targetType === 'instance') refuseInstances(targets, group, world);
  if (group.targetType === 'ip') for (const target of targets) refuseAddress(target, group, world);
}

function refuseInstances(targets: readonly Target[], { vpcId }: TargetGroup, { instances }: World): void {
  const ids = targets.map(({ id }) => id);
  const misshapen = ids.find((id) => !id.startsWith('i-'));
  if (misshapen !== undefined) throw new AwsError('ValidationError', `Instance ID '${misshapen}' is not valid`);
  const unfit = (fits: (one: World['instances'][number]) => boolean) => {
    const fit = new Set(instances.filter(fits).map(({ id }) => id));
    return ids.filter((id) => !fit.has(id));
  };
  const resting = 'The following targets are not in a running state and cannot be registered';
  refuse(
    'The following instances do not exist',
    unfit(() => true),
  );
  refuse(
    resting,
    unfit(({ state }) => state === 'running'),
  );
  refuse(
    `The following targets are not in the target group VPC '${vpcId}'`,
    unfit((one) => one.vpcId === vpcId),
  );
}

function refuse(why: string, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const message = `${why}: ${ids.map((id) => `'${id}'`).join(', ')}`;
  throw new AwsError('InvalidTarget', message, { exception: 'InvalidTargetException' });
}

/** An address that lies in a subnet of the VPC has that subnet's zone; any other must be given one, or `all`. */
function refuseAddress({ id, zone }: Target, group: TargetGroup, world: World): void {
  const address = parseAddress(id);
  if (address?.family !== (group.ipAddressType === 'ipv6' ? 6 : 4)) {
    throw new AwsError('ValidationError', `The IP address '${id}' is not a valid ${group.ipAddressType} address`);
  }
  const home = homeSubnet(id, group.vpcId, world);
  if (home === undefined && zone === null) {
    const message = `The Availability Zone is required for IP address '${id}' because it is not in the VPC`;
    throw new AwsError('ValidationError', message);
  }
  if (home === undefined || zone === null || zone === home.zone) return;
  const message = `The IP address '${id}' is within the VPC, and cannot have its Availability Zone overridden to '${zone}' from '${home.zone}'`;
  throw new AwsError('ValidationError', message);
}

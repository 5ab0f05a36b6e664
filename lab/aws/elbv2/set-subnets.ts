import type { Subnet } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import { changeWorld } from '../change-world.ts';
import { textOf } from '../codecs/text-of.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { Operation } from '../operation.ts';
import { absences } from './absences.ts';
import { chosenBy } from './chosen-by.ts';
import { requiredText } from './required-text.ts';

/**
 * `SetSubnets`, by `Subnets` only: they replace those that the load balancer has; a Network Load Balancer's must be among
 * them, and an Application Load Balancer needs two zones (API Reference).
 */
export const setSubnets: Operation = {
  action: 'elasticloadbalancing:SetSubnets',
  resource: (input) => textOf(input, 'LoadBalancerArn') ?? '*',
  run: async (input, { world, sources }) => {
    const wanted = [requiredText(input, 'LoadBalancerArn')];
    const chosen = chosenBy(world.loadBalancers, wanted, ({ arn }) => arn, absences.loadBalancer);
    const subnets = subnetsIn(textsOf(input, 'Subnets'), world);
    for (const balancer of chosen) refuseUnfit(balancer, subnets, world);
    const zones = subnets.map(({ id, zone }) => ({ zone, subnetId: id }));
    const loadBalancers = world.loadBalancers.map((one) => (chosen.includes(one) ? { ...one, zones } : one));
    await changeWorld(sources, { ...world, loadBalancers });
    return { AvailabilityZones: zones.map(({ zone, subnetId }) => ({ ZoneName: zone, SubnetId: subnetId })) };
  },
};

function subnetsIn(ids: readonly string[], world: World): readonly Subnet[] {
  if (ids.length === 0) throw new AwsError('ValidationError', 'You must specify subnets or subnet mappings');
  const missing = ids.filter((id) => !world.subnets.some((one) => one.id === id));
  if (missing.length > 0) {
    throw refusal('SubnetNotFound', `The subnet ID '${missing.join(', ')}' does not exist`);
  }
  return ids.flatMap((id) => world.subnets.find((one) => one.id === id) ?? []);
}

function refuseUnfit(balancer: World['loadBalancers'][number], subnets: readonly Subnet[], world: World): void {
  const zones = new Set(subnets.map(({ zone }) => zone));
  if (zones.size < subnets.length)
    throw unfit('A load balancer cannot be attached to multiple subnets in the same Availability Zone');
  if (subnets.some(({ vpcId }) => vpcId !== balancer.vpcId)) throw unfit('All subnets must belong to the same VPC');
  if (balancer.type === 'application' && zones.size < 2) {
    throw unfit('At least two subnets in two different Availability Zones must be specified');
  }
  const lost = balancer.zones.filter(({ subnetId }) => !subnets.some(({ id }) => id === subnetId));
  if (balancer.type !== 'application' && lost.length > 0) {
    throw unfit(`Subnets cannot be removed from load balancers with type '${balancer.type}'`);
  }
  const description = `ELB ${balancer.arn.split(':loadbalancer/')[1]}`;
  const homes = world.networkInterfaces.filter((one) => one.description === description).map((one) => one.subnetId);
  const bare = subnets.find(({ id }) => !homes.includes(id));
  if (bare === undefined) return;
  throw new AwsError('UnsupportedOperation', `This world has no node of ${balancer.name} to put into ${bare.id}`);
}

function unfit(message: string): AwsError {
  return refusal('InvalidConfigurationRequest', message);
}

function refusal(code: string, message: string): AwsError {
  return new AwsError(code, message, { exception: `${code}Exception` });
}

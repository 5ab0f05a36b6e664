import type { NetworkInterface } from '../../lambda/model/inventory.ts';
import type { ProberFunction, World } from '../world/world.ts';
import type { TemplateFunction } from './functions-in.ts';

/**
 * The world with the template's functions in it instead of its own probers: each in its subnet, with its groups. Where the world
 * has no interface for one, it is given one, as Lambda does. Throws for a function in several subnets, or in one that is not there.
 */
export function withProbers(world: World, functions: readonly TemplateFunction[]): World {
  const inside = functions.flatMap(({ name, network }) => (network === null ? [] : { name, ...network }));
  const placed = inside.map(({ name, subnets: [subnetId = '', ...more], groups }, index) => {
    if (more.length > 0) throw new Error(`${name} stands in several subnets: ${[subnetId, ...more].join(', ')}`);
    const place = world.probers.find((one) => one.subnetId === subnetId && isSame(one.securityGroups, groups));
    if (place !== undefined) return { prober: { ...place, name }, made: [] };
    const made = interfaceFor(world, { subnetId, groups }, index);
    const prober: ProberFunction = {
      name,
      identity: 'load-balancer',
      interfaceId: made.id,
      subnetId,
      securityGroups: groups,
    };
    return { prober, made: [made] };
  });
  return {
    ...world,
    networkInterfaces: [...world.networkInterfaces, ...placed.flatMap(({ made }) => made)],
    probers: placed.map(({ prober }) => prober),
  };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join(' ') === others.toSorted().join(' ');
}

type Place = { readonly subnetId: string; readonly groups: readonly string[] };

/** Hosts of the lab have low numbers in their subnets; these are behind them. */
const FIRST_ADDRESS = 100;

function interfaceFor({ subnets }: World, { subnetId, groups }: Place, index: number): NetworkInterface {
  const subnet = subnets.find(({ id }) => id === subnetId);
  if (subnet === undefined) throw new Error(`the world has no subnet ${subnetId}`);
  const { vpcId, zone, cidr } = subnet;
  const address = cidr.replace(/\.0\/24$/, `.${FIRST_ADDRESS + index}`);
  return {
    ...{ id: `eni-0${String(index).padStart(16, 'f')}`, description: 'AWS Lambda VPC ENI', interfaceType: 'lambda' },
    ...{ vpcId, subnetId, zone, status: 'in-use', groups },
    addresses: [{ address, primary: true, publicAddress: null }],
    ipv6Addresses: [],
    attachment: { instanceId: null, deviceIndex: 1 },
  };
}

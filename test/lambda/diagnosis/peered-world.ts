import type { Endpoint } from '../../../lambda/model/endpoint.ts';
import { endpointId } from '../../../lambda/model/endpoint-id.ts';
import { known } from '../../../lambda/model/fact.ts';
import type { Inventory, Route } from '../../../lambda/model/inventory.ts';
import type { ProbeResult } from '../../../lambda/model/probe-result.ts';
import { changed, endpoint, seenEverywhere, world } from './small-world.ts';

const ADDRESS = '10.1.10.5';
const TABLE = { main: true, subnetIds: [] };

/** The target of the peered world. */
export const peeredEndpoint: Endpoint = {
  ...endpoint,
  id: endpointId({
    ...{ targetGroup: endpoint.targetGroup ?? '', target: ADDRESS, trafficPort: 8080 },
    ...{ purpose: 'traffic', port: 8080 },
  }),
  target: { id: ADDRESS, port: 8080, zone: 'all' },
  address: ADDRESS,
};

/** A route that is in force, or a blackhole. */
export function route(destination: string, target: string, state: Route['state'] = 'active'): Route {
  return { destination, target, state };
}

/** The routes between the VPCs of the peered world, each in the VPC that it leads from. */
export const THERE = route('10.1.0.0/16', 'pcx-1');
export const BACK = route('10.0.0.0/16', 'pcx-1');

/**
 * The small world (vpc-1, `rtb-1`) with its target in a peered VPC (vpc-2, 10.1.0.0/16, `rtb-2`), of which only these
 * routes beside `local` are in force. The load balancer says unhealthy, as nobody answered.
 */
export function peeredWorld(
  near: readonly Route[],
  far: readonly Route[],
  changes: Partial<Inventory> = {},
): Inventory {
  const { targetGroups } = changed({}, { targetType: 'ip' });
  const rules = listIn(world.securityGroupRules);
  const peer = { kind: 'cidr', cidr: '0.0.0.0/0' } as const;
  const [subnet] = listIn(world.subnets);
  const [acl] = listIn(world.networkAcls);
  const [host] = listIn(world.networkInterfaces);
  if (subnet === undefined || acl === undefined || host === undefined)
    throw new Error('the small world lacks something');
  const side = { ownerId: '1', region: 'eu-west-1', ipv6Cidrs: [] };
  return {
    ...world,
    targetGroups,
    securityGroupRules: known(rules.map((rule) => ({ ...rule, peer }))),
    targetHealth: {
      [endpoint.targetGroup ?? '']: known([
        {
          ...{ target: peeredEndpoint.target, healthCheckPort: '8080', description: null },
          ...{ state: 'unhealthy', reason: 'Target.Timeout' },
        },
      ]),
    },
    subnets: known([...listIn(world.subnets), { ...subnet, id: 'subnet-far', vpcId: 'vpc-2', cidr: '10.1.10.0/24' }]),
    networkAcls: known([
      ...listIn(world.networkAcls),
      { ...acl, id: 'acl-far', vpcId: 'vpc-2', isDefault: true, subnetIds: [] },
    ]),
    networkInterfaces: known([
      ...listIn(world.networkInterfaces),
      {
        ...{
          ...host,
          id: 'eni-far',
          vpcId: 'vpc-2',
          subnetId: 'subnet-far',
          attachment: { instanceId: 'i-far', deviceIndex: 0 },
        },
        addresses: [{ address: ADDRESS, primary: true, publicAddress: null }],
      },
    ]),
    routeTables: known([
      { ...TABLE, id: 'rtb-1', vpcId: 'vpc-1', routes: [route('10.0.0.0/16', 'local'), ...near] },
      { ...TABLE, id: 'rtb-2', vpcId: 'vpc-2', routes: [route('10.1.0.0/16', 'local'), ...far] },
    ]),
    peerings: known([
      {
        ...{ id: 'pcx-1', status: 'active' },
        requester: { ...side, vpcId: 'vpc-1', cidrs: ['10.0.0.0/16'] },
        accepter: { ...side, vpcId: 'vpc-2', cidrs: ['10.1.0.0/16'] },
      },
    ]),
    internetGateways: known([{ id: 'igw-1', egressOnly: false, vpcIds: ['vpc-1'] }]),
    natGateways: known([
      {
        ...{ id: 'nat-2', vpcId: 'vpc-2', subnetId: 'subnet-far', state: 'available', connectivity: 'public' },
        addresses: [{ privateAddress: '10.1.10.99', publicAddress: '198.51.100.9' }],
      },
    ]),
    ...changes,
  };
}

/** Silence from every place. */
export const peeredSilence: readonly ProbeResult[] = seenEverywhere('timed-out').map((one) => ({
  ...one,
  endpoint: peeredEndpoint.id,
}));

function listIn<T>(
  fact: { readonly known: true; readonly value: readonly T[] } | { readonly known: false },
): readonly T[] {
  return fact.known ? fact.value : [];
}

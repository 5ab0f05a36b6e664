import type { World } from '../../world/world.ts';
import { egressOnlyInternetGateways } from './egress-only-internet-gateways.ts';
import { instances } from './instances.ts';
import { natGateways } from './nat-gateways.ts';
import { networkInterfaces } from './network-interfaces.ts';
import type { Noun } from './noun.ts';
import { transitGateways } from './transit-gateways.ts';
import { vpcEndpoints } from './vpc-endpoints.ts';
import { vpcPeerings } from './vpc-peerings.ts';

/** What a route may lead to: whether it is in reach of a VPC, and whether it takes packets now. */
type RouteTarget = { readonly id: string; readonly vpcIds: readonly string[]; readonly alive: boolean };

/** One parameter that names a route's target: who says that it does not exist, and which there are. */
type TargetKind = {
  readonly noun: Pick<Noun, 'id'>;
  /** Whether it may take what the VPC's own range holds: Amazon VPC User Guide, "Configure route tables". */
  readonly inside: boolean;
  readonly targets: (world: World) => readonly RouteTarget[];
};

const anyGateway: Pick<Noun, 'id'> = {
  id: {
    parameter: 'GatewayId',
    at: 'gatewayId',
    notFound: 'InvalidGatewayID.NotFound',
    wording: (id) => `The gateway ID '${id}' does not exist`,
  },
};

/** Parameters of `CreateRoute` by name. Those for what the world has none of (local and carrier gateways, …) are not served. */
export const routeTargets: Readonly<Record<string, TargetKind>> = {
  GatewayId: { noun: anyGateway, inside: false, targets: (world) => gateways(world, false) },
  EgressOnlyInternetGatewayId: {
    noun: egressOnlyInternetGateways,
    inside: false,
    targets: (world) => gateways(world, true),
  },
  NatGatewayId: {
    noun: natGateways,
    inside: true,
    targets: (world) =>
      world.natGateways.map(({ id, vpcId, state }) => ({ id, vpcIds: [vpcId], alive: state === 'available' })),
  },
  InstanceId: {
    noun: instances,
    inside: true,
    targets: (world) =>
      world.instances.map(({ id, vpcId, state }) => ({
        id,
        vpcIds: vpcId === null ? [] : [vpcId],
        alive: state === 'running',
      })),
  },
  NetworkInterfaceId: {
    noun: networkInterfaces,
    inside: true,
    targets: (world) =>
      world.networkInterfaces.map(({ id, vpcId, status }) => ({ id, vpcIds: [vpcId], alive: status === 'in-use' })),
  },
  TransitGatewayId: { noun: transitGateways, inside: false, targets: attachedTransitGateways },
  VpcEndpointId: {
    noun: vpcEndpoints,
    inside: true,
    targets: (world) =>
      world.vpcEndpoints.map(({ id, vpcId, state }) => ({ id, vpcIds: [vpcId], alive: state === 'available' })),
  },
  VpcPeeringConnectionId: {
    noun: vpcPeerings,
    inside: false,
    targets: (world) =>
      world.peerings.map(({ id, status, requester, accepter }) => ({
        id,
        vpcIds: [requester.vpcId, accepter.vpcId],
        alive: status === 'active',
      })),
  },
};

function gateways({ internetGateways }: World, egressOnly: boolean): readonly RouteTarget[] {
  return internetGateways
    .filter((one) => one.egressOnly === egressOnly)
    .map(({ id, vpcIds }) => ({ id, vpcIds, alive: true }));
}

function attachedTransitGateways({ transitGateways: all, transitGatewayAttachments }: World): readonly RouteTarget[] {
  return all.map(({ id, state }) => {
    const attached = transitGatewayAttachments.filter(
      (one) => one.transitGatewayId === id && one.state === 'available',
    );
    return { id, vpcIds: attached.map(({ resourceId }) => resourceId), alive: state === 'available' };
  });
}

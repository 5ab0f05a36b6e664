import type { RulePeer, SecurityGroup } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import { managedPrefixLists } from './managed-prefix-lists.ts';
import { securityGroups } from './security-groups.ts';
import { subjectOf } from './subject-of.ts';

/** A new rule's source with what the world knows of it. Throws where it does not exist, or is out of the group's reach. */
export function knownPeer(peer: RulePeer, group: SecurityGroup, world: World): RulePeer {
  if (peer.kind === 'cidr') return peer;
  if (peer.kind === 'prefix-list') {
    subjectOf(world.prefixLists, peer.id, managedPrefixLists);
    return peer;
  }
  const { ownerId, vpcId } = subjectOf(world.securityGroups, peer.id, securityGroups);
  if (vpcId === group.vpcId || areTied(vpcId, group.vpcId, world)) return { ...peer, ownerId, vpcId };
  throw new AwsError('InvalidGroup.NotFound', 'You have specified two resources that belong to different networks.');
}

/** Groups can be referred to across an active peering, and across a transit gateway that supports it. */
function areTied(one: string, other: string, world: World): boolean {
  const peered = world.peerings.some(({ status, requester, accepter }) => {
    const sides = [requester.vpcId, accepter.vpcId];
    return status === 'active' && sides.includes(one) && sides.includes(other);
  });
  const gatewaysOf = (vpcId: string) =>
    world.transitGatewayAttachments
      .filter(
        ({ resourceId, state, vpc }) => resourceId === vpcId && state === 'available' && vpc?.securityGroupReferencing,
      )
      .map(({ transitGatewayId }) => transitGatewayId);
  const shared = gatewaysOf(one).filter((id) => gatewaysOf(other).includes(id));
  return (
    peered ||
    world.transitGateways.some(({ id, securityGroupReferencing }) => securityGroupReferencing && shared.includes(id))
  );
}

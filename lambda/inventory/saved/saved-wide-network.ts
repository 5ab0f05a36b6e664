import type { Inventory } from '../../model/inventory.ts';
import type * as network from '../../model/network.ts';
import { egressOnlyInternetGateways } from '../egress-only-internet-gateways.ts';
import { instanceStatuses } from '../instance-statuses.ts';
import { internetGateways } from '../internet-gateways.ts';
import { joinFacts } from '../join-facts.ts';
import { natGateways } from '../nat-gateways.ts';
import { securityGroupVpcAssociations } from '../security-group-vpc-associations.ts';
import { staleSecurityGroups } from '../stale-security-groups.ts';
import { vpcEndpoints } from '../vpc-endpoints.ts';
import { vpcPeerings } from '../vpc-peerings.ts';
import { savedBlockPublicAccess } from './saved-block-public-access.ts';
import type { SavedFacts } from './saved-facts.ts';
import { savedPrefixLists } from './saved-prefix-lists.ts';
import { savedTransitGateways } from './saved-transit-gateways.ts';
import { wideNetworkSchemas as schemas } from './wide-network-schemas.ts';

type WideNetwork = Pick<
  Inventory,
  | 'instanceStatuses'
  | 'prefixLists'
  | 'peerings'
  | 'staleSecurityGroups'
  | 'securityGroupVpcAssociations'
  | 'transitGateways'
  | 'transitGatewayAttachments'
  | 'transitGatewayRouteTables'
  | 'natGateways'
  | 'internetGateways'
  | 'vpcEndpoints'
  | 'blockPublicAccess'
>;

const id = (noun: { readonly id: string }) => noun.id;
const ofGroup = ({ groupId, vpcId }: { readonly groupId: string; readonly vpcId: string }) => `${groupId} in ${vpcId}`;
const GATEWAY = { schema: schemas.internetGateway, id };

/** What saved answers tell of what lies around and between VPCs. Throws `CannotCheck`. */
export function savedWideNetwork(facts: SavedFacts): WideNetwork {
  const { all } = facts;
  return {
    instanceStatuses: all('InstanceStatuses', {
      noun: instanceStatuses.noun,
      schema: schemas.instanceStatus,
      id: (status: network.InstanceStatus) => status.instanceId,
    }),
    prefixLists: savedPrefixLists(facts),
    peerings: all('VpcPeeringConnections', { noun: vpcPeerings.noun, schema: schemas.peering, id }),
    staleSecurityGroups: all('StaleSecurityGroupSet', {
      noun: staleSecurityGroups.noun,
      schema: schemas.staleSecurityGroup,
      id: ofGroup,
    }),
    securityGroupVpcAssociations: all('SecurityGroupVpcAssociations', {
      noun: securityGroupVpcAssociations.noun,
      schema: schemas.securityGroupVpcAssociation,
      id: ofGroup,
    }),
    ...savedTransitGateways(facts),
    natGateways: all('NatGateways', { noun: natGateways.noun, schema: schemas.natGateway, id }),
    internetGateways: internetGatewaysOf(facts),
    vpcEndpoints: all('VpcEndpoints', { noun: vpcEndpoints.noun, schema: schemas.vpcEndpoint, id }),
    blockPublicAccess: savedBlockPublicAccess(facts),
  };
}

/** Without a file for them, egress-only ones are not among the rest, and a route to one leads to what is not in the inventory. */
function internetGatewaysOf({ all }: SavedFacts): WideNetwork['internetGateways'] {
  const gateways = all('InternetGateways', { noun: internetGateways.noun, ...GATEWAY });
  const egressOnly = all('EgressOnlyInternetGateways', { noun: egressOnlyInternetGateways.noun, ...GATEWAY });
  return egressOnly.known ? joinFacts([gateways, egressOnly]) : gateways;
}

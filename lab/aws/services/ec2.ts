import { authorizeSecurityGroup } from '../ec2/authorize-security-group.ts';
import { blockPublicAccessExclusions } from '../ec2/block-public-access-exclusions.ts';
import { change } from '../ec2/change.ts';
import { createNetworkAclEntry } from '../ec2/create-network-acl-entry.ts';
import { createRoute } from '../ec2/create-route.ts';
import { deleteNetworkAclEntry } from '../ec2/delete-network-acl-entry.ts';
import { deleteRoute } from '../ec2/delete-route.ts';
import { describe } from '../ec2/describe.ts';
import { describeBlockPublicAccessOptions } from '../ec2/describe-block-public-access-options.ts';
import { egressOnlyInternetGateways } from '../ec2/egress-only-internet-gateways.ts';
import { instanceStatuses } from '../ec2/instance-statuses.ts';
import { instances } from '../ec2/instances.ts';
import { internetGateways } from '../ec2/internet-gateways.ts';
import { managedPrefixLists } from '../ec2/managed-prefix-lists.ts';
import { natGateways } from '../ec2/nat-gateways.ts';
import { networkAcls } from '../ec2/network-acls.ts';
import { networkInterfaces } from '../ec2/network-interfaces.ts';
import { prefixListEntries } from '../ec2/prefix-list-entries.ts';
import { replaceNetworkAclEntry } from '../ec2/replace-network-acl-entry.ts';
import { replaceRoute } from '../ec2/replace-route.ts';
import { revokeSecurityGroup } from '../ec2/revoke-security-group.ts';
import { routeTables } from '../ec2/route-tables.ts';
import { securityGroupRules } from '../ec2/security-group-rules.ts';
import { securityGroupVpcAssociations } from '../ec2/security-group-vpc-associations.ts';
import { securityGroups } from '../ec2/security-groups.ts';
import { staleSecurityGroups } from '../ec2/stale-security-groups.ts';
import { startInstances } from '../ec2/start-instances.ts';
import { subnets } from '../ec2/subnets.ts';
import { transitGatewayAttachments } from '../ec2/transit-gateway-attachments.ts';
import { transitGatewayRouteTables } from '../ec2/transit-gateway-route-tables.ts';
import { transitGatewayRoutes } from '../ec2/transit-gateway-routes.ts';
import { transitGatewayVpcAttachments } from '../ec2/transit-gateway-vpc-attachments.ts';
import { transitGateways } from '../ec2/transit-gateways.ts';
import { vpcEndpoints } from '../ec2/vpc-endpoints.ts';
import { vpcPeerings } from '../ec2/vpc-peerings.ts';
import { vpcs } from '../ec2/vpcs.ts';
import type { Service } from '../operation.ts';

const NOUNS = [
  blockPublicAccessExclusions,
  egressOnlyInternetGateways,
  instanceStatuses,
  instances,
  internetGateways,
  managedPrefixLists,
  natGateways,
  networkAcls,
  networkInterfaces,
  prefixListEntries,
  routeTables,
  securityGroupRules,
  securityGroupVpcAssociations,
  securityGroups,
  staleSecurityGroups,
  subnets,
  transitGatewayAttachments,
  transitGatewayRouteTables,
  transitGatewayRoutes,
  transitGatewayVpcAttachments,
  transitGateways,
  vpcEndpoints,
  vpcPeerings,
  vpcs,
];

const CHANGES = [
  authorizeSecurityGroup('Egress'),
  authorizeSecurityGroup('Ingress'),
  createNetworkAclEntry,
  createRoute,
  deleteNetworkAclEntry,
  deleteRoute,
  replaceNetworkAclEntry,
  replaceRoute,
  revokeSecurityGroup('Egress'),
  revokeSecurityGroup('Ingress'),
];

/** Amazon EC2: one noun, one operation that describes it; and what can be changed. */
export const ec2: Service = {
  signingName: 'ec2',
  version: '2016-11-15',
  target: null,
  operations: {
    ...Object.fromEntries(NOUNS.map((noun) => [noun.operation, describe(noun)])),
    ...Object.fromEntries(CHANGES.map((one) => [one.operation, change(one)])),
    DescribeVpcBlockPublicAccessOptions: describeBlockPublicAccessOptions,
    StartInstances: startInstances,
  },
};

import { unknown } from './fact.ts';
import type { Inventory } from './inventory.ts';

/** An inventory of which nothing has been read: every fact is unknown, `not-asked`. Readers fill in what they read. */
export function unreadInventory(readAt: string): Inventory {
  const unread = unknown('not-asked', 'it was not read');
  return {
    schemaVersion: 1,
    readAt,
    loadBalancers: [],
    targetGroups: unread,
    listeners: {},
    rules: {},
    targetHealth: {},
    vpcs: unread,
    subnets: unread,
    securityGroups: unread,
    securityGroupRules: unread,
    networkAcls: unread,
    routeTables: unread,
    networkInterfaces: unread,
    instances: unread,
    instanceStatuses: unread,
    prefixLists: unread,
    peerings: unread,
    staleSecurityGroups: unread,
    securityGroupVpcAssociations: unread,
    transitGateways: unread,
    transitGatewayAttachments: unread,
    transitGatewayRouteTables: unread,
    natGateways: unread,
    internetGateways: unread,
    vpcEndpoints: unread,
    blockPublicAccess: unread,
  };
}

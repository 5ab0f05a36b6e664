import * as z from 'zod';
import type * as network from '../../model/network.ts';
import type { CompleteSchema } from './complete-schema.ts';
import { factSchema } from './fact-schema.ts';

const TEXTS = z.array(z.string());
const SIDE = z.object({
  vpcId: z.string(),
  ownerId: z.string(),
  region: z.string().nullable(),
  cidrs: TEXTS,
  ipv6Cidrs: TEXTS,
});
const ROUTE = z.object({ destination: z.string(), attachmentIds: TEXTS, state: z.string() });

/** The nouns around and between VPCs, checked to their depth. Fields that are not ours are left out. */
export const wideNetworkSchemas = {
  prefixList: z.object({
    id: z.string(),
    name: z.string(),
    cidrs: factSchema(TEXTS),
  }) satisfies CompleteSchema<network.PrefixList>,
  peering: z.object({
    id: z.string(),
    status: z.string(),
    requester: SIDE,
    accepter: SIDE,
  }) satisfies CompleteSchema<network.VpcPeering>,
  staleSecurityGroup: z.object({
    groupId: z.string(),
    vpcId: z.string(),
    ingressReferences: TEXTS,
    egressReferences: TEXTS,
  }) satisfies CompleteSchema<network.StaleSecurityGroup>,
  securityGroupVpcAssociation: z.object({
    groupId: z.string(),
    vpcId: z.string(),
    state: z.string(),
  }) satisfies CompleteSchema<network.SecurityGroupVpcAssociation>,
  transitGateway: z.object({
    id: z.string(),
    ownerId: z.string(),
    state: z.string(),
    securityGroupReferencing: z.boolean(),
  }) satisfies CompleteSchema<network.TransitGateway>,
  transitGatewayAttachment: z.object({
    id: z.string(),
    transitGatewayId: z.string(),
    resourceType: z.string(),
    resourceId: z.string(),
    resourceOwnerId: z.string(),
    state: z.string(),
    routeTableId: z.string().nullable(),
    vpc: z.object({ subnetIds: TEXTS, securityGroupReferencing: z.boolean(), applianceMode: z.boolean() }).nullable(),
  }) satisfies CompleteSchema<network.TransitGatewayAttachment>,
  transitGatewayRouteTable: z.object({
    id: z.string(),
    transitGatewayId: z.string(),
    routes: factSchema(z.array(ROUTE)),
  }) satisfies CompleteSchema<network.TransitGatewayRouteTable>,
  transitGatewayRoute: ROUTE satisfies CompleteSchema<network.TransitGatewayRoute>,
  natGateway: z.object({
    id: z.string(),
    vpcId: z.string(),
    subnetId: z.string().nullable(),
    state: z.string(),
    connectivity: z.enum(['public', 'private']),
    addresses: z.array(z.object({ privateAddress: z.string().nullable(), publicAddress: z.string().nullable() })),
  }) satisfies CompleteSchema<network.NatGateway>,
  internetGateway: z.object({
    id: z.string(),
    egressOnly: z.boolean(),
    vpcIds: TEXTS,
  }) satisfies CompleteSchema<network.InternetGateway>,
  vpcEndpoint: z.object({
    id: z.string(),
    type: z.string(),
    vpcId: z.string(),
    serviceName: z.string(),
    state: z.string(),
    subnetIds: TEXTS,
    groups: TEXTS,
    interfaceIds: TEXTS,
    routeTableIds: TEXTS,
  }) satisfies CompleteSchema<network.VpcEndpoint>,
  blockPublicAccess: z.object({
    mode: z.enum(['off', 'block-bidirectional', 'block-ingress']),
    exclusions: z.array(
      z.object({ resourceId: z.string(), allows: z.enum(['bidirectional', 'egress']), state: z.string() }),
    ),
  }) satisfies CompleteSchema<network.BlockPublicAccess>,
  instanceStatus: z.object({
    instanceId: z.string(),
    system: z.string(),
    instance: z.string(),
  }) satisfies CompleteSchema<network.InstanceStatus>,
};

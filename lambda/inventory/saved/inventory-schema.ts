import * as z from 'zod';
import { type Fact, unknown } from '../../model/fact.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { CompleteSchema } from './complete-schema.ts';
import { factSchema } from './fact-schema.ts';
import { keySchema } from './key-schema.ts';
import { loadBalancingSchemas as balancing } from './load-balancing-schemas.ts';
import { networkSchemas as network } from './network-schemas.ts';
import { watchedPathSchema } from './watched-path-schema.ts';
import { wideNetworkSchemas as wide } from './wide-network-schemas.ts';

const MISSING = unknown('not-asked', 'the snapshot does not hold it');

/**
 * A snapshot, checked to its depth. What is not ours is left out; a fact that is missing (the snapshot of an older version)
 * is unknown. The keys of what comes out are always in the same order.
 */
export const inventorySchema = z.object({
  schemaVersion: z.literal(1),
  readAt: z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'is no time as in 2026-01-31T12:00:00Z'),
  loadBalancers: z.array(balancing.loadBalancer),
  watches: z.array(watchedPathSchema).optional(),
  targetGroups: list(balancing.targetGroup),
  listeners: byArn(balancing.listener),
  rules: byArn(balancing.rule),
  targetHealth: byArn(balancing.targetHealth),
  vpcs: list(network.vpc),
  subnets: list(network.subnet),
  securityGroups: list(network.securityGroup),
  securityGroupRules: list(network.securityGroupRule),
  networkAcls: list(network.networkAcl),
  routeTables: list(network.routeTable),
  networkInterfaces: list(network.networkInterface),
  instances: list(network.instance),
  instanceStatuses: list(wide.instanceStatus),
  prefixLists: list(wide.prefixList),
  peerings: list(wide.peering),
  staleSecurityGroups: list(wide.staleSecurityGroup),
  securityGroupVpcAssociations: list(wide.securityGroupVpcAssociation),
  transitGateways: list(wide.transitGateway),
  transitGatewayAttachments: list(wide.transitGatewayAttachment),
  transitGatewayRouteTables: list(wide.transitGatewayRouteTable),
  natGateways: list(wide.natGateway),
  internetGateways: list(wide.internetGateway),
  vpcEndpoints: list(wide.vpcEndpoint),
  blockPublicAccess: orMissing(wide.blockPublicAccess),
}) satisfies CompleteSchema<Inventory>;

function list<T>(noun: z.ZodType<T>): z.ZodType<Fact<readonly T[]>> {
  return orMissing(z.array(noun));
}

function orMissing<T>(value: z.ZodType<T>): z.ZodType<Fact<T>> {
  return factSchema(value).default(MISSING);
}

/** Facts by ARN. */
function byArn<T>(noun: z.ZodType<T>): z.ZodType<Readonly<Record<string, Fact<readonly T[]>>>> {
  return z.record(keySchema, factSchema(z.array(noun)));
}

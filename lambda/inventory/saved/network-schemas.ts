import * as z from 'zod';
import type {
  Instance,
  NetworkAcl,
  NetworkInterface,
  RouteTable,
  SecurityGroup,
  SecurityGroupRule,
  Subnet,
  Vpc,
} from '../../model/inventory.ts';
import type { CompleteSchema } from './complete-schema.ts';

const TEXTS = z.array(z.string());
/** Also ICMP's types and codes, of which -1 is any. */
const PORT = z.int().min(-1).max(65535).nullable();

const PEER = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cidr'), cidr: z.string() }),
  z.object({ kind: z.literal('prefix-list'), id: z.string() }),
  z.object({
    kind: z.literal('security-group'),
    id: z.string(),
    ownerId: z.string().nullable(),
    vpcId: z.string().nullable(),
  }),
]);

/** The nouns of a VPC, checked to their depth. Fields that are not ours are left out. */
export const networkSchemas = {
  vpc: z.object({
    id: z.string(),
    name: z.string().nullable(),
    cidrs: TEXTS,
    ipv6Cidrs: TEXTS,
  }) satisfies CompleteSchema<Vpc>,
  subnet: z.object({
    id: z.string(),
    name: z.string().nullable(),
    vpcId: z.string(),
    zone: z.string(),
    cidr: z.string(),
    ipv6Cidrs: TEXTS,
    availableAddresses: z.number(),
  }) satisfies CompleteSchema<Subnet>,
  securityGroup: z.object({
    id: z.string(),
    name: z.string(),
    vpcId: z.string(),
    ownerId: z.string(),
  }) satisfies CompleteSchema<SecurityGroup>,
  securityGroupRule: z.object({
    id: z.string(),
    groupId: z.string(),
    egress: z.boolean(),
    protocol: z.string(),
    fromPort: PORT,
    toPort: PORT,
    peer: PEER,
    description: z.string().nullable(),
  }) satisfies CompleteSchema<SecurityGroupRule>,
  networkAcl: z.object({
    id: z.string(),
    vpcId: z.string(),
    isDefault: z.boolean(),
    subnetIds: TEXTS,
    entries: z.array(
      z.object({
        ruleNumber: z.int(),
        egress: z.boolean(),
        protocol: z.string(),
        action: z.enum(['allow', 'deny']),
        cidr: z.string(),
        fromPort: PORT,
        toPort: PORT,
      }),
    ),
  }) satisfies CompleteSchema<NetworkAcl>,
  routeTable: z.object({
    id: z.string(),
    vpcId: z.string(),
    main: z.boolean(),
    subnetIds: TEXTS,
    routes: z.array(
      z.object({ destination: z.string(), target: z.string(), state: z.enum(['active', 'blackhole', 'filtered']) }),
    ),
  }) satisfies CompleteSchema<RouteTable>,
  networkInterface: z.object({
    id: z.string(),
    description: z.string(),
    interfaceType: z.string(),
    vpcId: z.string(),
    subnetId: z.string(),
    zone: z.string(),
    status: z.string(),
    groups: TEXTS,
    addresses: z.array(z.object({ address: z.string(), primary: z.boolean(), publicAddress: z.string().nullable() })),
    ipv6Addresses: TEXTS,
    prefixes: TEXTS.optional(),
    attachment: z.object({ instanceId: z.string().nullable(), deviceIndex: z.int().nullable() }).nullable(),
  }) satisfies CompleteSchema<NetworkInterface>,
  instance: z.object({
    id: z.string(),
    name: z.string().nullable(),
    state: z.string(),
    vpcId: z.string().nullable(),
    subnetId: z.string().nullable(),
    primaryAddress: z.string().nullable(),
  }) satisfies CompleteSchema<Instance>,
};

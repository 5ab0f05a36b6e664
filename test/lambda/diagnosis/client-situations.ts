import type { Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import type { Declarations } from '../../../lambda/model/evidence.ts';
import { known } from '../../../lambda/model/fact.ts';
import type { Inventory, SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import { denying, withAclEntry, withRules } from './broken-ways.ts';
import type { ResourceSituation } from './situation.ts';
import { changed, seenEverywhere, world } from './small-world.ts';

/** The office is to reach the small world's load balancer on port 80. */
export const declaredOffice: Declarations = { shop: { ports: [80], clients: ['10.0.50.0/24'] } };

/** The small world's load balancer facing the internet: everybody is admitted, and routes and a gateway are there. */
export const facingInternet: Inventory = withGateway({
  ...changed({ scheme: 'internet-facing' }),
  securityGroupRules: withRules((rule) => [admitting('0.0.0.0/0')(rule)]).securityGroupRules,
});

/** The same with a route table without a way out for the second of its subnets. */
export const privateSubnet: Inventory = {
  ...facingInternet,
  routeTables: known([
    ...(facingInternet.routeTables.known ? facingInternet.routeTables.value : []),
    {
      ...{ id: 'rtb-private', vpcId: 'vpc-1', main: false, subnetIds: ['subnet-edge-b'] },
      routes: [{ destination: '10.0.0.0/16', target: 'local', state: 'active' }],
    },
  ]),
};

/** The load balancer is a network one that preserves client addresses, and the target admits its subnets only. */
export const preserving: Inventory = {
  ...changed(
    { type: 'network', securityGroups: [], attributes: known({ 'load_balancing.cross_zone.enabled': 'true' }) },
    { attributes: known({ 'preserve_client_ip.enabled': 'true' }) },
  ),
  securityGroupRules: withRules((rule) => (rule.id === 'sgr-web-in' ? nodesOnly(rule) : [rule])).securityGroupRules,
};

/** The same, and its target's group admits the whole VPC. */
export const welcoming: Inventory = {
  ...preserving,
  securityGroupRules: withRules((rule) =>
    rule.id === 'sgr-web-in' ? [{ ...rule, peer: { kind: 'cidr', cidr: '10.0.0.0/16' } }] : [rule],
  ).securityGroupRules,
};

/** Situations in which clients are turned away, by the code of the fault. */
export const clientSituations: Readonly<Record<string, ResourceSituation | Partial<Looked>>> = {
  'load-balancer-subnet-without-internet-route': shop(privateSubnet),
  'load-balancer-security-group-blocks-clients': shop(withRules((rule) => (rule.id === 'sgr-lb-in' ? [] : [rule]))),
  'load-balancer-subnet-acl-blocks-clients': {
    ...shop(withAclEntry('acl-edge', denying({ egress: false, fromPort: 80, toPort: 80 }))),
    declarations: declaredOffice,
  },
  'target-security-group-blocks-clients': {
    inventory: preserving,
    results: seenEverywhere('connected'),
    declarations: declaredOffice,
  },
};

/** The small world's load balancer as such. */
export function shop(inventory: Inventory): ResourceSituation {
  return { subject: 'load-balancer', name: 'shop', inventory };
}

/** Makes the load balancer admit its clients from a range. */
export function admitting(cidr: string): (rule: SecurityGroupRule) => SecurityGroupRule {
  return (rule) => (rule.id === 'sgr-lb-in' ? { ...rule, peer: { kind: 'cidr', cidr } } : rule);
}

function nodesOnly(rule: SecurityGroupRule): readonly SecurityGroupRule[] {
  return ['10.0.0.0/24', '10.0.1.0/24'].map((cidr, index) => ({
    ...rule,
    id: `${rule.id}-${index}`,
    peer: { kind: 'cidr', cidr },
  }));
}

function withGateway(inventory: Inventory): Inventory {
  const tables = world.routeTables.known ? world.routeTables.value : [];
  const route = { destination: '0.0.0.0/0', target: 'igw-1', state: 'active' } as const;
  return {
    ...inventory,
    internetGateways: known([{ id: 'igw-1', egressOnly: false, vpcIds: ['vpc-1'] }]),
    routeTables: known(tables.map((table) => ({ ...table, routes: [...table.routes, route] }))),
    blockPublicAccess: known({ mode: 'off', exclusions: [] }),
  };
}

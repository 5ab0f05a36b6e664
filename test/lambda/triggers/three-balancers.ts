import { known } from '../../../lambda/model/fact.ts';
import type { Inventory, LoadBalancer, TargetGroup } from '../../../lambda/model/inventory.ts';
import { health, WEB } from '../endpoints/cut.ts';
import { acl, networkInterface, openEntries, rule, smallInventory, subnet } from '../reachability/small-inventory.ts';

const ELB = 'arn:aws:elasticloadbalancing:eu-west-1:1:';

/** An Application Load Balancer with the instance i-app behind it, in subnets under an ACL and a table of their own. */
export const SHOP = `${ELB}loadbalancer/app/shop/0a`;
/** A Network Load Balancer whose target is `SHOP`. */
export const EDGE = `${ELB}loadbalancer/net/edge/0b`;
/** A Network Load Balancer on the addresses 10.0.2.9 and 2001:db8::9, under the VPC's default ACL and main table. */
export const LONE = `${ELB}loadbalancer/net/lone/0c`;

/** ARNs of what they have. */
export const arns = {
  listener: `${ELB}listener/app/shop/0a/1`,
  newListener: `${ELB}listener/net/lone/0c/9`,
  rule: `${ELB}listener-rule/app/shop/0a/1/2`,
  newRule: `${ELB}listener-rule/app/shop/0a/9/9`,
  web: `${ELB}targetgroup/web/1`,
  weighed: `${ELB}targetgroup/weighed/2`,
  nodes: `${ELB}targetgroup/nodes/3`,
  addresses: `${ELB}targetgroup/addresses/4`,
};

/** Three load balancers in one VPC, everything read. */
export function threeBalancers(changes: Partial<Inventory> = {}): Inventory {
  const lists = [{ type: 'forward', targetGroups: [{ arn: arns.weighed, weight: 1 }] }];
  const listener = { arn: arns.listener, loadBalancerArn: SHOP, protocol: 'HTTP', port: 80, defaultActions: [] };
  return smallInventory({
    loadBalancers: [
      balancer(SHOP, 'application', ['sg-lb'], 'subnet-lb-a'),
      balancer(EDGE, 'network', ['sg-edge'], 'subnet-edge-a'),
      balancer(LONE, 'network', [], 'subnet-lone-a'),
    ],
    listeners: { [SHOP]: known([listener]), [EDGE]: known([]), [LONE]: known([]) },
    rules: {
      [arns.listener]: known([
        { arn: arns.rule, listenerArn: arns.listener, priority: '1', conditions: [], actions: lists },
      ]),
    },
    targetGroups: known([
      group(arns.web, 'instance', [SHOP]),
      // Attached by the rule alone.
      group(arns.weighed, 'ip', []),
      group(arns.nodes, 'alb', [EDGE]),
      group(arns.addresses, 'ip', [LONE]),
    ]),
    targetHealth: {
      [arns.web]: known([health('i-app')]),
      [arns.weighed]: known([health('10.0.1.6')]),
      [arns.nodes]: known([health(SHOP)]),
      [arns.addresses]: known([health('10.0.2.9'), health('2001:DB8:0::9')]),
    },
    subnets: known([
      subnet('subnet-lb-a', '10.0.0.0/24'),
      subnet('subnet-app-a', '10.0.1.0/24'),
      subnet('subnet-lone-a', '10.0.2.0/24'),
      subnet('subnet-edge-a', '10.0.3.0/24'),
      subnet('subnet-idle-a', '10.0.4.0/24'),
    ]),
    networkAcls: known([
      acl('acl-shop', ['subnet-lb-a', 'subnet-app-a'], openEntries()),
      acl('acl-edge', ['subnet-edge-a'], openEntries()),
      acl('acl-idle', ['subnet-idle-a'], openEntries()),
      { ...acl('acl-default', [], openEntries()), isDefault: true },
    ]),
    routeTables: known([
      table('rtb-shop', ['subnet-lb-a', 'subnet-app-a'], [['pl-routes', 'pcx-shop']]),
      table('rtb-edge', ['subnet-edge-a'], []),
      { ...table('rtb-main', [], [['0.0.0.0/0', 'nat-lone']]), main: true },
    ]),
    networkInterfaces: known([
      {
        ...networkInterface('node', 'subnet-lb-a', '10.0.0.7', ['sg-lb']),
        description: 'ELB app/shop/0a',
        attachment: null,
      },
      networkInterface('app', 'subnet-app-a', '10.0.1.5', ['sg-app']),
      networkInterface('sibling', 'subnet-app-a', '10.0.1.6', ['sg-sibling']),
      networkInterface('lone', 'subnet-lone-a', '10.0.2.9', ['sg-lone']),
      networkInterface('six', 'subnet-lone-a', '10.0.2.10', ['sg-six'], ['2001:db8::9']),
      networkInterface('idle', 'subnet-idle-a', '10.0.4.1', ['sg-idle']),
    ]),
    instances: known([
      {
        id: 'i-app',
        name: null,
        state: 'running',
        vpcId: 'vpc-1',
        subnetId: 'subnet-app-a',
        primaryAddress: '10.0.1.5',
      },
    ]),
    securityGroupRules: known([
      rule('sgr-app-in', 'sg-app', 'in', 'tcp', 8080, 'sg-lb'),
      rule('sgr-lone-in', 'sg-lone', 'in', 'tcp', 8080, 'pl-clients'),
      rule('sgr-idle-in', 'sg-idle', 'in', 'tcp', 8080, 'pl-idle'),
    ]),
    transitGatewayAttachments: known([
      {
        id: 'tgw-attach-1',
        transitGatewayId: 'tgw-1',
        resourceType: 'vpc',
        resourceId: 'vpc-1',
        resourceOwnerId: '1',
        state: 'available',
        routeTableId: 'tgw-rtb-1',
        vpc: null,
      },
    ]),
    ...changes,
  });
}

function balancer(
  arn: string,
  type: 'application' | 'network',
  securityGroups: string[],
  subnetId: string,
): LoadBalancer {
  return {
    arn,
    name: arn.split('/')[2] ?? '',
    type,
    scheme: 'internal',
    state: 'active',
    stateReason: null,
    dnsName: '',
    vpcId: 'vpc-1',
    ipAddressType: 'ipv4',
    securityGroups,
    zones: [{ zone: 'zone-a', subnetId }],
    attributes: known({}),
  };
}

function group(arn: string, targetType: TargetGroup['targetType'], loadBalancerArns: string[]): TargetGroup {
  return { ...WEB, arn, name: arn, targetType, loadBalancerArns };
}

function table(id: string, subnetIds: string[], routes: [string, string][]) {
  const active = routes.map(([destination, target]) => ({ destination, target, state: 'active' as const }));
  return { id, vpcId: 'vpc-1', main: false, subnetIds, routes: active };
}

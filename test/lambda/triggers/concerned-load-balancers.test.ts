import { expect, it } from 'vitest';
import { unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import { concernedLoadBalancers } from '../../../lambda/triggers/concerned-load-balancers.ts';
import type { ChangeTrigger, DeployTrigger } from '../../../lambda/triggers/monitor-trigger.ts';
import { arns, EDGE, LONE, SHOP, threeBalancers } from './three-balancers.ts';

const ALL = [SHOP, EDGE, LONE];
/** What concerns the Application Load Balancer concerns the Network Load Balancer in front of it. */
const BOTH = [SHOP, EDGE];

it.each<[string, readonly string[], readonly string[]]>([
  ['the load balancer itself', [SHOP], BOTH],
  ['the one in front alone', [EDGE], [EDGE]],
  ['its security group', ['sg-lb'], BOTH],
  ["a target's security group", ['sg-app'], BOTH],
  ['a rule of it', ['sgr-app-in'], BOTH],
  ['a group that nobody here wears', ['sg-idle', 'sgr-idle-in'], []],
  ['a listener', [arns.listener], BOTH],
  ['a listener made a moment ago', [arns.newListener], [LONE]],
  ['a listener rule', [arns.rule], BOTH],
  ['a rule of a listener not read yet', [arns.newRule], BOTH],
  ['a target group', [arns.web], BOTH],
  ['a target group that only a rule forwards to', [arns.weighed], BOTH],
  ['a target group of nobody', [`${arns.web}9`], []],
  ['a registered instance', ['i-app'], BOTH],
  ['the instance behind a registered address', ['i-lone'], [LONE]],
  ['an instance that is no target', ['i-idle'], []],
  ['a registered address', ['10.0.1.6'], BOTH],
  ['an address of nobody', ['10.9.9.9'], []],
  ['an interface of a node', ['eni-node'], BOTH],
  ['an interface found by a registered address', ['eni-sibling'], BOTH],
  ['an interface found by an IPv6 address in another spelling', ['eni-six', 'sg-six'], [LONE]],
  ["a node's subnet", ['subnet-edge-a'], [EDGE]],
  ['the ACL of its subnets', ['acl-shop'], BOTH],
  ['the default ACL, where no other is', ['acl-default'], [LONE]],
  ['an ACL of other subnets', ['acl-idle'], []],
  ['the route table of its subnets', ['rtb-shop'], BOTH],
  ['the main table, where no other is', ['rtb-main'], [LONE]],
  ['what a route leads to', ['nat-lone'], [LONE]],
  ['a peering that a route leads to', ['pcx-shop'], BOTH],
  ['a prefix list that a route has', ['pl-routes'], BOTH],
  ['a prefix list that a rule has', ['pl-clients'], [LONE]],
  ['a prefix list of others', ['pl-idle'], []],
  ["the VPC's attachment to a transit gateway", ['tgw-attach-1'], ALL],
  ["the transit gateway's table that judges what leaves the VPC", ['tgw-rtb-1'], ALL],
  ['a table of a transit gateway for others', ['tgw-rtb-9'], []],
  ['two things of two', ['sg-lone', 'sg-edge'], [EDGE, LONE]],
  ['nothing by name', [], ALL],
  ['an association, which says nothing of the subnet', ['acl-idle', 'aclassoc-1'], ALL],
  ['an association of a route table', ['rtbassoc-1'], ALL],
])('a change of %s', (_, resources, expected) => {
  expect(concernedLoadBalancers(change(resources), threeBalancers()).loadBalancers).toEqual(expected);
});

it.each<[string, readonly string[], readonly string[]]>([
  ["its caller's group", ['sg-lone'], [LONE, 'app-to-web']],
  ['what its host wears', ['sg-app'], [...BOTH, 'app-to-web']],
  ['its host', ['i-app'], [...BOTH, 'app-to-web']],
  ['neither', ['sg-edge'], [EDGE]],
])('a watched path is concerned by a change of %s', (_, resources, expected) => {
  const from = { vpcId: 'vpc-1', subnets: ['subnet-other'], securityGroups: ['sg-lone'] };
  const watches = [{ name: 'app-to-web', from, to: { host: 'i-app', port: 8080 }, resolved: null }];
  expect(concernedLoadBalancers(change(resources), threeBalancers({ watches })).loadBalancers).toEqual(expected);
});

it.each<[string, Partial<DeployTrigger>, readonly string[]]>([
  ['of an instance that is a target', { resources: ['d-1', 'i-app'] }, BOTH],
  ['of an instance that is none', { resources: ['d-1', 'i-idle'], phase: 'ended' }, []],
  ['that ended and does not say where', { resources: ['d-1'], phase: 'ended' }, ALL],
  [
    'of a service that names its target group',
    { resources: ['arn:aws:ecs:x', arns.addresses], phase: 'ended' },
    [LONE],
  ],
  [
    'of a service with the target group of others',
    { resources: ['arn:aws:ecs:x', `${arns.web}9`], phase: 'ended' },
    [],
  ],
  ['that launched beside targets', { resources: ['i-new'], near: ['subnet-app-a'] }, BOTH],
  ['that launched elsewhere', { resources: ['i-new'], near: ['subnet-idle-a'] }, []],
  ['that launched what is registered already', { resources: ['i-lone'], near: ['subnet-app-a'] }, [LONE]],
])('a deploy %s', (_, more, expected) => {
  expect(concernedLoadBalancers(deploy(more), threeBalancers()).loadBalancers).toEqual(expected);
});

const refusal = unknown('forbidden', 'access was denied');

it.each<[string, ChangeTrigger | DeployTrigger, Partial<Inventory>, readonly string[], string]>([
  ['not read, and nothing found', change(['acl-idle']), { networkAcls: refusal }, ALL, 'network ACLs were not read'],
  [
    'not read of one',
    change(['sg-idle']),
    { listeners: { [SHOP]: { known: true, value: [] }, [EDGE]: { known: true, value: [] } } },
    [LONE],
    'listeners were not read',
  ],
  ['not read, but found elsewhere', change(['sg-edge']), { networkAcls: refusal }, [EDGE], 'they rest on sg-edge'],
  [
    'not read of the interfaces',
    deploy({ resources: ['i-new'] }),
    { networkInterfaces: refusal },
    ALL,
    'network interfaces were not read',
  ],
  ['without load balancers', change(['sg-lb']), { loadBalancers: [] }, [], 'no load balancer rests on sg-lb'],
])('an inventory %s', (_, trigger, changes, loadBalancers, why) => {
  expect(concernedLoadBalancers(trigger, threeBalancers(changes))).toMatchObject({ loadBalancers, why });
});

it.each<[string, ChangeTrigger | DeployTrigger, readonly string[], string]>([
  ['a deploy that says nothing', deploy({ phase: 'ended' }), ALL, 'CodeDeploy does not say what it deployed to'],
  ['many resources', change(['a', 'b', 'c', 'd', 'e', 'f']), [], 'no load balancer rests on a, b, c, d and 2 more'],
])('%s', (_, trigger, loadBalancers, why) => {
  expect(concernedLoadBalancers(trigger, threeBalancers())).toMatchObject({ loadBalancers, why });
});

it.each<[string, ChangeTrigger | DeployTrigger, Partial<Inventory>, readonly string[]]>([
  ['what one rests on', change(['sg-lone']), {}, [LONE]],
  ['a target', deploy({ resources: ['d-1', 'i-app'] }), {}, BOTH],
  ['nothing', change([]), {}, []],
  ['an association alone', change(['rtbassoc-1']), {}, []],
  ['an association with their ACL', change(['aclassoc-1', 'acl-shop']), {}, BOTH],
  ['an association of their subnet', change(['rtb-new', 'rtbassoc-1', 'subnet-edge-a']), {}, [EDGE]],
  ["an association of others'", change(['rtb-new', 'rtbassoc-1', 'subnet-idle-a']), {}, []],
  ['its deployment alone', deploy({ phase: 'ended' }), {}, []],
  ['a new instance beside targets', deploy({ resources: ['i-new'], near: ['subnet-app-a'] }), {}, []],
  ['what may be hidden', change(['acl-idle']), { networkAcls: refusal }, []],
  ['what is of nobody', change(['acl-idle']), {}, []],
])('of whom %s is named', (_, trigger, changes, named) => {
  expect(concernedLoadBalancers(trigger, threeBalancers(changes)).named).toEqual(named);
});

function change(resources: readonly string[]): ChangeTrigger {
  return { kind: 'change', id: '1', at: '', event: 'ModifyIt', who: 'alice', resources, summary: '' };
}

function deploy(more: Partial<DeployTrigger>): DeployTrigger {
  const nothing = { phase: 'changed', resources: ['d-1'], near: [] } as const;
  return { kind: 'deploy', id: '1', at: '', source: 'CodeDeploy', summary: '', ...nothing, ...more };
}

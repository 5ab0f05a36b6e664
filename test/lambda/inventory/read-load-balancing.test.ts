import { expect, it } from 'vitest';
import { readLoadBalancing } from '../../../lambda/inventory/read-load-balancing.ts';
import type { LoadBalancer } from '../../../lambda/model/inventory.ts';
import { namedError } from './named-error.ts';
import { type Asked, stubClients } from './stub-clients.ts';

type Answers = Record<string, (arn: string) => unknown>;

function found(arn: string, type: LoadBalancer['type'] = 'application'): Omit<LoadBalancer, 'attributes'> {
  return {
    arn,
    name: arn,
    type,
    scheme: 'internal',
    state: 'active',
    stateReason: null,
    dnsName: arn,
    vpcId: 'vpc-1',
    ipAddressType: 'ipv4',
    securityGroups: [],
    zones: [],
  };
}

function group(arn: string) {
  return {
    TargetGroupArn: arn,
    TargetGroupName: arn,
    TargetType: 'lambda',
    LoadBalancerArns: ['lb'],
    HealthCheckEnabled: false,
    HealthCheckIntervalSeconds: 35,
    HealthCheckTimeoutSeconds: 30,
    HealthyThresholdCount: 5,
    UnhealthyThresholdCount: 2,
  };
}

/** Each load balancer has one listener, `LB/l`, and one group, `LB/g`. */
const ANSWERS: Answers = {
  DescribeListeners: (lb) => ({
    Listeners: [{ ListenerArn: `${lb}/l`, LoadBalancerArn: lb, Protocol: 'HTTP', Port: 80, DefaultActions: [] }],
  }),
  DescribeRules: (listener) => ({ Rules: [{ RuleArn: `${listener}/r`, Priority: '1', Conditions: [], Actions: [] }] }),
  DescribeTargetGroups: (lb) => ({ TargetGroups: [group(`${lb}/g`)] }),
  DescribeLoadBalancerAttributes: () => ({ Attributes: [{ Key: 'idle_timeout.timeout_seconds', Value: '60' }] }),
  DescribeTargetGroupAttributes: () => ({ Attributes: [{ Key: 'access_logs.s3.bucket' }] }),
  DescribeTargetHealth: () => ({ TargetHealthDescriptions: [] }),
};

function answering(special: Answers = {}) {
  return ({ command, input }: Asked): unknown => {
    const arn = input['ListenerArn'] ?? input['TargetGroupArn'] ?? input['LoadBalancerArn'];
    return (special[command] ?? ANSWERS[command])?.(String(arn));
  };
}

/** Fails for one ARN, and answers as ever for the others. */
function failing(command: string, wrong: string): Answers {
  return {
    [command]: (arn) => {
      if (arn === wrong) throw namedError('InternalFailure', 'try later');
      return ANSWERS[command]?.(arn);
    },
  };
}

const FAILED = { known: false, kind: 'failed' };
const KNOWN = { known: true };

it('tells whose the listeners, rules, attributes and health are', async () => {
  const { clients } = stubClients(answering());
  const read = await readLoadBalancing(clients, [found('a'), found('b')], 'theirs');
  expect(read.loadBalancers).toMatchObject([
    { arn: 'a', attributes: { known: true, value: { 'idle_timeout.timeout_seconds': '60' } } },
    { arn: 'b' },
  ]);
  expect(read.listeners).toMatchObject({ a: { value: [{ arn: 'a/l' }] }, b: { value: [{ arn: 'b/l' }] } });
  expect(read.rules).toMatchObject({ 'a/l': { value: [{ arn: 'a/l/r', listenerArn: 'a/l' }] }, 'b/l': KNOWN });
  expect(read.targetGroups).toMatchObject({
    value: [{ arn: 'a/g', attributes: { value: { 'access_logs.s3.bucket': '' } } }, { arn: 'b/g' }],
  });
  expect(read.targetHealth).toEqual({ 'a/g': { known: true, value: [] }, 'b/g': { known: true, value: [] } });
});

it.each([
  {
    command: 'DescribeListeners',
    wrong: 'a',
    left: { listeners: { a: FAILED, b: KNOWN }, rules: { 'b/l': KNOWN }, targetGroups: KNOWN },
  },
  { command: 'DescribeRules', wrong: 'a/l', left: { listeners: { a: KNOWN }, rules: { 'a/l': FAILED, 'b/l': KNOWN } } },
  {
    command: 'DescribeTargetGroups',
    wrong: 'a',
    left: { targetGroups: FAILED, targetHealth: {}, listeners: { a: KNOWN } },
  },
  {
    command: 'DescribeTargetHealth',
    wrong: 'a/g',
    left: { targetHealth: { 'a/g': FAILED, 'b/g': KNOWN }, targetGroups: KNOWN },
  },
  {
    command: 'DescribeTargetGroupAttributes',
    wrong: 'a/g',
    left: { targetGroups: { value: [{ attributes: FAILED }, { attributes: KNOWN }] }, targetHealth: { 'a/g': KNOWN } },
  },
  {
    command: 'DescribeLoadBalancerAttributes',
    wrong: 'a',
    left: { loadBalancers: [{ attributes: FAILED }, { attributes: KNOWN }], listeners: { a: KNOWN } },
  },
])('goes on where $command fails for one', async ({ command, wrong, left }) => {
  const { clients } = stubClients(answering(failing(command, wrong)));
  expect(await readLoadBalancing(clients, [found('a'), found('b')], 'theirs')).toMatchObject(left);
});

it('keeps a Gateway Load Balancer and its groups, and asks for no listeners', async () => {
  const { clients, asked } = stubClients(answering());
  const read = await readLoadBalancing(clients, [found('a', 'gateway')], 'theirs');
  expect(read).toMatchObject({ loadBalancers: [{ arn: 'a' }], listeners: {}, targetHealth: { 'a/g': KNOWN } });
  expect(asked.map((one) => one.command)).not.toContain('DescribeListeners');
});

it('asks once for a group that two load balancers name', async () => {
  const shared = { DescribeTargetGroups: () => ({ TargetGroups: [group('shared')] }) };
  const { clients, asked } = stubClients(answering(shared));
  const read = await readLoadBalancing(clients, [found('a'), found('b')], 'theirs');
  expect(read.targetGroups).toMatchObject({ value: [{ arn: 'shared' }] });
  expect(asked.filter((one) => one.command === 'DescribeTargetHealth')).toHaveLength(1);
});

it('asks once for all groups where all are wanted, and no further of those that no load balancer uses', async () => {
  const groups = { TargetGroups: [group('used'), { ...group('left'), LoadBalancerArns: [] }] };
  const { clients, asked } = stubClients(answering({ DescribeTargetGroups: () => groups }));
  const read = await readLoadBalancing(clients, [found('a'), found('b')], 'all');
  expect(read.targetGroups).toMatchObject({
    value: [
      { arn: 'used', attributes: KNOWN },
      { arn: 'left', attributes: { known: false, kind: 'not-asked' } },
    ],
  });
  expect(read.targetHealth).toEqual({ used: { known: true, value: [] } });
  const about = (command: string) => asked.filter((one) => one.command === command).map(({ input }) => input);
  expect(about('DescribeTargetGroups')).toEqual([{ PageSize: 400 }]);
  expect(about('DescribeTargetHealth')).toEqual([{ TargetGroupArn: 'used' }]);
});

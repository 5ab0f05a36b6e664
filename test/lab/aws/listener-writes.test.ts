import {
  CreateListenerCommand,
  DescribeListenersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupsCommand,
  ModifyListenerCommand,
  ModifyRuleCommand,
  ModifyTargetGroupAttributesCommand,
  SetSubnetsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, it } from 'vitest';
import type { World } from '../../../lab/world/world.ts';
import { arns } from './arns.ts';
import { changingEndpoint } from './changing-endpoint.ts';
import { smallWorld } from './small-world.ts';

type Elb = Awaited<ReturnType<typeof changingEndpoint>>['elb'];
type Call = (elb: Elb) => Promise<unknown>;

const toWeb = { Type: 'forward', TargetGroupArn: arns.web } as const;
const balancers = smallWorld().loadBalancers;
/** Each load balancer has a node in both of its subnets. */
const standing: Partial<World> = {
  networkInterfaces: balancers.flatMap(({ arn }) =>
    ['subnet-a', 'subnet-b'].flatMap((subnetId) =>
      smallWorld()
        .networkInterfaces.slice(0, 1)
        .map((like) => ({
          ...like,
          ...{ id: `eni-${subnetId}-${arn.at(-1)}`, subnetId, description: `ELB ${arn.split(':loadbalancer/')[1]}` },
        })),
    ),
  ),
};

const createListener =
  (rest: Partial<ConstructorParameters<typeof CreateListenerCommand>[0]>): Call =>
  (elb) => {
    const input = { LoadBalancerArn: arns.loadBalancer, Protocol: 'HTTP', Port: 8080 } as const;
    return elb.send(new CreateListenerCommand({ ...input, DefaultActions: [toWeb], ...rest }));
  };
const modifyRule =
  (rest: Partial<ConstructorParameters<typeof ModifyRuleCommand>[0]>): Call =>
  (elb) =>
    elb.send(new ModifyRuleCommand({ RuleArn: arns.rule, Actions: [toWeb], ...rest }));
const setSubnets =
  (LoadBalancerArn: string, ...Subnets: string[]): Call =>
  (elb) =>
    elb.send(new SetSubnetsCommand({ LoadBalancerArn, Subnets }));

describe('listeners and rules', () => {
  it('are created, and the groups that they name are in use from then on', async () => {
    const { elb, applied } = await changingEndpoint();
    const redirect = {
      Type: 'redirect',
      RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' },
    } as const;
    const made = await elb.send(
      new CreateListenerCommand({
        ...{ LoadBalancerArn: arns.loadBalancer, Protocol: 'HTTP', Port: 8080 },
        DefaultActions: [redirect],
      }),
    );
    const ListenerArns = made.Listeners?.map(({ ListenerArn }) => ListenerArn ?? '') ?? [];
    const { Listeners } = await elb.send(new DescribeListenersCommand({ ListenerArns }));
    expect(Listeners).toMatchObject([
      { Port: 8080, DefaultActions: [{ RedirectConfig: { Host: '#{host}', Port: '443' } }] },
    ]);
    expect(applied).toHaveLength(1);
  });

  it('have other actions when they are modified, the default rule those of its listener', async () => {
    const { elb, world } = await changingEndpoint();
    await elb.send(new ModifyListenerCommand({ ListenerArn: arns.listener, DefaultActions: [toWeb] }));
    await elb.send(new ModifyRuleCommand({ RuleArn: arns.rule, Actions: [toWeb] }));
    const { Rules } = await elb.send(new DescribeRulesCommand({ ListenerArn: arns.listener }));
    const forward = [{ Type: 'forward', TargetGroupArn: arns.web }];
    expect(Rules).toMatchObject([
      { Priority: '10', Actions: forward },
      { Priority: 'default', Actions: forward },
    ]);
    expect(world().rules[0]?.conditions).toEqual(smallWorld().rules[0]?.conditions);
    const { TargetGroups } = await elb.send(new DescribeTargetGroupsCommand({ TargetGroupArns: [arns.web] }));
    expect(TargetGroups?.[0]?.LoadBalancerArns).toEqual([arns.loadBalancer]);
  });

  it('keep the weights that they are given, 0 among them', async () => {
    const { elb, world } = await changingEndpoint();
    const TargetGroups = [{ TargetGroupArn: arns.web, Weight: 0 }, { TargetGroupArn: arns.function }];
    await modifyRule({ Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }] })(elb);
    expect(world().rules[0]?.actions[0]?.targetGroups.map(({ weight }) => weight)).toEqual([0, 1]);
  });
});

it('the zones of a load balancer are those of the subnets that are set', async () => {
  const { elb, world } = await changingEndpoint({
    ...standing,
    loadBalancers: balancers.map((one) => ({ ...one, zones: one.zones.slice(0, 1) })),
  });
  await setSubnets(arns.network, 'subnet-a', 'subnet-b')(elb);
  const zones = world().loadBalancers.map((one) => one.zones.map(({ subnetId }) => subnetId));
  expect(zones).toEqual([['subnet-a'], ['subnet-a', 'subnet-b']]);
});

it('attributes of a target group that are not named stay', async () => {
  const { elb, world } = await changingEndpoint();
  const Attributes = [{ Key: 'stickiness.enabled', Value: 'true' }];
  await elb.send(new ModifyTargetGroupAttributesCommand({ TargetGroupArn: arns.web, Attributes }));
  const found = world().targetGroups.find(({ arn }) => arn === arns.web)?.attributes;
  expect(found).toEqual({ 'deregistration_delay.timeout_seconds': '300', 'stickiness.enabled': 'true' });
});

const forwardTo = (TargetGroupArn: string, Weight = 1) => ({
  Actions: [{ Type: 'forward' as const, ForwardConfig: { TargetGroups: [{ TargetGroupArn, Weight }] } }],
});

it.each<[Call, Partial<World>, string, string | RegExp]>([
  [createListener({ Port: 80 }), {}, 'DuplicateListenerException', /already exists on this port/],
  [createListener({ Port: 65_536 }), {}, 'ValidationError', /'65536' at 'port'/],
  [createListener({ Protocol: 'TCP' }), {}, 'ValidationError', /'TCP' at 'protocol'/],
  [createListener({ Protocol: 'HTTPS' }), {}, 'CertificateNotFoundException', /certificate must be specified/],
  [createListener({ DefaultActions: [] }), {}, 'ValidationError', /'defaultActions'/],
  [createListener({ LoadBalancerArn: `${arns.network}0` }), {}, 'LoadBalancerNotFoundException', /not found/],
  [modifyRule({ RuleArn: `${arns.rule}0` }), {}, 'RuleNotFoundException', /not found/],
  [
    modifyRule({ Actions: [{ Type: 'jwt-validation' }] }),
    {},
    'InvalidLoadBalancerActionException',
    /'jwt-validation' are not served/,
  ],
  [modifyRule(forwardTo(`${arns.web}0`)), {}, 'TargetGroupNotFoundException', /not found/],
  [modifyRule(forwardTo(arns.web, 1000)), {}, 'ValidationError', /'1000' at 'weight'/],
  [
    createListener({ LoadBalancerArn: arns.network, Protocol: 'TCP', Port: 1 }),
    {},
    'TargetGroupAssociationLimitException',
    /more than one load balancer/,
  ],
  [
    modifyRule(forwardTo(arns.web)),
    { targetGroups: smallWorld().targetGroups.map((one) => ({ ...one, protocol: 'TCP' })) },
    'IncompatibleProtocolsException',
    /'TCP'/,
  ],
  [setSubnets(arns.loadBalancer), standing, 'ValidationError', /must specify subnets/],
  [setSubnets(arns.loadBalancer, 'subnet-a'), standing, 'InvalidConfigurationRequestException', /At least two subnets/],
  [setSubnets(arns.network, 'subnet-a'), standing, 'InvalidConfigurationRequestException', /cannot be removed/],
  [setSubnets(arns.network, 'subnet-0'), standing, 'SubnetNotFoundException', /subnet-0/],
  [
    setSubnets(arns.network, 'subnet-a', 'subnet-a'),
    standing,
    'InvalidConfigurationRequestException',
    /same Availability Zone/,
  ],
  [setSubnets(arns.network, 'subnet-a', 'subnet-b'), {}, 'UnsupportedOperation', /no node of raw to put into/],
  [
    (elb) => elb.send(new ModifyTargetGroupAttributesCommand({ TargetGroupArn: arns.web, Attributes: [] })),
    {},
    'ValidationError',
    /'attributes'/,
  ],
  [
    modifyRule({}),
    { forbidden: ['elasticloadbalancing:ModifyRule'] },
    'AccessDenied',
    new RegExp(`on resource: ${arns.rule} because`),
  ],
])('refused: %#', async (call, changes, name, message) => {
  const { elb, applied } = await changingEndpoint(changes);
  await expect(call(elb)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  expect(applied).toEqual([]);
});

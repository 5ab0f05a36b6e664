import {
  DescribeListenersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTagsCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, it } from 'vitest';
import type { TargetHealth } from '../../../lambda/model/inventory.ts';
import { arns } from './arns.ts';
import { smallEndpoint } from './small-endpoint.ts';
import { smallWorld } from './small-world.ts';

describe('what Elastic Load Balancing answers', () => {
  it('load balancers; one without security groups has no list of them', async () => {
    const { elb } = await smallEndpoint();
    const { LoadBalancers } = await elb.send(new DescribeLoadBalancersCommand({}));
    expect(LoadBalancers).toMatchObject([
      {
        LoadBalancerArn: arns.loadBalancer,
        LoadBalancerName: 'shop',
        DNSName: 'shop.eu-west-1.elb.example',
        Scheme: 'internal',
        Type: 'application',
        VpcId: 'vpc-1',
        IpAddressType: 'ipv4',
        State: { Code: 'active' },
        SecurityGroups: ['sg-lb'],
        AvailabilityZones: [
          { ZoneName: 'eu-west-1a', SubnetId: 'subnet-a' },
          { ZoneName: 'eu-west-1b', SubnetId: 'subnet-b' },
        ],
      },
      { LoadBalancerArn: arns.network, Type: 'network' },
    ]);
    expect(LoadBalancers?.[1]).not.toHaveProperty('SecurityGroups');
  });

  it.each([
    [{ Names: ['raw'] }, [arns.network]],
    [{ LoadBalancerArns: [arns.network, arns.loadBalancer] }, [arns.loadBalancer, arns.network]],
    [{ LoadBalancerArns: [] }, [arns.loadBalancer, arns.network]],
  ])('load balancers by %j', async (input, found) => {
    const { elb } = await smallEndpoint();
    const { LoadBalancers } = await elb.send(new DescribeLoadBalancersCommand(input));
    expect(LoadBalancers?.map(({ LoadBalancerArn }) => LoadBalancerArn)).toEqual(found);
  });

  it('listeners; a forward to one group names it twice', async () => {
    const { elb } = await smallEndpoint();
    const ofOne = await elb.send(new DescribeListenersCommand({ LoadBalancerArn: arns.loadBalancer }));
    expect(ofOne.Listeners).toMatchObject([
      {
        ListenerArn: arns.listener,
        Protocol: 'HTTP',
        Port: 80,
        DefaultActions: [{ Type: 'fixed-response', Order: 1 }],
      },
    ]);
    const byArn = await elb.send(new DescribeListenersCommand({ ListenerArns: [arns.networkListener] }));
    expect(byArn.Listeners?.[0]?.DefaultActions).toMatchObject([
      {
        Type: 'forward',
        TargetGroupArn: arns.idle,
        ForwardConfig: { TargetGroups: [{ TargetGroupArn: arns.idle, Weight: 1 }] },
      },
    ]);
  });

  it('rules by priority, the default last whether declared or not', async () => {
    const [rule] = smallWorld().rules;
    if (rule === undefined) throw new Error('the small world has a rule');
    const world = () => smallWorld({ rules: [{ ...rule, arn: `${rule.arn}2`, priority: '200' }, rule] });
    const { elb } = await smallEndpoint({ world });
    const { Rules } = await elb.send(new DescribeRulesCommand({ ListenerArn: arns.listener }));
    expect(Rules?.map(({ Priority, IsDefault }) => [Priority, IsDefault])).toEqual([
      ['10', false],
      ['200', false],
      ['default', true],
    ]);
    expect(Rules?.[0]?.Actions?.[0]).toMatchObject({
      ForwardConfig: {
        TargetGroups: [
          { TargetGroupArn: arns.web, Weight: 9 },
          { TargetGroupArn: arns.idle, Weight: 0 },
        ],
      },
    });
    expect(Rules?.[0]?.Actions?.[0]).not.toHaveProperty('TargetGroupArn');
    expect(Rules?.[2]?.Actions).toMatchObject([{ Type: 'fixed-response' }]);
    const byArn = await elb.send(new DescribeRulesCommand({ RuleArns: [Rules?.[2]?.RuleArn ?? ''] }));
    expect(byArn.Rules).toEqual([Rules?.[2]]);
  });

  it.each([
    [
      'path-pattern=/a/*,/b',
      { Field: 'path-pattern', Values: ['/a/*', '/b'], PathPatternConfig: { Values: ['/a/*', '/b'] } },
    ],
    ['host-header~^api', { Field: 'host-header', RegexValues: ['^api'], HostHeaderConfig: { RegexValues: ['^api'] } }],
    [
      'http-header:X-Tenant=acme',
      { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Tenant', Values: ['acme'] } },
    ],
    [
      'query-string=version=v1,beta',
      { Field: 'query-string', QueryStringConfig: { Values: [{ Key: 'version', Value: 'v1' }, { Value: 'beta' }] } },
    ],
    ['source-ip=10.0.0.0/8', { Field: 'source-ip', SourceIpConfig: { Values: ['10.0.0.0/8'] } }],
    ['http-request-method=GET', { Field: 'http-request-method', HttpRequestMethodConfig: { Values: ['GET'] } }],
  ])('the condition %s', async (condition, answered) => {
    const rules = smallWorld().rules.map((rule) => ({ ...rule, conditions: [condition] }));
    const { elb } = await smallEndpoint({ world: () => smallWorld({ rules }) });
    const { Rules } = await elb.send(new DescribeRulesCommand({ RuleArns: [arns.rule] }));
    expect(Rules?.[0]?.Conditions).toEqual([answered]);
  });

  it('target groups; one for functions has no port, protocol or VPC', async () => {
    const { elb } = await smallEndpoint();
    const { TargetGroups } = await elb.send(new DescribeTargetGroupsCommand({}));
    expect(TargetGroups).toMatchObject([
      {
        TargetGroupArn: arns.web,
        TargetGroupName: 'web',
        TargetType: 'instance',
        Protocol: 'HTTP',
        Port: 8080,
        VpcId: 'vpc-1',
        LoadBalancerArns: [arns.loadBalancer],
        HealthCheckEnabled: true,
        HealthCheckProtocol: 'HTTP',
        HealthCheckPort: 'traffic-port',
        HealthCheckPath: '/health',
        HealthCheckIntervalSeconds: 15,
        HealthCheckTimeoutSeconds: 5,
        HealthyThresholdCount: 3,
        UnhealthyThresholdCount: 2,
        Matcher: { HttpCode: '200-299' },
      },
      { TargetGroupArn: arns.idle, LoadBalancerArns: [] },
      { TargetGroupArn: arns.function, TargetType: 'lambda' },
    ]);
    for (const absent of ['Port', 'Protocol', 'VpcId']) expect(TargetGroups?.[2]).not.toHaveProperty(absent);
  });

  it.each([
    [{ LoadBalancerArn: arns.loadBalancer }, [arns.web]],
    [{ Names: ['idle'] }, [arns.idle]],
    [{ TargetGroupArns: [arns.function] }, [arns.function]],
  ])('target groups by %j', async (input, found) => {
    const { elb } = await smallEndpoint();
    const { TargetGroups } = await elb.send(new DescribeTargetGroupsCommand(input));
    expect(TargetGroups?.map(({ TargetGroupArn }) => TargetGroupArn)).toEqual(found);
  });

  it('attributes and tags', async () => {
    const { elb } = await smallEndpoint();
    const ofGroup = await elb.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn: arns.web }));
    expect(ofGroup.Attributes).toEqual([
      { Key: 'deregistration_delay.timeout_seconds', Value: '300' },
      { Key: 'stickiness.enabled', Value: 'false' },
    ]);
    const ofOne = await elb.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: arns.network }));
    expect(ofOne.Attributes).toEqual([{ Key: 'load_balancing.cross_zone.enabled', Value: 'true' }]);
    const ResourceArns = [arns.loadBalancer, arns.listener, arns.rule, arns.web];
    const tags = await elb.send(new DescribeTagsCommand({ ResourceArns }));
    expect(tags.TagDescriptions).toEqual(ResourceArns.map((ResourceArn) => ({ ResourceArn, Tags: [] })));
  });
});

describe('target health', () => {
  const timedOut: TargetHealth = {
    target: { id: 'i-web', port: null, zone: null },
    healthCheckPort: '8080',
    state: 'unhealthy',
    reason: 'Target.Timeout',
    description: 'Request timed out',
  };
  const initial = { State: 'initial', Reason: 'Elb.RegistrationInProgress' };

  it('is initial for what is registered and not yet observed', async () => {
    const { elb } = await smallEndpoint();
    const answer = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn: arns.web }));
    expect(answer.TargetHealthDescriptions).toMatchObject([
      { Target: { Id: 'i-web', Port: 8080 }, HealthCheckPort: '8080', TargetHealth: initial },
      { Target: { Id: 'i-web', Port: 8080 }, HealthCheckPort: '8080', TargetHealth: initial },
      { Target: { Id: 'i-web', Port: 8081, AvailabilityZone: 'eu-west-1a' }, HealthCheckPort: '8081' },
    ]);
  });

  it("is as observed; a target without a port has the group's", async () => {
    const { elb } = await smallEndpoint({ health: () => ({ [arns.web]: [timedOut] }) });
    const answer = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn: arns.web }));
    expect(answer.TargetHealthDescriptions).toEqual([
      {
        Target: { Id: 'i-web', Port: 8080 },
        HealthCheckPort: '8080',
        TargetHealth: { State: 'unhealthy', Reason: 'Target.Timeout', Description: 'Request timed out' },
      },
      expect.objectContaining({ Target: { Id: 'i-web', Port: 8081, AvailabilityZone: 'eu-west-1a' } }),
    ]);
  });

  it('can be asked of some targets; one that is not registered is unused', async () => {
    const { elb } = await smallEndpoint({
      health: () => ({ [arns.web]: [{ ...timedOut, state: 'healthy', reason: null }] }),
    });
    const Targets = [{ Id: 'i-web' }, { Id: 'i-other', Port: 1 }];
    const answer = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn: arns.web, Targets }));
    expect(answer.TargetHealthDescriptions).toMatchObject([
      { Target: { Id: 'i-web', Port: 8080 }, TargetHealth: { State: 'healthy' } },
      { Target: { Id: 'i-other', Port: 1 }, TargetHealth: { State: 'unused', Reason: 'Target.NotRegistered' } },
    ]);
    expect(answer.TargetHealthDescriptions?.[0]?.TargetHealth).not.toHaveProperty('Reason');
  });
});

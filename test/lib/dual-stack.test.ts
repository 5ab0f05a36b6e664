import { Stack } from 'aws-cdk-lib';
import { CfnVPC, IpProtocol, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { NetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { describe, expect, it } from 'vitest';
import { readWatched } from '../../lambda/handlers/read-watched.ts';
import { OriginDoctor } from '../../lib/origin-doctor.ts';
import { watch } from '../../lib/watch.ts';
import { cycleIn } from './cycle-in.ts';
import { dialledIn } from './dialled-in.ts';
import { alb, emptyApp, emptyStack, nlb, orders } from './doctor-stack.ts';
import { networksIn } from './networks-in.ts';
import { settingsIn } from './settings-in.ts';
import { templateOf } from './template-of.ts';

const { subnets } = alb;

describe('in a VPC of IPv4 and IPv6', () => {
  const stack = emptyStack();
  const vpc = new Vpc(stack, 'Vpc', { maxAzs: 2, ipProtocol: IpProtocol.DUAL_STACK });
  const securityGroups = [new SecurityGroup(stack, 'App', { vpc })];
  const callers = watch({
    name: 'app-to-db',
    from: { vpc, securityGroups },
    to: { host: 'db.example.com', port: 5432 },
  });
  new OriginDoctor(stack, 'Doctor', {
    loadBalancers: [new NetworkLoadBalancer(stack, 'Nlb', { vpc, disableSecurityGroups: true })],
    watches: [callers],
  });
  const made = templateOf(stack);
  const range = { 'Fn::Select': [0, { 'Fn::GetAtt': [expect.stringMatching(/^Vpc/), 'Ipv6CidrBlocks'] }] };

  it('both are dialled, and stand in the settings', () => {
    const [, version6] = dialledIn(made);
    expect(JSON.parse(version6 ?? '')).toEqual(range);
    const { dialable } = readWatched(settingsIn(made).replaceAll(/\{"Fn::Select".*?\]\}\]\}/g, 'fd12:3456::/56'));
    expect(dialable).toEqual({ addresses: [expect.stringMatching(/^<Vpc/), 'fd12:3456::/56'], ports: ['1-65535'] });
  });

  it('both are let out by our own group, which waits for the range', () => {
    const groups = made
      .all('AWS::EC2::SecurityGroup')
      .filter(({ Properties }) => /admits nothing/.test(JSON.stringify(Properties)));
    expect(groups.map(({ Properties }) => Properties['SecurityGroupEgress'])).toMatchObject([
      [{ CidrIp: { 'Fn::GetAtt': [expect.anything(), 'CidrBlock'] } }, { CidrIpv6: range }],
    ]);
    expect(groups[0]?.DependsOn).toEqual([expect.stringMatching(/^Vpcipv6cidr/)]);
  });

  it('probers may speak both', () => {
    expect(networksIn(made)).toHaveLength(4);
    for (const place of networksIn(made)) expect(place).toMatchObject({ Ipv6AllowedForDualStack: true });
  });

  it('no cycle comes of it, in a stack of its own neither', () => {
    expect(cycleIn(made.resources)).toBeNull();
    const app = emptyApp();
    const network = new Stack(app, 'Network', { env: { account: '111122223333', region: 'eu-central-1' } });
    const web = emptyStack(app);
    const elsewhere = new Vpc(network, 'Vpc', { maxAzs: 2, ipProtocol: IpProtocol.DUAL_STACK });
    new OriginDoctor(web, 'Doctor', { loadBalancers: [new NetworkLoadBalancer(web, 'Nlb', { vpc: elsewhere })] });
    const [, version6] = dialledIn(templateOf(web));
    expect(version6).toMatch(/Fn::ImportValue.*Ipv6CidrBlocks/);
  });
});

it('a VPC that is called after IPv6 has its IPv4 range let out as what it is', () => {
  for (const [own, overridden] of [
    [true, 'Ipv6Network'],
    [false, undefined],
  ] as const) {
    const app = emptyApp();
    const stack = emptyStack(app);
    const home = own ? stack : new Stack(app, 'Ipv6', { env: { account: '111122223333', region: 'eu-central-1' } });
    const vpc = new Vpc(home, 'Ipv6Network', { maxAzs: 2, ipProtocol: IpProtocol.DUAL_STACK });
    if (overridden !== undefined && vpc.node.defaultChild instanceof CfnVPC) {
      vpc.node.defaultChild.overrideLogicalId(overridden);
    }
    new OriginDoctor(stack, 'Doctor', {
      loadBalancers: [new NetworkLoadBalancer(stack, 'Nlb', { vpc })],
      identity: 'own',
    });
    const [group] = templateOf(stack)
      .all('AWS::EC2::SecurityGroup')
      .filter(({ Properties }) => /admits nothing/.test(JSON.stringify(Properties)));
    const egress = group?.Properties['SecurityGroupEgress'] as readonly object[];
    expect(egress.map((rule) => Object.keys(rule).filter((key) => key.startsWith('Cidr')))).toEqual([
      ['CidrIp'],
      ['CidrIpv6'],
    ]);
  }
});

it('probers speak IPv6 where the subnets that are not built are said to have it, and nowhere else', () => {
  const stack = emptyStack();
  const from = { ...orders.from, subnets: ['subnet-0d'], dualStack: true };
  new OriginDoctor(stack, 'Doctor', {
    loadBalancers: [
      { ...alb, subnets: subnets.slice(0, 1), dualStack: true },
      { ...nlb, subnets: subnets.slice(1) },
    ],
    watches: [watch({ ...orders, from })],
  });
  const made = networksIn(templateOf(stack)).map((place) => JSON.stringify(place));
  const speaking = made.filter((place) => place.includes('"Ipv6AllowedForDualStack":true'));
  expect(speaking).toEqual([alb.subnets[0], 'subnet-0d'].map((id) => expect.stringContaining(`["${id}"]`)));
  expect(made).toHaveLength(3);
});

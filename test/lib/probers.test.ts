import type { Stack } from 'aws-cdk-lib';
import { SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { ApplicationLoadBalancer, NetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { describe, expect, it } from 'vitest';
import { readWatched } from '../../lambda/handlers/read-watched.ts';
import { OriginDoctor } from '../../lib/origin-doctor.ts';
import type { OriginDoctorProps } from '../../lib/origin-doctor-props.ts';
import { type ProberPlacesOptions, proberPlaces } from '../../lib/prober-places.ts';
import { alb, doctorStack, emptyStack } from './doctor-stack.ts';
import { settingsIn } from './settings-in.ts';
import { type Synthesised, templateOf } from './template-of.ts';

describe('places', () => {
  const SITUATIONS: readonly {
    name: string;
    identity?: 'own';
    loadBalancers: readonly { subnets: readonly string[]; securityGroups: readonly string[] }[];
    watches?: readonly { subnets: readonly string[]; securityGroups: readonly string[] }[];
    places: readonly string[];
  }[] = [
    {
      name: 'one for each subnet',
      loadBalancers: [{ subnets: ['a', 'b'], securityGroups: ['x'] }],
      places: ['a x', 'b x'],
    },
    {
      name: 'one for two load balancers that share subnet and groups, in whatever order these are named',
      loadBalancers: [
        { subnets: ['a', 'b'], securityGroups: ['x', 'y'] },
        { subnets: ['b'], securityGroups: ['y', 'x', 'x'] },
      ],
      places: ['a x,y', 'b x,y'],
    },
    {
      name: 'two in one subnet for different groups',
      loadBalancers: [
        { subnets: ['a'], securityGroups: ['x'] },
        { subnets: ['a'], securityGroups: ['x', 'y'] },
      ],
      places: ['a x', 'a x,y'],
    },
    {
      name: 'one of our own for all load balancers without groups',
      loadBalancers: [
        { subnets: ['a'], securityGroups: [] },
        { subnets: ['a', 'b'], securityGroups: [] },
        { subnets: ['a'], securityGroups: ['x'] },
      ],
      places: ['a own*', 'b own*', 'a x'],
    },
    {
      name: 'one for each subnet with an identity of our own',
      identity: 'own',
      loadBalancers: [
        { subnets: ['a'], securityGroups: ['x'] },
        { subnets: ['a'], securityGroups: ['y'] },
      ],
      places: ['a own*'],
    },
    {
      name: 'one for each subnet of a watch too, shared where a load balancer stands so',
      loadBalancers: [{ subnets: ['a', 'b'], securityGroups: ['x'] }],
      watches: [
        { subnets: ['b', 'c'], securityGroups: ['x'] },
        { subnets: ['c'], securityGroups: ['y'] },
      ],
      places: ['a x', 'b x', 'c x', 'c y'],
    },
    {
      name: 'those of watches alone',
      loadBalancers: [],
      watches: [{ subnets: ['a'], securityGroups: ['x', 'y'] }],
      places: ['a x,y'],
    },
    {
      name: 'one for load balancers and watches of a subnet with an identity of our own',
      identity: 'own',
      loadBalancers: [{ subnets: ['a'], securityGroups: ['x'] }],
      watches: [{ subnets: ['a'], securityGroups: ['y'] }],
      places: ['a own*'],
    },
  ];

  it.each(SITUATIONS)('$name', ({ identity, loadBalancers, watches = [], places }) => {
    const options: ProberPlacesOptions = {
      identity: identity ?? 'load-balancer',
      loadBalancers,
      watches: watches.map((from) => ({ from })),
      ownGroup: () => 'own',
      textOf: (value) => value,
    };
    const texts = proberPlaces(options).map(
      (place) => `${place.subnetId} ${place.securityGroups.join(',')}${place.identity === 'own' ? '*' : ''}`,
    );
    expect(texts).toEqual(places);
  });

  it('are one place where two tokens mean one group', () => {
    const options: ProberPlacesOptions = {
      identity: 'load-balancer',
      loadBalancers: [
        { subnets: ['a'], securityGroups: ['group 1'] },
        { subnets: ['a'], securityGroups: ['group 2'] },
      ],
      watches: [{ from: { subnets: ['a'], securityGroups: ['group 3'] } }],
      ownGroup: () => 'own',
      textOf: (value) => value.replace(/ \d$/, ''),
    };
    expect(proberPlaces(options)).toHaveLength(1);
  });
});

describe('a prober', () => {
  const made = templateOf(
    doctorStack({ dialable: { addresses: ['10.0.0.0/16', 'fd12:3456::/64'], ports: ['443', '8000-8999'] } }).stack,
  );

  it.each(probersOf(made))('$FunctionName stands in one subnet and may dial what is fixed', (properties) => {
    expect(properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: 256,
      VpcConfig: { SubnetIds: [expect.stringMatching(/^subnet-/)] },
      Environment: {
        Variables: { ORIGIN_DOCTOR_CIDRS: '10.0.0.0/16,fd12:3456::/64', ORIGIN_DOCTOR_PORTS: '443,8000-8999' },
      },
    });
    expect(properties['Timeout']).toBeGreaterThanOrEqual(60);
    expect(properties).not.toHaveProperty('ReservedConcurrentExecutions');
    expect(properties).not.toHaveProperty('VpcConfig.SubnetIds.1');
  });

  it('wears the groups of an Application Load Balancer, and one of ours for a load balancer without', () => {
    const worn = probersOf(made).map(({ VpcConfig }) => (VpcConfig as { SecurityGroupIds: unknown }).SecurityGroupIds);
    const own = [{ 'Fn::GetAtt': [expect.stringContaining('OwnGroup'), 'GroupId'] }];
    expect(worn).toEqual([alb.securityGroups, alb.securityGroups, own, own]);
  });

  it('has in its own group a way out to what it may dial, and none in', () => {
    const groups = made.all('AWS::EC2::SecurityGroup');
    expect(groups).toHaveLength(1);
    expect(groups[0]?.Properties['SecurityGroupEgress']).toEqual([
      { CidrIp: '10.0.0.0/16', IpProtocol: 'tcp', FromPort: 1, ToPort: 65535, Description: 'targets' },
      { CidrIpv6: 'fd12:3456::/64', IpProtocol: 'tcp', FromPort: 1, ToPort: 65535, Description: 'targets' },
    ]);
    expect(groups[0]?.Properties).not.toHaveProperty('SecurityGroupIngress');
  });

  it('dials the ranges of the VPC and every port unless told otherwise, and reserves what it is told to', () => {
    const plain = templateOf(doctorStack({ loadBalancers: [alb], reservedConcurrency: 2 }).stack);
    for (const properties of probersOf(plain)) {
      expect(properties).toMatchObject({
        ReservedConcurrentExecutions: 2,
        Environment: { Variables: { ORIGIN_DOCTOR_CIDRS: '10.0.0.0/16', ORIGIN_DOCTOR_PORTS: '1-65535' } },
      });
    }
    expect(plain.all('AWS::EC2::SecurityGroup')).toEqual([]);
  });

  it('goes before its role does, and comes after the role has its policy', () => {
    const ids = Object.entries(made.resources)
      .filter(([id]) => id.includes('DoctorProbersRole'))
      .map(([id]) => id);
    expect(ids).toHaveLength(2);
    for (const { DependsOn } of made
      .all('AWS::Lambda::Function')
      .filter(({ Properties }) => 'VpcConfig' in Properties)) {
      expect([...(DependsOn ?? [])].toSorted()).toEqual(ids.toSorted());
    }
  });
});

describe('load balancers that the app builds', () => {
  const made = templateOf(builtStack({}));

  it('have a prober in each subnet, with their groups and names known when they are deployed', () => {
    const probers = probersOf(made);
    expect(probers).toHaveLength(4);
    expect(JSON.stringify(probers[0]?.['VpcConfig'])).toMatch(/"Fn::GetAtt":\["AlbSecurityGroup.*"Ref":"Vpc/);
    expect(JSON.stringify(made.all('AWS::CloudWatch::CompositeAlarm')[0]?.Properties['AlarmName'])).toContain(
      'LoadBalancerName',
    );
  });

  it('reach the monitor as JSON once the tokens are known', () => {
    const { loadBalancers, probers } = readWatched(settingsIn(made));
    expect(loadBalancers).toEqual([
      expect.stringMatching(/^<Alb[A-F0-9]+>$/),
      expect.stringMatching(/^<Nlb[A-F0-9]+>$/),
    ]);
    expect(probers).toHaveLength(4);
    expect(probers[0]).toEqual({
      functionName: probersOf(made)[0]?.['FunctionName'],
      subnetId: expect.stringMatching(/^<Vpc.*>$/),
      securityGroups: [expect.stringMatching(/^<AlbSecurityGroup.*\.GroupId>$/)],
    });
  });

  it('are judged by their own ARN where something is declared of them', () => {
    const stack = emptyStack();
    const vpc = new Vpc(stack, 'Vpc', { maxAzs: 2 });
    const shop = new ApplicationLoadBalancer(stack, 'Alb', { vpc });
    const declared = { [shop.loadBalancerArn]: { ports: [443], clients: ['0.0.0.0/0'] } };
    new OriginDoctor(stack, 'Doctor', { loadBalancers: [shop], declared });
    const watched = readWatched(settingsIn(templateOf(stack)));
    expect(watched.declared).toEqual({ [watched.loadBalancers[0] ?? '']: { ports: [443], clients: ['0.0.0.0/0'] } });
  });
});

function builtStack(props: Partial<OriginDoctorProps>): Stack {
  const stack = emptyStack();
  const vpc = new Vpc(stack, 'Vpc', { maxAzs: 2 });
  const shop = new ApplicationLoadBalancer(stack, 'Alb', { vpc });
  const securityGroups = [new SecurityGroup(stack, 'NlbGroup', { vpc })];
  const ingest = new NetworkLoadBalancer(stack, 'Nlb', { vpc, securityGroups });
  new OriginDoctor(stack, 'Doctor', { loadBalancers: [shop, ingest], ...props });
  return stack;
}

function probersOf(made: Synthesised): readonly Readonly<Record<string, unknown>>[] {
  return made
    .all('AWS::Lambda::Function')
    .map(({ Properties }) => Properties)
    .filter((properties) => 'VpcConfig' in properties);
}

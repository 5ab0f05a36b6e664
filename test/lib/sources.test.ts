import type { Stack } from 'aws-cdk-lib';
import { CfnVPCCidrBlock, IpAddresses, type IVpc, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { ApplicationLoadBalancer, CfnLoadBalancer, NetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { describe, expect, it } from 'vitest';
import type { LoadBalancerSource } from '../../lib/load-balancer-source.ts';
import { OriginDoctor } from '../../lib/origin-doctor.ts';
import type { OriginDoctorProps } from '../../lib/origin-doctor-props.ts';
import { watch } from '../../lib/watch.ts';
import { dialledIn } from './dialled-in.ts';
import { alb, emptyStack, nlb, orders } from './doctor-stack.ts';
import { messageOf } from './message-of.ts';
import { networksIn } from './networks-in.ts';
import { templateOf } from './template-of.ts';

const { subnets } = alb;
const [group = ''] = alb.securityGroups ?? [];

/** Load balancers as an app may import them, and the VPC that one was given. */
function imports(stack: Stack) {
  const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: alb.vpcId,
    availabilityZones: ['a'],
    vpcCidrBlock: '10.0.0.0/16',
  });
  return {
    application: ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(stack, 'Application', {
      loadBalancerArn: alb.arn,
      securityGroupId: group,
    }),
    placed: ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(stack, 'Placed', {
      loadBalancerArn: alb.arn,
      securityGroupId: group,
      vpc,
    }),
    network: NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(stack, 'Network', { loadBalancerArn: nlb.arn }),
    grouped: NetworkLoadBalancer.fromNetworkLoadBalancerAttributes(stack, 'Grouped', {
      loadBalancerArn: nlb.arn,
      loadBalancerSecurityGroups: [group],
      vpc,
    }),
    lookedUp: ApplicationLoadBalancer.fromLookup(stack, 'LookedUp', { loadBalancerArn: alb.arn }),
  };
}

type Imports = ReturnType<typeof imports>;

function doctorOf(source: (of: Imports) => LoadBalancerSource, props: Partial<OriginDoctorProps> = {}): Stack {
  const stack = emptyStack();
  new OriginDoctor(stack, 'Doctor', { loadBalancers: [source(imports(stack))], ...props });
  return stack;
}

describe('an imported load balancer', () => {
  it.each<[string, (of: Imports) => LoadBalancerSource, string]>([
    [
      'that tells its groups',
      ({ application }) => application,
      "{ loadBalancer, subnets: ['subnet-…'], vpcId: 'vpc-…', vpcCidrs: ['10.0.0.0/16'] }",
    ],
    ['that tells its VPC too', ({ placed }) => placed, "{ loadBalancer, subnets: ['subnet-…'] }"],
    [
      'that tells nothing',
      ({ network }) => network,
      "{ loadBalancer, subnets: ['subnet-…'], vpcId: 'vpc-…', vpcCidrs: ['10.0.0.0/16'], securityGroups: ['sg-…'] if it has some }",
    ],
    ['that was looked up', ({ lookedUp }) => lookedUp, "{ loadBalancer, subnets: ['subnet-…'] }"],
  ])('%s is asked for just the rest', (_, source, says) => {
    const message = messageOf(() => doctorOf(source));
    expect(message).toMatch(
      /^OriginDoctor: loadBalancers\[0\] is "Web\/.*that this app builds; an imported one is written/,
    );
    expect(message.endsWith(says)).toBe(true);
  });

  it.each<[string, (of: Imports) => LoadBalancerSource, readonly string[]]>([
    ['that tells all but subnets', ({ placed: loadBalancer }) => ({ loadBalancer, subnets }), [group]],
    [
      'that was looked up, before it is found',
      ({ lookedUp: loadBalancer }) => ({ loadBalancer, subnets }),
      ['sg-12345678'],
    ],
    ['whose groups it knows as ids', ({ grouped: loadBalancer }) => ({ loadBalancer, subnets }), [group]],
    [
      'of which the rest is given',
      ({ application: loadBalancer }) => ({ loadBalancer, subnets, vpcId: alb.vpcId, vpcCidrs: ['10.0.0.0/16'] }),
      [group],
    ],
    [
      'of which it is known better',
      ({ grouped: loadBalancer }) => ({ loadBalancer, subnets, securityGroups: ['sg-0b'] }),
      ['sg-0b'],
    ],
  ])('%s is watched', (_, source, groups) => {
    const made = templateOf(doctorOf(source));
    expect(networksIn(made)).toEqual(subnets.map((id) => ({ SubnetIds: [id], SecurityGroupIds: groups })));
  });

  it('may be one of several that CDK has yet to look up', () => {
    const stack = emptyStack();
    const vpc = Vpc.fromLookup(stack, 'Vpc', { tags: { Name: 'main' } });
    const found = ['shop', 'ingest'].map((name) =>
      ApplicationLoadBalancer.fromLookup(stack, name, { loadBalancerTags: { name } }),
    );
    const ids = vpc.publicSubnets.map(({ subnetId }) => subnetId);
    const loadBalancers = found.map((loadBalancer) => ({ loadBalancer, subnets: ids }));
    const from = { vpc, securityGroups: [new SecurityGroup(stack, 'App', { vpc })] };
    const watches = [watch({ ...orders, from, to: { host: '10.0.9.9', port: 5432 } })];
    expect(new OriginDoctor(stack, 'Doctor', { loadBalancers, watches }).alarms).toHaveLength(4);
  });

  it.each<[string, (of: Imports) => object, readonly string[]]>([
    [
      'that is none',
      () => ({ loadBalancer: alb.arn, subnets }),
      ['loadBalancers[0].loadBalancer is "arn:', 'fromLookup'],
    ],
    [
      'without its VPC',
      ({ network: loadBalancer }) => ({ loadBalancer, subnets }),
      ['loadBalancers[0].vpcId is missing', "vpcId: 'vpc-…'"],
    ],
    ['without subnets', ({ placed: loadBalancer }) => ({ loadBalancer }), ['loadBalancers[0].subnets is missing']],
    [
      'without ranges',
      ({ network: loadBalancer }) => ({ loadBalancer, subnets, vpcId: alb.vpcId }),
      ['dialable.addresses is []', 'vpcCidrs of each load balancer'],
    ],
    [
      'with a slip',
      ({ placed: loadBalancer }) => ({ loadBalancer, subnets, vpc: 1 }),
      ['vpc is no property', 'vpcId?'],
    ],
  ])('%s is refused', (_, source, says) => {
    const message = messageOf(() => doctorOf((of) => source(of) as LoadBalancerSource));
    for (const part of says) expect(message).toContain(part);
  });
});

describe('a built load balancer', () => {
  const imported = (stack: Stack): IVpc =>
    Vpc.fromVpcAttributes(stack, 'Vpc', {
      vpcId: alb.vpcId,
      availabilityZones: ['a'],
      publicSubnetIds: subnets.slice(1),
    });
  const inVpc = (make: (stack: Stack) => IVpc, props: Partial<OriginDoctorProps> = {}) => {
    const stack = emptyStack();
    const vpc = make(stack);
    const network = new NetworkLoadBalancer(stack, 'Nlb', { vpc, internetFacing: true });
    return { stack, network, make: () => new OriginDoctor(stack, 'Doctor', { loadBalancers: [network], ...props }) };
  };

  it('needs no range of its VPC where it is said what to dial', () => {
    const { stack, make } = inVpc(imported, { dialable: { addresses: ['10.0.0.0/16'] } });
    make();
    expect(dialledIn(templateOf(stack))).toEqual(['10.0.0.0/16']);
  });

  it('in a VPC that does not tell its range asks for it', () => {
    expect(messageOf(inVpc(imported).make)).toContain('dialable.addresses is []; allowed is at least one range');
  });

  it('whose subnets cannot be read is refused', () => {
    const { network, make } = inVpc(imported);
    if (network.node.defaultChild instanceof CfnLoadBalancer) network.node.defaultChild.subnets = undefined;
    expect(messageOf(make)).toContain('loadBalancers[0]: subnets of Web/Nlb is []; allowed is a load balancer with');
  });

  it('whose groups are set on the resource has probers that wear these', () => {
    const { stack, network, make } = inVpc(imported, { dialable: { addresses: ['10.0.0.0/16'] } });
    if (network.node.defaultChild instanceof CfnLoadBalancer) network.node.defaultChild.securityGroups = ['sg-0c'];
    make();
    expect(networksIn(templateOf(stack))).toEqual([{ SubnetIds: subnets.slice(1), SecurityGroupIds: ['sg-0c'] }]);
  });

  it.each(['load-balancer', 'own'] as const)('that is given a group after the doctor, identity %s', (identity) => {
    const { stack, network, make } = inVpc(imported, { dialable: { addresses: ['10.0.0.0/16'] }, identity });
    network.connections.addSecurityGroup(SecurityGroup.fromSecurityGroupId(stack, 'First', 'sg-0c'));
    make();
    network.connections.addSecurityGroup(SecurityGroup.fromSecurityGroupId(stack, 'Second', 'sg-0d'));
    const message = messageOf(() => templateOf(stack));
    if (identity === 'own') return expect(message).toBe('nothing was thrown');
    return expect(message).toContain(
      'OriginDoctor: loadBalancers[0].securityGroups is ["sg-0c","sg-0d"]; allowed is those that it had when the doctor was made, ["sg-0c"]: add groups before the doctor',
    );
  });

  it('is dialled in all ranges that the app gives its VPC', () => {
    const { stack, make } = inVpc((scope) => {
      const vpc = new Vpc(scope, 'Vpc', { maxAzs: 2, ipAddresses: IpAddresses.cidr('10.7.0.0/16') });
      new CfnVPCCidrBlock(scope, 'Second', { vpcId: vpc.vpcId, cidrBlock: '100.64.0.0/16' });
      return vpc;
    });
    make();
    expect(dialledIn(templateOf(stack))).toEqual([expect.stringMatching(/^<Vpc.*\.CidrBlock>$/), '100.64.0.0/16']);
  });
});

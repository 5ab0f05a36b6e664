import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Operation } from '../operation.ts';
import { absences } from './absences.ts';
import { chosenBy } from './chosen-by.ts';
import { pageAnswer } from './page-answer.ts';

type LoadBalancer = World['loadBalancers'][number];

/** `DescribeLoadBalancers`: all, by ARN or by name. */
export const describeLoadBalancers: Operation = {
  action: 'elasticloadbalancing:DescribeLoadBalancers',
  run: (input, { world }) =>
    pageAnswer('DescribeLoadBalancers', 'LoadBalancers', chosen(input, world).map(treeOf), input),
};

/** API Reference: "You can specify up to 20 load balancers in a single call." */
const MOST = 20;

function chosen(input: Input, { loadBalancers }: World): readonly LoadBalancer[] {
  const arns = textsOf(input, 'LoadBalancerArns');
  const names = textsOf(input, 'Names');
  const count = arns.length + names.length;
  if (arns.length > 0 && names.length > 0) {
    const message = 'Load balancer names and load balancer ARNs cannot be specified at the same time';
    throw new AwsError('ValidationError', message);
  }
  if (count > MOST) {
    const message = `Up to ${MOST} load balancers can be described at a time, but ${count} were specified`;
    throw new AwsError('ValidationError', message);
  }
  if (arns.length > 0) return chosenBy(loadBalancers, arns, ({ arn }) => arn, absences.loadBalancer);
  if (names.length === 0) return loadBalancers;
  const missing = names.filter((name) => !loadBalancers.some((loadBalancer) => loadBalancer.name === name));
  const message = `Load balancers '[${missing.join(', ')}]' not found`;
  return chosenBy(loadBalancers, names, ({ name }) => name, { ...absences.loadBalancer, message });
}

function treeOf(loadBalancer: LoadBalancer): TreeObject {
  const { securityGroups } = loadBalancer;
  return {
    LoadBalancerArn: loadBalancer.arn,
    LoadBalancerName: loadBalancer.name,
    DNSName: loadBalancer.dnsName,
    Scheme: loadBalancer.scheme,
    Type: loadBalancer.type,
    VpcId: loadBalancer.vpcId,
    IpAddressType: loadBalancer.ipAddressType,
    State: { Code: loadBalancer.state, Reason: loadBalancer.stateReason },
    SecurityGroups: securityGroups.length > 0 ? securityGroups : undefined,
    AvailabilityZones: loadBalancer.zones.map(({ zone, subnetId }) => ({
      ZoneName: zone,
      SubnetId: subnetId,
      LoadBalancerAddresses: [],
    })),
  };
}

import { Token } from 'aws-cdk-lib';
import { CfnSecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { checkRules } from './checks/check-rules.ts';
import type { Deployment } from './deployment.ts';
import { textOf } from './text-of.ts';

/**
 * A group of our own: nothing comes in, and TCP goes out to what probers may dial. Ports are left to the prober, which
 * knows them, since a group has room for 60 rules (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html).
 */
export function ownGroup(scope: Construct, { name, vpcId, addresses }: Deployment): CfnSecurityGroup {
  const ranges = addresses.map((range) => ({ range, isVersion6: isVersion6(scope, range) }));
  checkRules(ranges);
  return new CfnSecurityGroup(scope, 'OwnGroup', {
    vpcId,
    groupDescription: `Origin Doctor ${name}: worn by probers, admits nothing`,
    securityGroupEgress: ranges.map(({ range, isVersion6: is6 }) => ({
      ipProtocol: 'tcp',
      fromPort: 1,
      toPort: 65_535,
      ...(is6 ? { cidrIpv6: range } : { cidrIp: range }),
      description: 'targets',
    })),
  });
}

/** A token tells by the attribute that it stands for, as `Ipv6CidrBlocks` of a VPC; any other is taken for IPv4. */
function isVersion6(scope: Construct, range: string): boolean {
  return Token.isUnresolved(range) ? IPV6_ATTRIBUTE.test(textOf(scope, range)) : range.includes(':');
}

/** Of a resource of this stack, `["ID","Ipv6…"]`, or of another, `PLACE.Ipv6…`. */
const IPV6_ATTRIBUTE = /(?:,"|\.)Ipv6/;

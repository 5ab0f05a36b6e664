import { Token } from 'aws-cdk-lib';
import { CfnSecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

/**
 * A group of our own: nothing comes in, and TCP goes out to what probers may dial. Ports are left to the prober, which
 * knows them, since a group has room for 60 rules (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html).
 */
export function ownGroup(scope: Construct, { name, vpcId, addresses }: Deployment): CfnSecurityGroup {
  return new CfnSecurityGroup(scope, 'OwnGroup', {
    vpcId,
    groupDescription: `Origin Doctor ${name}: worn by probers, admits nothing`,
    securityGroupEgress: addresses.map((range) => ({
      ipProtocol: 'tcp',
      fromPort: 1,
      toPort: 65_535,
      ...(isVersion6(range) ? { cidrIpv6: range } : { cidrIp: range }),
      description: 'targets',
    })),
  });
}

/** A token stands for the range of a VPC that the app builds, which is IPv4. */
function isVersion6(range: string): boolean {
  return !Token.isUnresolved(range) && range.includes(':');
}

import { CfnSubnet } from 'aws-cdk-lib/aws-ec2';
import { builtResource } from './built-resource.ts';

/**
 * Whether the app builds the subnet of this id with an IPv6 range. Of one that it does not build this is not known, and Lambda refuses
 * IPv6 in a subnet without such a range.
 */
export function isDualStack(subnetId: string): boolean {
  const subnet = builtResource(subnetId);
  if (!(subnet instanceof CfnSubnet)) return false;
  const { ipv6CidrBlock, ipv6IpamPoolId, ipv6NetmaskLength } = subnet;
  return [ipv6CidrBlock, ipv6IpamPoolId, ipv6NetmaskLength].some((one) => one !== undefined);
}

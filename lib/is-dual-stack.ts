import { Reference, Tokenization } from 'aws-cdk-lib';
import { CfnSubnet } from 'aws-cdk-lib/aws-ec2';

/**
 * Whether the app builds the subnet of this id with an IPv6 range. Of one that it does not build this is not known, and Lambda refuses
 * IPv6 in a subnet without such a range.
 */
export function isDualStack(subnetId: string): boolean {
  const reference = Tokenization.reverse(subnetId);
  if (!Reference.isReference(reference) || !(reference.target instanceof CfnSubnet)) return false;
  const { ipv6CidrBlock, ipv6IpamPoolId, ipv6NetmaskLength } = reference.target;
  return [ipv6CidrBlock, ipv6IpamPoolId, ipv6NetmaskLength].some((one) => one !== undefined);
}

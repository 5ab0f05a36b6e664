import { Fn } from 'aws-cdk-lib';
import { CfnVPC, type IVpc } from 'aws-cdk-lib/aws-ec2';
import { cidrBlocksOf } from './cidr-blocks-of.ts';

/**
 * The ranges of a VPC as far as its construct tells them: of one that the app builds all that the app gives it, IPv6 too, up to
 * the moment of asking; of an imported one its first range; none where it was imported without one.
 */
export function vpcRanges(vpc: IVpc): readonly string[] {
  const { defaultChild } = vpc.node;
  if (!(defaultChild instanceof CfnVPC)) return importedRanges(vpc);
  const blocks = cidrBlocksOf(vpc.vpcId);
  const secondary = blocks.flatMap(({ cidrBlock }) => cidrBlock ?? []);
  const countOfVersion6 = blocks.filter(isVersion6).length;
  const version6 = Array.from({ length: countOfVersion6 }, (_, index) => {
    return Fn.select(index, defaultChild.attrIpv6CidrBlocks);
  });
  return [vpc.vpcCidrBlock, ...secondary, ...version6];
}

function importedRanges(vpc: IVpc): readonly string[] {
  try {
    return [vpc.vpcCidrBlock];
  } catch {
    // CDK throws where `Vpc.fromVpcAttributes` was given no range. It is only asked for where `dialable` does not say it.
    return [];
  }
}

type Block = ReturnType<typeof cidrBlocksOf>[number];

function isVersion6({ amazonProvidedIpv6CidrBlock, ipv6CidrBlock, ipv6IpamPoolId, ipv6Pool }: Block): boolean {
  return [amazonProvidedIpv6CidrBlock, ipv6CidrBlock, ipv6IpamPoolId, ipv6Pool].some((one) => one !== undefined);
}

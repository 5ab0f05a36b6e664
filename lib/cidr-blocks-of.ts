import { Stack } from 'aws-cdk-lib';
import { CfnVPC, CfnVPCCidrBlock } from 'aws-cdk-lib/aws-ec2';
import { builtResource } from './built-resource.ts';

/**
 * What the app adds to the ranges of the VPC of this id, in the VPC's own stack; none where the app does not build it. Its ranges are
 * all there only once these are made.
 */
export function cidrBlocksOf(vpcId: string): readonly CfnVPCCidrBlock[] {
  const vpc = builtResource(vpcId);
  if (!(vpc instanceof CfnVPC)) return [];
  const all = Stack.of(vpc).node.findAll();
  return all.filter((one): one is CfnVPCCidrBlock => one instanceof CfnVPCCidrBlock && one.vpcId === vpcId);
}

import { Reference, Stack, Tokenization } from 'aws-cdk-lib';
import { CfnVPC, CfnVPCCidrBlock } from 'aws-cdk-lib/aws-ec2';

/**
 * What the app adds to the ranges of the VPC of this id, in the VPC's own stack; none where the app does not build it. Its ranges are
 * all there only once these are made.
 */
export function cidrBlocksOf(vpcId: string): readonly CfnVPCCidrBlock[] {
  const reference = Tokenization.reverse(vpcId);
  if (!Reference.isReference(reference) || !(reference.target instanceof CfnVPC)) return [];
  const all = Stack.of(reference.target).node.findAll();
  return all.filter((one): one is CfnVPCCidrBlock => one instanceof CfnVPCCidrBlock && one.vpcId === vpcId);
}

import { Token } from 'aws-cdk-lib';
import { CfnVPC } from 'aws-cdk-lib/aws-ec2';
import { builtResource } from '../built-resource.ts';
import { isPlaceholder } from './is-placeholder.ts';
import { wrongProperty } from './wrong-property.ts';

/**
 * Throws where these are of more than one VPC: ids are compared with ids, and what the app builds with what it builds. An id and a
 * construct may mean the same VPC, any other token (an import, a parameter) any, and what is not looked up yet any too.
 */
export function checkOneVpc(property: string, vpcIds: readonly string[]): void {
  const ids = vpcIds.filter((id) => !Token.isUnresolved(id) && !isPlaceholder(id));
  for (const alike of [ids, vpcIds.flatMap(builtVpc)]) {
    const distinct = [...new Set(alike)];
    if (distinct.length > 1) throw wrongProperty(property, distinct, 'those of one VPC; make an OriginDoctor for each');
  }
}

/** The place in the app of the VPC that the app builds. */
function builtVpc(vpcId: string): readonly string[] {
  const vpc = builtResource(vpcId);
  return vpc instanceof CfnVPC ? [vpc.node.path] : [];
}

import type { ConfigDeployment } from './config-schema.ts';

/** What the stack of a deployment is called: by its VPC, and by its name where it has one. */
export function stackName({ vpcId, name }: Pick<ConfigDeployment, 'vpcId' | 'name'>): string {
  return ['origin-doctor', vpcId, ...(name === undefined ? [] : [name])].join('-');
}

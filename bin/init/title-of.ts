import type { ConfigDeployment } from '../../lib/config/config-schema.ts';

/** What tells a deployment from the others, as in `eu-west-1 vpc-0123456789abcdef0 shops`. */
export function titleOf({ region, vpcId, name }: Pick<ConfigDeployment, 'region' | 'vpcId' | 'name'>): string {
  return [region, vpcId, ...(name === undefined ? [] : [name])].join(' ');
}

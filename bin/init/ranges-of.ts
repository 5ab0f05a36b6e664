import type { Seen } from './seen.ts';

/** The ranges of a VPC, in an order of their own; undefined where it was not read. */
export function rangesOf(vpcId: string, { vpcs }: Pick<Seen, 'vpcs'>): string[] | undefined {
  const vpc = vpcs.find(({ id }) => id === vpcId);
  return vpc === undefined ? undefined : [...vpc.cidrs.toSorted(), ...vpc.ipv6Cidrs.toSorted()];
}

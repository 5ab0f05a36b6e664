import type { Stack } from 'aws-cdk-lib';
import { wrongProperty } from './wrong-property.ts';

/** Throws where these are of more than one VPC. Two tokens may mean the same one. */
export function checkOneVpc(stack: Stack, property: string, vpcIds: readonly string[]): void {
  const distinct = new Map(vpcIds.map((id) => [JSON.stringify(stack.resolve(id)), stack.resolve(id)]));
  if (distinct.size <= 1) return;
  throw wrongProperty(property, [...distinct.values()], 'those of one VPC; make an OriginDoctor for each');
}

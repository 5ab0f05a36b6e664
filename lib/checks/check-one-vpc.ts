import type { Stack } from 'aws-cdk-lib';
import { isPlaceholder } from './is-placeholder.ts';
import { wrongProperty } from './wrong-property.ts';

/** Throws where these are of more than one VPC. Two tokens may mean the same one, and what is not looked up yet any. */
export function checkOneVpc(stack: Stack, property: string, vpcIds: readonly string[]): void {
  const told = vpcIds.filter((id) => !isPlaceholder(id));
  const distinct = new Map(told.map((id) => [JSON.stringify(stack.resolve(id)), stack.resolve(id)]));
  if (distinct.size <= 1) return;
  throw wrongProperty(property, [...distinct.values()], 'those of one VPC; make an OriginDoctor for each');
}

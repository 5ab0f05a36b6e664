import { expect, it } from 'vitest';
import { plannedIn } from '../../../bin/ground/planned-in.ts';
import { configWith, deployment, REGION, US, VPC } from '../init/account.ts';

it('knows stacks by the names that the app gives them, those of its Region alone', () => {
  const config = configWith([US, deployment(['a']), deployment(['b'], { name: 'part2' })]);
  expect(plannedIn(config, 'it.json', REGION).deployments.map(({ stack }) => stack)).toEqual([
    `origin-doctor-${VPC}`,
    `origin-doctor-${VPC}-part2`,
  ]);
});

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

it.each([
  ['origin-doctor.json', 'origin-doctor init --force'],
  ['config/shops.json', 'origin-doctor init --force -o config/shops.json'],
  ["our shop's.json", "origin-doctor init --force -o 'our shop'\\''s.json'"],
])('%s is written again by a command that names it', (file, rewrite) => {
  expect(plannedIn(configWith([US]), file, REGION)).toMatchObject({ file, rewrite });
});

it('knows which subnets are said to have IPv6 ranges', () => {
  const its = deployment(['a', 'b']);
  const from = { subnets: [{ id: 'subnet-0a', zone: 'eu-west-1a' }], securityGroups: ['sg-01'] };
  const watches = [
    { name: 'both', from: { ...from, dualStack: true }, to: { host: '10.0.0.7', port: 1 } },
    { name: 'one', from, to: { host: '10.0.0.7', port: 1 } },
  ];
  const loadBalancers = its.loadBalancers.map((one, index) => (index === 0 ? { ...one, dualStack: true } : one));
  const [planned] = plannedIn(configWith([{ ...its, loadBalancers, watches }]), 'it.json', REGION).deployments;
  const told = [...(planned?.loadBalancers ?? []), ...(planned?.watches ?? [])];
  expect(told.map(({ name, dualStack }) => [name, dualStack])).toEqual([
    ['a', true],
    ['b', false],
    ['both', true],
    ['one', false],
  ]);
});

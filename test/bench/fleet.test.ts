import { expect, it } from 'vitest';
import { fleet } from '../../bench/fleet/fleet.ts';
import { seenOf } from '../../bench/fleet/seen-of.ts';
import { judgeAll } from '../../lambda/join/judge-all.ts';

const SIZE = { loadBalancers: 2, servicesEach: 2, targetsEach: 3, groupsEach: 5, rulesEach: 60, blocked: 1 };
const AT = '2026-03-01T12:00:05Z';

it('is as large as it is said to be', () => {
  const { securityGroupRules, networkInterfaces, instances } = fleet(SIZE);
  const worn = networkInterfaces.known ? networkInterfaces.value.find(({ id }) => id === 'eni-0')?.groups : undefined;
  const rules = securityGroupRules.known ? securityGroupRules.value : [];
  expect(instances).toMatchObject({ known: true, value: { length: 12 } });
  expect(worn?.map((group) => rules.filter(({ groupId }) => groupId === group).length)).toEqual([60, 60, 60, 60, 60]);
});

it('holds a blocked service and well ones, and what probers see of it agrees with its configuration', () => {
  const inventory = fleet(SIZE);
  const judged = judgeAll(inventory, {
    results: seenOf(inventory, AT),
    local: null,
    memory: null,
    declarations: {},
    at: AT,
  });
  const evidence = judged.flatMap((one) => (one.subject === 'endpoint' ? [one] : []));
  const verdicts = evidence.map(({ facts: { paths } }) => paths.known && paths.value.map(({ path }) => path.verdict));
  expect(verdicts.slice(0, 3)).toEqual(Array(3).fill(['deny', 'deny', 'deny']));
  expect(verdicts.slice(3)).toEqual(Array(9).fill(['allow', 'allow', 'allow']));
  expect(evidence.map(({ symptoms }) => symptoms.length > 0)).toEqual([
    ...Array(3).fill(true),
    ...Array(9).fill(false),
  ]);
});

import { expect, it } from 'vitest';
import { baselineFrom } from '../../../../lambda/gate/law/baseline-from.ts';
import { gateReport, START } from './gate-report.ts';

const EARLIER = '2026-03-01T01:00:00.000Z';
const LATER = '2026-03-01T03:00:00.000Z';
const ill = { outcomes: ['refused'] as const, fault: { code: 'target-port-closed' } };
const report = gateReport([
  { id: 'i-0well' },
  { id: 'i-0long', ...ill, since: EARLIER },
  { id: 'i-0since', ...ill, since: LATER },
  { id: 'i-0going', state: 'draining' },
  { id: 'i-0out', state: 'unused', reason: 'Target.NotRegistered' },
  { id: 'i-0long', purpose: 'health-check' },
]);
const idsOf = (targets: readonly string[]) => targets.map((key) => /\/(i-0\w+):8080$/.exec(key)?.[1]);

it.each([
  ['all that is seen', null, ['i-0well', 'i-0long', 'i-0since'], 2],
  ['what stood by then', START, ['i-0long'], 1],
  ['nothing, before everything', new Date(0).toISOString(), [], 0],
])('holds %s', (_, before, targets, stood) => {
  const baseline = baselineFrom(report, before);
  expect(idsOf(baseline.targets)).toEqual(targets);
  expect(baseline.stood).toHaveLength(stood);
  expect(baseline.at).toBe(before ?? START);
});

import { expect, it } from 'vitest';
import { groupFindings } from '../../../../lambda/report/page/group-findings.ts';
import { finding, judged, reported } from '../situation.ts';

const one = finding();
const { fix, culprit } = one;

it.each([
  ['the same at another target and another zone', { resource: 'i-0b22', zones: ['eu-west-1b'], why: 'other words' }, 1],
  ['another code', { code: 'other' }, 2],
  ['another line', { culprit: { ...culprit, line: 'sgr-9' } }, 2],
  ['another culprit', { culprit: { ...culprit, resource: 'sg-9' } }, 2],
  ['another command', { fix: { ...fix, commands: ['other'] } }, 2],
  ['verified only once', { fix: { ...fix, verified: false } }, 2],
])('%s', (_, changes, count) => {
  const report = reported([
    judged({ diagnosis: { leading: one } }),
    judged({ target: 'i-0b22', diagnosis: { leading: finding(changes) } }),
  ]);
  const groups = groupFindings(report);
  expect(groups).toHaveLength(count);
  expect(groups.flatMap(({ endpoints }) => endpoints)).toHaveLength(2);
});

it('leads where it leads once, and takes in the endpoints where it does not', () => {
  const other = finding({ code: 'other' });
  const report = reported([
    judged({ diagnosis: { leading: other, others: [one] } }),
    judged({ target: 'i-0b22', diagnosis: { leading: one } }),
  ]);
  expect(
    groupFindings(report).map(({ finding: { code }, leads, endpoints }) => [code, leads, endpoints.length]),
  ).toEqual([
    ['other', true, 1],
    [one.code, true, 2],
  ]);
});

it('knows what leads nowhere', () => {
  const report = reported([judged({ diagnosis: { leading: finding({ code: 'other' }), others: [one] } })]);
  expect(groupFindings(report).map(({ leads }) => leads)).toEqual([true, false]);
});

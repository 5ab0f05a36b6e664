import { expect, it } from 'vitest';
import { summaryOf } from '../../../lambda/report/summary-of.ts';
import { AT, finding, judged, reported } from './situation.ts';

const symptom = { purpose: 'traffic', outcome: 'timed-out', witness: 'probe' } as const;

it('says what a check came to, a fault once for all that show it', () => {
  const report = reported([
    judged({ diagnosis: { symptom, leading: finding() } }),
    judged({ diagnosis: { symptom, leading: finding({ resource: 'i-0b22' }) } }),
    judged({ unjudged: 'nothing was dialled' }),
  ]);
  expect(summaryOf({ ...report, gone: ['arn'] })).toEqual({
    ...{ checkedAt: AT, configurationReadAt: report.configurationReadAt, trigger: report.trigger },
    ...{ status: 2, loadBalancers: 1, endpoints: 3, unjudged: 1, unread: report.unread.length },
    findings: [
      {
        ...{ code: 'target-security-group-blocks-load-balancer', certainty: 'certain', resource: 'i-0a11', times: 2 },
        culprit: { resource: 'sg-0target', line: 'sgr-0123', value: 'tcp 80 from sg-0lb' },
      },
    ],
    moreFindings: 0,
    gone: ['arn'],
    cost: report.cost,
  });
});

it('stays short where many faults are found, and says how many more there are', () => {
  const many = Array.from({ length: 150 }, (_, index) =>
    judged({ diagnosis: { symptom, leading: finding({ culprit: { resource: `sg-${index}` } }) } }),
  );
  const { findings, moreFindings } = summaryOf(reported(many));
  expect([findings.length, moreFindings]).toEqual([100, 50]);
});

import { expect, it } from 'vitest';
import { lastWell } from '../../../lambda/diagnosis/last-well.ts';
import type { Report, ReportedEndpoint } from '../../../lambda/model/report.ts';

const WELL = { symptom: null, since: null, lastWell: null, leading: null, others: [], inconclusive: [] };
const ILL = {
  ...WELL,
  symptom: { purpose: 'traffic', outcome: 'refused', witness: 'probe' },
  since: '02:02',
  lastWell: '02:01',
} as const;

function reportOf(endpoint: Partial<ReportedEndpoint>): Report {
  const endpoints = [{ id: 'e', unjudged: null, probes: [], diagnosis: WELL, ...endpoint }];
  return { checkedAt: '02:05', endpoints } as unknown as Report;
}

const probe = (at: string) => ({ at }) as ReportedEndpoint['probes'][number];

it.each([
  { what: 'there was no report', previous: null, expected: null },
  { what: 'the report does not know the endpoint', previous: reportOf({ id: 'other' }), expected: null },
  {
    what: 'it was well, when last dialled',
    previous: reportOf({ probes: [probe('02:04'), probe('02:03')] }),
    expected: '02:04',
  },
  { what: 'it was well, and nothing was dialled', previous: reportOf({}), expected: '02:05' },
  { what: 'it was ill already', previous: reportOf({ diagnosis: ILL }), expected: '02:01' },
  { what: 'it could not be judged', previous: reportOf({ unjudged: 'why' }), expected: null },
])('$expected where $what', ({ previous, expected }) => {
  expect(lastWell(previous, 'e')).toBe(expected);
});

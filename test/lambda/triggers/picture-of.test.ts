import { expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Report } from '../../../lambda/model/report.ts';
import { pictureOf } from '../../../lambda/triggers/picture-of.ts';
import { settlingSeconds } from '../../../lambda/triggers/settling-seconds.ts';
import { WEB } from '../endpoints/cut.ts';
import { smallInventory } from '../reachability/small-inventory.ts';
import { AT, finding, judged, reported, type Told } from '../report/situation.ts';

const WELL: readonly Told[] = [{}, { target: 'i-0b22' }];
const SYMPTOM = { purpose: 'traffic', outcome: 'refused', witness: 'probe' } as const;

it.each<[string, readonly Told[], number, boolean]>([
  ['all well', WELL, 0, true],
  ['the targets in another order', WELL.toReversed(), 0, true],
  [
    'a target that is settled as unhealthy',
    [{ word: ['unhealthy', 'Target.Timeout'] }, { target: 'i-0b22' }],
    0,
    false,
  ],
  ['another reason', [{ word: ['healthy', 'x'] }, { target: 'i-0b22' }], 0, false],
  ['a target that is coming', [{ word: ['initial', 'Elb.InitialHealthChecking'] }, { target: 'i-0b22' }], 1, false],
  [
    'targets that are going',
    [{ word: ['draining', null] }, { target: 'i-0b22', word: ['unhealthy.draining', null] }],
    2,
    false,
  ],
  ['a word that is not known', [{ word: null }, { target: 'i-0b22' }], 1, false],
  ['a target gone', [{}], 0, false],
  ['a symptom', [{ diagnosis: { symptom: SYMPTOM } }, { target: 'i-0b22' }], 0, false],
  ['a finding', [{ diagnosis: { leading: finding() } }, { target: 'i-0b22' }], 0, false],
  ['what could not be judged', [{ unjudged: 'not read' }, { target: 'i-0b22' }], 0, false],
])('%s', (_, told, unsettled, same) => {
  const well = pictureOf(report(WELL), arn);
  const picture = pictureOf(report(told), arn);
  expect(picture).toMatchObject({ at: AT, unsettled });
  expect(picture.state === well.state).toBe(same);
});

it('looks at one load balancer only, and asks its word of what it sends to', () => {
  const one = report([{ word: null }]);
  const siblings = {
    ...one,
    endpoints: one.endpoints.map((endpoint) => ({ ...endpoint, purpose: 'sibling' as const })),
  };
  expect(pictureOf(siblings, arn).unsettled).toBe(0);
  expect(pictureOf(one, 'arn:other')).toEqual({ at: AT, unsettled: 0, state: '' });
});

it('takes as long as the slowest target group needs', () => {
  const groups = [60, 10].map((intervalSeconds) => ({ ...WEB, healthCheck: { ...WEB.healthCheck, intervalSeconds } }));
  const other = { ...WEB, loadBalancerArns: ['arn:other'], healthCheck: { ...WEB.healthCheck, intervalSeconds: 300 } };
  const [mine = ''] = WEB.loadBalancerArns;
  expect(settlingSeconds(mine, smallInventory({ targetGroups: known([...groups, other]) }))).toBe(300);
  expect(settlingSeconds('arn:none', smallInventory({ targetGroups: known(groups) }))).toBe(0);
  expect(settlingSeconds(mine, smallInventory({ targetGroups: unknown('forbidden', 'no') }))).toBe(0);
});

const arn = report(WELL).loadBalancers[0]?.arn ?? '';

function report(told: readonly Told[]): Report {
  return reported(told.map((one) => judged(one)));
}

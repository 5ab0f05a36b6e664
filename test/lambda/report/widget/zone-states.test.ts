import { expect, it } from 'vitest';
import { zoneStates } from '../../../../lambda/report/widget/zone-states.ts';
import { judged, reported, type Told } from '../situation.ts';
import { blocked, closed } from '../told.ts';

const symptom = { purpose: 'traffic', outcome: 'refused', witness: 'probe' } as const;
const unhealthy = { ...symptom, outcome: 'unhealthy', witness: 'load-balancer' } as const;
const inA = { leading: { ...closed, zones: ['eu-west-1a'] } };

it.each<[string, readonly Told[], readonly string[]]>([
  ['all is well', [{}, { target: 'i-0b22' }], ['a healthy 2 of 2', 'b healthy 2 of 2']],
  ['one of two is faulty', [{ diagnosis: { leading: blocked } }, {}], ['a FAULTY 1 of 2', 'b FAULTY 1 of 2']],
  [
    'a fault shows from one zone',
    [{ outcomes: ['refused', 'connected'], diagnosis: inA }],
    ['a FAULTY 1 of 1', 'b healthy 1 of 1'],
  ],
  [
    'a fault shows from one zone, and the other did not dial',
    [{ outcomes: ['refused'], diagnosis: inA }],
    ['a FAULTY 1 of 1', 'b UNKNOWN 1 of 1'],
  ],
  [
    'a fault shows from one zone, and the other could not',
    [{ outcomes: ['refused', 'inconclusive'], diagnosis: inA }],
    ['a FAULTY 1 of 1', 'b UNKNOWN 1 of 1'],
  ],
  [
    'another fails too, unnamed',
    [{ outcomes: ['refused', 'timed-out'], diagnosis: inA }],
    ['a FAULTY 1 of 1', 'b FAULTY 1 of 1'],
  ],
  [
    'a probe saw it without a cause',
    [{ outcomes: ['connected', 'refused'], diagnosis: { symptom } }],
    ['a healthy 1 of 1', 'b FAILING 1 of 1'],
  ],
  ['the load balancer says so', [{ diagnosis: { symptom: unhealthy } }], ['a FAILING 1 of 1', 'b FAILING 1 of 1']],
  ['one zone could not dial', [{ outcomes: ['connected', 'inconclusive'] }], ['a healthy 1 of 1', 'b UNKNOWN 1 of 1']],
  [
    'nothing could be judged',
    [{ outcomes: null, unjudged: 'nothing was dialled' }],
    ['a UNKNOWN 1 of 1', 'b UNKNOWN 1 of 1'],
  ],
  ['one is draining', [{ word: ['draining', null] }, {}], ['a healthy 1 of 2', 'b healthy 1 of 2']],
  ['all are unused', [{ word: ['unused', null] }], ['a idle 1 of 1', 'b idle 1 of 1']],
  ['nothing was dialled from one of two', [{ outcomes: ['connected'] }], ['a healthy 1 of 1', 'b UNKNOWN 1 of 1']],
  ['nothing was dialled and no path judged', [{ outcomes: null, path: null }], []],
])('where %s', (_, told, states) => {
  const zones = zoneStates(reported(told.map((one) => judged(one))));
  expect(zones.map(({ name, state, detail }) => `${name.at(-1)} ${state} ${detail}`)).toEqual(states);
});

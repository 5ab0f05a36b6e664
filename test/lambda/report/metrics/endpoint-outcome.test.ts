import { expect, it } from 'vitest';
import type { Outcome } from '../../../../lambda/model/probe-result.ts';
import { endpointOutcome } from '../../../../lambda/report/metrics/endpoint-outcome.ts';
import { finding, judged, reported, type Told } from '../situation.ts';

const told = (outcome: Outcome | 'unhealthy', layer?: 'application') =>
  ({ symptom: { purpose: 'traffic', outcome, witness: 'load-balancer', layer } }) as NonNullable<Told['diagnosis']>;
const ours = finding({ code: 'vantage-point-differs', kind: 'note', component: 'prober' });

it.each<[string, Told, string]>([
  ['connected from everywhere', {}, 'connected'],
  ['connected from one place, the other could not look', { outcomes: ['connected', 'inconclusive'] }, 'notLooked'],
  ['refused from one place', { outcomes: ['connected', 'refused'] }, 'refused'],
  ['refused from one place, the other could not look', { outcomes: ['inconclusive', 'refused'] }, 'refused'],
  ['silence is graver than a refusal', { outcomes: ['refused', 'timed-out'] }, 'silent'],
  ['an ICMP error is graver than a refusal', { outcomes: ['refused', 'unreachable'] }, 'broken'],
  ['a reset', { outcomes: ['connected', 'reset'] }, 'broken'],
  ['closed early', { outcomes: ['closed-early', 'connected'] }, 'broken'],
  ['a refusal is graver than a reset', { outcomes: ['reset', 'refused'] }, 'refused'],
  ['connects, and the load balancer is not content', { diagnosis: told('unhealthy', 'application') }, 'unhealthy'],
  [
    'refuses, and the load balancer is not content',
    { outcomes: ['refused', 'refused'], diagnosis: told('unhealthy') },
    'refused',
  ],
  ['refuses, and gets no requests yet', { outcomes: ['refused', 'refused'], word: ['initial', null] }, 'starting'],
  [
    'is silent from one place, and gets no requests yet',
    { outcomes: ['connected', 'timed-out'], word: ['initial', null] },
    'starting',
  ],
  ['connects before the load balancer says so', { word: ['initial', null] }, 'connected'],
  ['refuses, and drains', { outcomes: ['refused', 'refused'], word: ['draining', null] }, 'refused'],
  ['could not be judged, though it connects', { unjudged: 'its word could not be read' }, 'notLooked'],
  [
    'silence that is our own trouble',
    { outcomes: ['timed-out', 'timed-out'], diagnosis: { leading: ours } },
    'notLooked',
  ],
  ['nobody could look, and nothing is known to be ill', { outcomes: ['inconclusive', 'inconclusive'] }, 'notLooked'],
  ['nobody dialled', { outcomes: null }, 'notLooked'],
  ['nobody dialled, the load balancer timed out', { outcomes: null, diagnosis: told('timed-out') }, 'silent'],
  [
    'nobody dialled, the load balancer got a bad answer',
    { outcomes: null, diagnosis: told('unhealthy', 'application') },
    'unhealthy',
  ],
  ['nobody dialled, the load balancer does not say how', { outcomes: null, diagnosis: told('unhealthy') }, 'notLooked'],
  [
    'nobody could look, and that is the symptom',
    { outcomes: ['inconclusive', 'inconclusive'], diagnosis: told('inconclusive') },
    'notLooked',
  ],
])('%s', (_, situation, expected) => {
  const [endpoint] = reported([judged(situation)]).endpoints;
  if (endpoint === undefined) throw new Error('the situation has no endpoint');
  expect(endpointOutcome(endpoint, endpoint.probes, endpoint.elb?.state === 'initial')).toBe(expected);
});

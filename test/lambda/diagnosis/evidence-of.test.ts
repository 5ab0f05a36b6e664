import { describe, expect, it } from 'vitest';
import { evidenceOf, type Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import type { VantagePoint } from '../../../lambda/model/endpoint.ts';
import { unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import type { ProbeResult } from '../../../lambda/model/probe-result.ts';
import type { Report } from '../../../lambda/model/report.ts';
import { judged } from './judged.ts';
import {
  AT,
  changed,
  endpoint,
  ingressDenied,
  laptop,
  places,
  saying,
  seen,
  seenEverywhere,
  world,
} from './small-world.ts';

const [a, b] = places;
if (a === undefined || b === undefined) throw new Error('the small world has two places');
/** A machine beside the target, in the same subnet, wearing the load balancer's group: its path is judged, and passes. */
const bastion: VantagePoint = {
  ...laptop,
  subnetId: 'subnet-app',
  zone: 'eu-west-1a',
  securityGroups: ['sg-lb'],
  addresses: ['10.0.10.9'],
};
const check = (checked: string) => {
  const groups = world.targetGroups.known ? world.targetGroups.value : [];
  const healthCheck = groups[0]?.healthCheck;
  if (healthCheck === undefined) throw new Error('the small world has a target group');
  return changed({}, { healthCheck: { ...healthCheck, port: checked } });
};
const lineless = (inventory: Inventory, healthCheckPort: string | null): Inventory => {
  const lines = inventory.targetHealth[endpoint.targetGroup ?? ''];
  if (lines === undefined || !lines.known) throw new Error('the small world knows its target health');
  const value = lines.value.map((line) => ({ ...line, healthCheckPort }));
  return { ...inventory, targetHealth: { [endpoint.targetGroup ?? '']: { ...lines, value } } };
};
const unreadSubnets = { ...world, networkAcls: unknown('forbidden', 'denied', 'ec2:DescribeNetworkAcls') };

type Case = readonly [string, Partial<Looked>, readonly string[]];

const symptomsOf = (looked: Partial<Looked>) =>
  judged(looked).evidence.symptoms.map(({ outcome, witness, layer }) =>
    [outcome, witness, ...(layer ? [layer] : [])].join(' '),
  );

describe('symptoms', () => {
  it.each<Case>([
    ['none where every place connects', { results: seenEverywhere('connected') }, []],
    ['what probes saw', { results: seenEverywhere('refused') }, ['refused probe']],
    ['the gravest first', { results: [seen(a, 'reset'), seen(b, 'timed-out')] }, ['timed-out probe', 'reset probe']],
    [
      'inconclusive last',
      { results: [seen(a, 'inconclusive'), seen(b, 'closed-early')] },
      ['closed-early probe', 'inconclusive probe'],
    ],
    ['each once', { results: seenEverywhere('unreachable') }, ['unreachable probe']],
    [
      'what is said, where every place connects and the word is unhealthy',
      { inventory: saying(world, 'unhealthy'), results: seenEverywhere('connected') },
      ['unhealthy load-balancer application'],
    ],
    [
      'not what is said, where a place is refused',
      { inventory: saying(world, 'unhealthy'), results: [seen(a, 'connected'), seen(b, 'refused')] },
      ['refused probe'],
    ],
    [
      'what is said, where one place connects and the other could not dial',
      { inventory: saying(world, 'unhealthy'), results: [seen(a, 'connected'), seen(b, 'inconclusive')] },
      ['unhealthy load-balancer application', 'inconclusive probe'],
    ],
    [
      'none where the state is a stage of life',
      {
        inventory: saying(world, 'unhealthy.draining', 'Target.FailedHealthChecks'),
        results: seenEverywhere('connected'),
      },
      [],
    ],
    ['undialled: none where the word is healthy', { inventory: ingressDenied }, []],
    [
      'undialled: silence where the word says so',
      { inventory: saying(world, 'unhealthy', 'Target.Timeout') },
      ['timed-out load-balancer'],
    ],
    [
      'undialled: unhealthy where the word cannot tell',
      { inventory: saying(world, 'unhealthy', 'Target.FailedHealthChecks') },
      ['unhealthy load-balancer'],
    ],
    [
      'undialled: what is said where it answers badly',
      { inventory: saying(world, 'unhealthy', 'Target.ResponseCodeMismatch') },
      ['unhealthy load-balancer application'],
    ],
    [
      'undialled: the configuration where a path is denied',
      { inventory: saying(ingressDenied, 'initial') },
      ['timed-out configuration'],
    ],
    ['undialled: none where the path passes', { inventory: saying(world, 'initial') }, []],
    [
      'undialled: none where the path could not be judged',
      { inventory: saying(world, 'initial'), vantagePoints: [] },
      [],
    ],
    [
      'no prober could run: the word',
      { inventory: saying(world, 'unhealthy', 'Target.Timeout'), results: seenEverywhere('inconclusive') },
      ['timed-out load-balancer', 'inconclusive probe'],
    ],
    [
      'a word about another port says nothing of this one',
      { inventory: lineless(saying(check('9000'), 'unhealthy', 'Target.Timeout'), null) },
      [],
    ],
    [
      'a word about another port does not speak for this one',
      { inventory: lineless(ingressDenied, '9000') },
      ['timed-out configuration'],
    ],
    [
      'the target group tells the port where the line does not',
      { inventory: lineless(saying(world, 'unhealthy', 'Target.Timeout'), null) },
      ['timed-out load-balancer'],
    ],
  ])('%s', (_, looked, symptoms) => {
    expect(symptomsOf(looked)).toEqual(symptoms);
  });
});

describe('a place that is not the load balancer’s', () => {
  const from = (place: VantagePoint, results: readonly ProbeResult[], inventory: Inventory = world) => ({
    inventory,
    results,
    vantagePoints: [...places, place],
  });

  it.each<readonly [string, Partial<Looked>, readonly string[], string | null]>([
    ['connects', from(laptop, [seen(laptop, 'connected')]), [], null],
    ['is refused', from(laptop, [seen(laptop, 'refused')]), ['refused probe'], null],
    ['is reset', from(laptop, [seen(laptop, 'reset')]), ['reset probe'], null],
    [
      'meets silence outside every subnet',
      from(laptop, [seen(laptop, 'timed-out')]),
      [],
      'silence at this machine proves nothing',
    ],
    [
      'gets an ICMP error outside every subnet',
      from(laptop, [seen(laptop, 'unreachable')]),
      [],
      'silence at this machine proves nothing',
    ],
    ['meets silence on a path that passes', from(bastion, [seen(bastion, 'timed-out')]), ['timed-out probe'], null],
    [
      'meets silence on a path that is denied',
      from({ ...bastion, securityGroups: ['sg-web'] }, [seen(bastion, 'timed-out')]),
      [],
      'silence at this machine proves nothing',
    ],
    [
      'is not known',
      { results: [seen({ ...laptop, id: 'elsewhere' }, 'timed-out')] },
      [],
      'silence at elsewhere proves nothing',
    ],
    [
      'meets silence, and the load balancer says silence',
      from(laptop, [seen(laptop, 'timed-out')], saying(world, 'unhealthy', 'Target.Timeout')),
      ['timed-out load-balancer'],
      'silence at this machine',
    ],
    [
      'connects, and the load balancer says silence',
      from(laptop, [seen(laptop, 'connected')], saying(ingressDenied, 'unhealthy', 'Target.Timeout')),
      ['timed-out load-balancer'],
      null,
    ],
    [
      'is refused, and the load balancer cannot tell',
      from(laptop, [seen(laptop, 'refused')], saying(world, 'unhealthy', 'Target.FailedHealthChecks')),
      ['refused probe'],
      null,
    ],
    ['could not dial', from(laptop, [seen(laptop, 'inconclusive')]), ['inconclusive probe'], null],
  ])('%s', (_, looked, symptoms, unjudged) => {
    expect(symptomsOf(looked)).toEqual(symptoms);
    const said = judged(looked).evidence.unjudged;
    if (unjudged === null) expect(said).toBeNull();
    else expect(said).toContain(unjudged);
  });

  it('blames the way only as likely, since the load balancer’s own way was not tried', () => {
    const looked = from(laptop, [seen(laptop, 'connected')], saying(ingressDenied, 'unhealthy', 'Target.Timeout'));
    expect(judged(looked).diagnosis.leading).toMatchObject({
      code: 'target-security-group-blocks-load-balancer',
      certainty: 'likely',
    });
  });
});

describe('why it could not be judged', () => {
  const failed: ProbeResult = { ...seen(b, 'inconclusive', 'EMFILE'), detail: null };
  const initial = saying(world, 'initial');
  const lost = { ...endpoint, address: null, addressUnknown: 'i-web is not in the inventory' };

  it.each<readonly [string, Partial<Looked>, string | null]>([
    ['every place saw something', { results: seenEverywhere('timed-out') }, null],
    [
      'its address is not known',
      { endpoint: lost, results: seenEverywhere('inconclusive') },
      'its address is not known: i-web is not in the inventory',
    ],
    ['undialled, the word is said and the path known', {}, null],
    [
      'undialled, the word not decided',
      { inventory: initial },
      'nothing was dialled; the load balancer has not decided yet (initial)',
    ],
    [
      'undialled, the word not known',
      { inventory: { ...world, targetHealth: {} } },
      "nothing was dialled; the load balancer's word could not be read: target health was not asked for",
    ],
    [
      'undialled, the path not known',
      { inventory: unreadSubnets },
      'nothing was dialled; its path could not be judged:',
    ],
    [
      'undialled, no place to judge from',
      { vantagePoints: [] },
      'nothing was dialled; its path could not be judged: no zone of its load balancer reaches it',
    ],
    [
      'no result for it',
      { inventory: initial, results: [] },
      'no result came back for it; the load balancer has not decided yet',
    ],
    [
      'no result from one place',
      { inventory: initial, results: [seen(a, 'connected')] },
      'nothing was dialled from shop@eu-west-1b; the load balancer has not decided yet',
    ],
    ['one place failed, the word decides', { results: [seen(a, 'connected'), failed] }, null],
    [
      'one place failed, with a detail',
      { inventory: initial, results: [seen(a, 'connected'), { ...failed, detail: 'no place left' }] },
      'dialling from shop@eu-west-1b failed on our side (no place left); the load balancer',
    ],
    [
      'one place failed, with a code',
      { inventory: initial, results: [seen(a, 'connected'), failed] },
      'failed on our side (EMFILE); the load balancer',
    ],
    [
      'one place failed without a word',
      { inventory: initial, results: [seen(a, 'connected'), { ...failed, errno: null }] },
      'failed on our side (no reason was given); the load balancer',
    ],
  ])('%s', (_, looked, reason) => {
    const { unjudged } = judged(looked).evidence;
    if (reason === null) expect(unjudged).toBeNull();
    else expect(unjudged).toContain(reason);
  });

  it('an endpoint without an address blames no prober', () => {
    const { evidence, diagnosis } = judged({ endpoint: lost, results: seenEverywhere('inconclusive') });
    expect([evidence.symptoms, diagnosis.leading, evidence.facts.paths.known]).toEqual([[], null, false]);
  });
});

describe('whether the word has settled', () => {
  const since = (outcome: string, at: string): Report =>
    ({
      endpoints: [{ id: endpoint.id, diagnosis: { symptom: { outcome }, since: at, leading: null, others: [] } }],
    }) as unknown as Report;
  const LAG = '2026-03-01T11:58:55.000Z';
  const LESS = '2026-03-01T11:58:56.000Z';
  const silent = seenEverywhere('timed-out');

  it.each<readonly [string, Partial<Looked>, boolean]>([
    ['unhealthy: at once', { inventory: saying(world, 'unhealthy', 'Target.Timeout'), results: silent }, true],
    ['healthy without a symptom', { results: seenEverywhere('connected') }, true],
    ['healthy without a probe', {}, true],
    ['healthy beside a broken prober', { results: seenEverywhere('inconclusive') }, true],
    ['healthy against a new symptom', { results: silent }, false],
    ['healthy against one of 64 s', { results: silent, previous: since('timed-out', LESS) }, false],
    [
      'healthy against one of 65 s: two intervals of 30 s and a timeout of 5 s',
      { results: silent, previous: since('timed-out', LAG) },
      true,
    ],
    ['healthy against one that was another until now', { results: silent, previous: since('refused', LAG) }, false],
    [
      'answers badly, against a new silence',
      { inventory: saying(world, 'unhealthy', 'Target.ResponseCodeMismatch'), results: silent },
      false,
    ],
    [
      'initial: never',
      { inventory: saying(world, 'initial'), results: silent, previous: since('timed-out', LAG) },
      false,
    ],
    [
      'draining: never',
      { inventory: saying(world, 'draining'), results: silent, previous: since('timed-out', LAG) },
      false,
    ],
    [
      'about another port: never',
      { inventory: lineless(world, '9000'), results: silent, previous: since('timed-out', LAG) },
      false,
    ],
  ])('%s', (_, looked, settled) => {
    const { loadBalancerWord } = judged(looked).evidence.facts;
    expect(loadBalancerWord.known && loadBalancerWord.value.settled).toBe(settled);
  });
});

describe('what is not there', () => {
  const whole: Looked = { inventory: world, endpoint, vantagePoints: places, results: null, previous: null, at: AT };

  it.each<readonly [string, Partial<Looked>]>([
    ['a load balancer', { inventory: { ...world, loadBalancers: [] } }],
    ['a target group', { endpoint: { ...endpoint, targetGroup: null } }],
    ['target groups that could be read', { inventory: { ...world, targetGroups: unknown('forbidden', 'denied') } }],
  ])('%s: no evidence', (_, looked) => {
    expect(evidenceOf({ ...whole, ...looked })).toBeNull();
  });

  it('a target that is not registered: its word is not known', () => {
    const { loadBalancerWord } = judged({ endpoint: { ...endpoint, target: { id: 'i-gone', port: 8080, zone: null } } })
      .evidence.facts;
    expect(loadBalancerWord).toMatchObject({ known: false, reason: 'i-gone is not registered' });
  });

  it('results of other endpoints are not its own', () => {
    const results = seenEverywhere('refused').map((one) => ({ ...one, endpoint: 'another' }));
    expect(judged({ results }).evidence.facts.probes.known).toBe(false);
  });
});

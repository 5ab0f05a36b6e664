import { describe, expect, it } from 'vitest';
import { evidenceOf, type Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import type { VantagePoint } from '../../../lambda/model/endpoint.ts';
import { unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import type { ProbeResult } from '../../../lambda/model/probe-result.ts';
import { checkedAt } from './checked-at.ts';
import { judged } from './judged.ts';
import {
  AT,
  answerDenied,
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

const unreadRules = { ...world, securityGroupRules: unknown('forbidden', 'denied') };

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
      { inventory: checkedAt(saying(check('9000'), 'unhealthy', 'Target.Timeout'), null) },
      [],
    ],
    [
      'a word about another port does not speak for this one',
      { inventory: checkedAt(ingressDenied, '9000') },
      ['timed-out configuration'],
    ],
    [
      'the target group tells the port where the line does not',
      { inventory: checkedAt(saying(world, 'unhealthy', 'Target.Timeout'), null) },
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
      'meets silence on a path that is not read',
      from(bastion, [seen(bastion, 'timed-out')], unreadRules),
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

  it('blames no way of the load balancer’s by its own silence while that says healthy', () => {
    const looked = from(bastion, [seen(bastion, 'timed-out')], answerDenied());
    expect(judged(looked).diagnosis).toMatchObject({ symptom: { outcome: 'timed-out' }, leading: null });
  });

  it('blames the way only as likely, since the load balancer’s own way was not tried', () => {
    const looked = from(laptop, [seen(laptop, 'connected')], saying(ingressDenied, 'unhealthy', 'Target.Timeout'));
    expect(judged(looked).diagnosis.leading).toMatchObject({
      code: 'target-security-group-blocks-load-balancer',
      certainty: 'likely',
    });
  });
});

describe('what is not there', () => {
  const whole: Looked = {
    inventory: world,
    endpoint,
    vantagePoints: places,
    results: null,
    memory: null,
    declarations: {},
    at: AT,
  };

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

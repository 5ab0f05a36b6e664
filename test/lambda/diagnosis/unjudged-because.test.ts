import { describe, expect, it } from 'vitest';
import type { Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import { unknown } from '../../../lambda/model/fact.ts';
import type { ProbeResult } from '../../../lambda/model/probe-result.ts';
import { judged } from './judged.ts';
import { endpoint, places, saying, seen, seenEverywhere, world } from './small-world.ts';

const [a, b] = places;
if (a === undefined || b === undefined) throw new Error('the small world has two places');
const unreadAcls = { ...world, networkAcls: unknown('forbidden', 'denied', 'ec2:DescribeNetworkAcls') };

describe('why it could not be judged', () => {
  const failed: ProbeResult = { ...seen(b, 'inconclusive', 'EMFILE'), detail: null };
  const initial = saying(world, 'initial');
  const lost = { ...endpoint, address: null, addressUnknown: 'i-web is not in the inventory' };
  const heardOf = { ...lost, dialled: false } as const;

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
    ['never dialled, the word is said, the path not known', { inventory: unreadAcls, endpoint: heardOf }, null],
    [
      'never dialled, the word not decided',
      { inventory: initial, endpoint: heardOf },
      'the load balancer has not decided yet (initial)',
    ],
    [
      'never dialled, the word not known',
      { inventory: { ...world, targetHealth: {} }, endpoint: heardOf },
      "the load balancer's word could not be read: target health was not asked for",
    ],
    ['undialled, the path not known', { inventory: unreadAcls }, 'nothing was dialled; its path could not be judged:'],
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

import { describe, expect, it } from 'vitest';
import type { Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import type { Memory } from '../../../lambda/model/memory.ts';
import { checkedAt } from './checked-at.ts';
import { judged } from './judged.ts';
import { remembered } from './remembered.ts';
import { saying, seenEverywhere, world } from './small-world.ts';

describe('whether the word has settled', () => {
  const since = (outcome: string, at: string): Memory => remembered({ symptom: outcome, since: at });
  const LAG = '2026-03-01T11:58:55.000Z';
  const LESS = '2026-03-01T11:58:56.000Z';
  const silent = seenEverywhere('timed-out');

  it.each<readonly [string, Partial<Looked>, boolean]>([
    ['unhealthy: at once', { inventory: saying(world, 'unhealthy', 'Target.Timeout'), results: silent }, true],
    ['healthy without a symptom', { results: seenEverywhere('connected') }, true],
    ['healthy without a probe', {}, true],
    ['healthy beside a broken prober', { results: seenEverywhere('inconclusive') }, true],
    ['healthy against a new symptom', { results: silent }, false],
    ['healthy against one of 64 s', { results: silent, memory: since('timed-out', LESS) }, false],
    [
      'healthy against one of 65 s: two intervals of 30 s and a timeout of 5 s',
      { results: silent, memory: since('timed-out', LAG) },
      true,
    ],
    ['healthy against one that was another until now', { results: silent, memory: since('refused', LAG) }, false],
    [
      'answers badly, against a new silence',
      { inventory: saying(world, 'unhealthy', 'Target.ResponseCodeMismatch'), results: silent },
      false,
    ],
    [
      'initial: never',
      { inventory: saying(world, 'initial'), results: silent, memory: since('timed-out', LAG) },
      false,
    ],
    [
      'draining: never',
      { inventory: saying(world, 'draining'), results: silent, memory: since('timed-out', LAG) },
      false,
    ],
    [
      'about another port: never',
      { inventory: checkedAt(world, '9000'), results: silent, memory: since('timed-out', LAG) },
      false,
    ],
  ])('%s', (_, looked, settled) => {
    const { loadBalancerWord } = judged(looked).evidence.facts;
    expect(loadBalancerWord.known && loadBalancerWord.value.settled).toBe(settled);
  });
});

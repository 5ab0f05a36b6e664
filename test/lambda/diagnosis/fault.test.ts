import { describe, expect, it } from 'vitest';
import { defineFault, type FactName, type Proof } from '../../../lambda/diagnosis/fault.ts';
import type { Fix } from '../../../lambda/model/diagnosis.ts';
import { judged } from './judged.ts';

const proof: Proof = { certainty: 'certain', zones: null, culprit: { resource: 'x' }, facts: [] };
const fix: Fix = { summary: 'mend it', commands: [], cdk: '', confirm: '', changes: null };
const words = {
  ...{ meaning: '', probe: '', loadBalancer: '', user: '', confirmCode: '', confusedWith: '', cdk: '', cdkCode: '' },
};
const common = {
  code: 'invented',
  title: 'Invented',
  component: 'route',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:refused'],
  see: [],
  page: words,
  why: () => 'because',
  fix: () => fix,
} as const;
const { evidence } = judged({});

describe('what match may read', () => {
  it('is there when every alternative lists it, may be there when one does, and else does not compile', () => {
    const read: unknown[] = [];
    const fault = defineFault({
      ...common,
      needs: [['probes', 'paths'], ['probes']],
      match: (facts) => {
        read.push(facts.probes.length);
        // @ts-expect-error only one alternative lists the paths
        read.push(facts.paths.length);
        read.push(facts.paths?.length);
        // @ts-expect-error no alternative lists the subnets
        read.push(facts.subnets);
        return null;
      },
    });
    fault.prove({ probes: [], paths: [] }, evidence);
    expect(read).toEqual([0, 0, 0, undefined]);
  });

  it('does not compile for a name that is no fact', () => {
    // @ts-expect-error there is no such fact
    const name: FactName = 'weather';
    expect(name).toBe('weather');
  });
});

describe.each([
  ['null', null, 0],
  ['one proof', proof, 1],
  ['a list of proofs', [proof, proof], 2],
  ['an empty list', [], 0],
])('a match that returns %s', (_, returned, count) => {
  it(`proves ${count} times, each with its words`, () => {
    const fault = defineFault({ ...common, needs: [['probes']], match: () => returned });
    const proven = fault.prove({ probes: [] }, evidence);
    expect(proven).toEqual(Array(count).fill({ ...proof, why: 'because', fix }));
  });
});

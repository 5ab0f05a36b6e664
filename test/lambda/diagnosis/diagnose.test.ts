import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../lambda/diagnosis/diagnose.ts';
import type { Fault, Needs } from '../../../lambda/diagnosis/fault.ts';
import type { Verify } from '../../../lambda/diagnosis/verify-fix.ts';
import type { Fix } from '../../../lambda/model/diagnosis.ts';
import { unknown } from '../../../lambda/model/fact.ts';
import type { Memory } from '../../../lambda/model/memory.ts';
import type { Outcome } from '../../../lambda/model/probe-result.ts';
import { invented } from './invented.ts';
import { judged } from './judged.ts';
import { remembered } from './remembered.ts';
import { places, seen, seenEverywhere } from './small-world.ts';

const open: Verify = () => ({ passes: true, remaining: [] });
const refused = judged({ results: seenEverywhere('refused') }).evidence;
const healthy = judged({ results: seenEverywhere('connected') }).evidence;
const lost = unknown('forbidden', 'ec2:DescribeSubnets was refused', 'ec2:DescribeSubnets');

function said(faults: readonly Fault[], evidence = refused, verify = open, memory: Memory | null = null) {
  const diagnosis = diagnose(evidence, { faults, verify, memory });
  const { leading, others, inconclusive } = diagnosis;
  return { ...diagnosis, codes: [leading, ...others].map((one) => one?.code ?? null), inconclusive };
}

describe('which finding leads', () => {
  it.each<[string, readonly Fault[], readonly (string | null)[]]>([
    ['the first cause of the catalogue', [invented('a'), invented('b')], ['a', 'b']],
    ['not one that explains another symptom', [invented('a', { explains: ['traffic:reset'] }), invented('b')], ['b']],
    ['not one of another purpose', [invented('a', { explains: ['health-check:refused'] })], [null]],
    ['not one that is absent', [invented('a', { proofs: [] }), invented('b')], ['b']],
    ['not one that another refines', [invented('a'), invented('b', { refines: ['a'] })], ['b']],
    ['one whose refinement is absent', [invented('a'), invented('b', { refines: ['a'], proofs: [] })], ['a']],
    [
      'a cause before a consequence and a note',
      [invented('n', { kind: 'note' }), invented('c', { kind: 'consequence' }), invented('a')],
      ['a', 'c', 'n'],
    ],
    [
      'a consequence where there is no cause',
      [invented('n', { kind: 'note' }), invented('c', { kind: 'consequence' })],
      ['c', 'n'],
    ],
    ['a note where there is nothing else', [invented('n', { kind: 'note' })], ['n']],
    ['nothing without faults', [], [null]],
  ])('is %s', (_, faults, codes) => {
    expect(said(faults).codes).toEqual(codes);
  });

  it('is any that explains one of several symptoms', () => {
    const [a, b] = places;
    if (a === undefined || b === undefined) throw new Error('the small world has two places');
    const { evidence } = judged({ results: [seen(a, 'refused'), seen(b, 'reset')] });
    const { symptom, codes } = said([invented('r', { explains: ['traffic:reset'] }), invented('a')], evidence);
    expect(symptom).toEqual({ purpose: 'traffic', outcome: 'refused', witness: 'probe' });
    expect(codes).toEqual(['r', 'a']);
  });

  it.each<[string, readonly Outcome[], string, readonly string[]]>([
    ['what explains all zones before what explains one', ['refused', 'refused'], 'eu-west-1a', ['c', 'a', 'h']],
    ['what explains the only zone that ails as first as ever', ['refused', 'connected'], 'eu-west-1a', ['a', 'c', 'h']],
    ['what explains the only zone of its own symptom, too', ['refused', 'reset'], 'eu-west-1a', ['a', 'c', 'h']],
    ['what explains another zone behind', ['refused', 'connected'], 'eu-west-1b', ['c', 'a', 'h']],
  ])('is %s', (_, outcomes, zone, codes) => {
    const { evidence } = judged({
      results: places.flatMap((place, index) => outcomes.slice(index, index + 1).map((one) => seen(place, one))),
    });
    const chance = invented('h', { proofs: [{ partial: true }] });
    expect(said([chance, invented('a', { proofs: [{ zones: [zone] }] }), invented('c')], evidence).codes).toEqual(
      codes,
    );
  });

  it('is one that refines, and leaves what it does not blame where it goes by the culprit', () => {
    const proofs = [{ culprit: { resource: 'x' } }, { culprit: { resource: 'y' } }];
    const finer = { refines: ['a'], proofs: proofs.slice(0, 1) };
    const codes = (more: object) => said([invented('a', { proofs }), invented('b', { ...finer, ...more })]).codes;
    expect([codes({}), codes({ byCulprit: true })]).toEqual([['b'], ['a', 'b']]);
  });

  it('is one that only the configuration shows, though all is well', () => {
    expect(said([invented('a'), invented('c', { explains: ['configuration'] })], healthy).codes).toEqual(['c']);
  });

  it('blames a line once, whatever number of faults find it, and different lines apart', () => {
    const line = (resource: string, number?: string) => ({
      culprit: { resource, ...(number ? { line: number } : {}) },
    });
    const both = [
      invented('a', { proofs: [line('acl-1', '90')] }),
      invented('b', { proofs: [line('acl-1', '90'), line('acl-1', '91'), line('acl-2', '90'), line('acl-1')] }),
      invented('c', { proofs: [line('acl-1')] }),
    ];
    expect(said(both).codes).toEqual(['a', 'b', 'b', 'b', 'c']);
  });
});

describe('a fault whose facts are missing', () => {
  const { facts } = refused;
  const blind = { ...refused, facts: { ...facts, subnets: lost, paths: unknown('failed', 'no address') } };

  it.each<[string, Needs, readonly string[] | null]>([
    ['is judged where one alternative is known in full', [['subnets'], ['probes']], null],
    ['names what is missing', [['probes', 'subnets']], ['the subnets (ec2:DescribeSubnets was refused)']],
    [
      'names each way',
      [['subnets'], ['paths']],
      ['the subnets (ec2:DescribeSubnets was refused)', 'the judged paths (no address)'],
    ],
    [
      'names what one way lacks together',
      [['subnets', 'paths']],
      ['the subnets (ec2:DescribeSubnets was refused) and the judged paths (no address)'],
    ],
    [
      'leaves out ways that lack more',
      [['subnets', 'paths'], ['subnets'], ['subnets', 'probes']],
      ['the subnets (ec2:DescribeSubnets was refused)'],
    ],
    ['names a station of the way', [['return:route']], ["the answer's route from the target's subnet (no address)"]],
  ])('%s', (_, needs, missing) => {
    const { inconclusive, codes } = said([invented('a', { needs })], blind);
    expect(inconclusive).toEqual(missing === null ? [] : [{ code: 'a', missing }]);
    expect(codes).toEqual([missing === null ? 'a' : null]);
  });

  it('is absent without further facts when it does not explain the symptom', () => {
    expect(said([invented('a', { needs: [['subnets']], explains: ['traffic:reset'] })], blind).inconclusive).toEqual(
      [],
    );
  });

  it('is given no fact that it did not ask for', () => {
    let given: object = {};
    const fault: Fault = {
      ...invented('a', { needs: [['probes'], ['subnets']] }),
      prove: (known) => {
        given = known;
        return [];
      },
    };
    said([fault], blind);
    expect(Object.keys(given)).toEqual(['probes']);
  });
});

describe('the symptom that a fault explains', () => {
  const at = (outcome: 'unhealthy' | 'timed-out', layer?: 'application') => ({
    ...refused,
    symptoms: [{ purpose: 'traffic', outcome, witness: 'load-balancer', ...(layer ? { layer } : {}) } as const],
  });

  it.each([
    ['unhealthy, any fault of connecting', at('unhealthy'), 'traffic:closed-early', true],
    ['unhealthy, not one of another purpose', at('unhealthy'), 'health-check:refused', false],
    ['unhealthy, not one of ourselves', at('unhealthy'), 'traffic:inconclusive', false],
    ['answered badly, no fault of connecting', at('unhealthy', 'application'), 'traffic:refused', false],
    ['answered badly, a fault of what is said', at('unhealthy', 'application'), 'traffic:connected', true],
    ['silent, no refusal', at('timed-out'), 'traffic:refused', false],
  ] as const)('%s', (_, evidence, explains, is) => {
    expect(said([invented('a', { explains: [explains] })], evidence).codes).toEqual([is ? 'a' : null]);
  });
});

describe('a fix', () => {
  const changes = [{ kind: 'add-network-acl-entry', aclId: 'acl-1' }] as unknown as NonNullable<Fix['changes']>;
  const hop = (why: string, decision: 'deny' | 'unknown', line?: string) =>
    ({ kind: 'route', resource: 'r', decision, why, ...(line ? { line } : {}) }) as const;
  const remaining =
    (...hops: ReturnType<Verify>['remaining'][number][]): Verify =>
    () => ({ passes: false, remaining: hops });

  it.each<[string, Fix['changes'], Verify, boolean | null, string]>([
    ['without a change is not verified', null, open, null, 'Mend it.'],
    ['is verified where every path passes', changes, open, true, 'Mend it.'],
    [
      'names each second blocker once',
      changes,
      remaining(
        hop('x', 'deny', '1'),
        hop('the same from elsewhere', 'deny', '1'),
        hop('y', 'deny'),
        hop('z is not known', 'unknown'),
      ),
      false,
      'Mend it. This alone does not open the path, which is also denied by route 1 of r and the routes of r.',
    ],
    [
      'says what keeps it from being known',
      changes,
      remaining(hop('z is not known', 'unknown')),
      false,
      'Mend it. Whether this opens the path is not known: z is not known.',
    ],
    [
      'says where nothing could be judged',
      changes,
      remaining(),
      false,
      'Mend it. Whether this opens the path is not known: it could not be judged.',
    ],
  ])('%s', (_, change, verify, verified, summary) => {
    const { leading } = said([invented('a', { changes: change })], refused, verify);
    expect(leading?.fix).toMatchObject({ verified, summary, commands: ['mend'] });
    expect(leading?.fix).not.toHaveProperty('changes');
  });

  it('is judged in the zones where the finding shows', () => {
    const asked: unknown[] = [];
    const spy: Verify = (given, zones) => {
      asked.push(given, zones);
      return open(given, zones);
    };
    said([invented('a', { changes, proofs: [{ zones: ['eu-west-1b'] }] })], refused, spy);
    expect(asked).toEqual([changes, ['eu-west-1b']]);
  });
});

describe('since when', () => {
  const BEFORE = '2026-03-01T11:00:00.000Z';
  const reported = (...faults: Fault[]): Memory => {
    const { symptom, since, leading, others } = said(faults, { ...refused, at: BEFORE });
    const findings = leading === null ? [] : [leading, ...others];
    return remembered({ symptom: symptom?.outcome ?? null, since, findings });
  };

  it.each<[string, Memory | null, string, string]>([
    ['nothing was reported before', null, refused.at, refused.at],
    ['the same was', reported(invented('a')), BEFORE, BEFORE],
    ['the same was, beside another', reported(invented('z'), invented('a')), BEFORE, BEFORE],
    ['the same symptom from another cause', reported(invented('z')), BEFORE, refused.at],
    ['the same symptom without a cause', reported(), BEFORE, refused.at],
  ])('%s', (_, memory, symptom, finding) => {
    const diagnosis = said([invented('a')], refused, open, memory);
    expect([diagnosis.since, diagnosis.leading?.since]).toEqual([symptom, finding]);
  });

  it('another symptom begins anew', () => {
    const { evidence } = judged({ results: seenEverywhere('reset') });
    const diagnosis = said([], evidence, open, reported(invented('a')));
    expect(diagnosis.since).toBe(evidence.at);
  });

  it('without a symptom there is none', () => {
    expect(said([invented('a')], healthy)).toMatchObject({ symptom: null, since: null, leading: null });
  });
});

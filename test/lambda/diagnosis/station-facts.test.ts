import { describe, expect, it } from 'vitest';
import { ailingPlaces } from '../../../lambda/diagnosis/ailing-places.ts';
import { stationFacts } from '../../../lambda/diagnosis/station-facts.ts';
import { strayHops } from '../../../lambda/diagnosis/stray-hops.ts';
import type { VantagePath } from '../../../lambda/model/evidence.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Decision, Hop, HopKind, Station } from '../../../lambda/model/flow.ts';
import type { Outcome, ProbeResult } from '../../../lambda/model/probe-result.ts';
import { judged } from './judged.ts';
import { laptop, places, seen, seenEverywhere } from './small-world.ts';

const [a, b] = places;
if (a === undefined || b === undefined) throw new Error('the small world has two places');
const { evidence } = judged({});
const { paths } = evidence.facts;
if (!paths.known) throw new Error('the small world has paths');

/** The small world's paths, with what one station does from each of the two places. */
function decided(half: 'forward' | 'return', kind: HopKind, decisions: readonly Decision[]): readonly VantagePath[] {
  if (!paths.known) return [];
  return paths.value.map(({ vantagePoint, path }, index) => {
    const decision = decisions[index] ?? 'allow';
    const hops = path[half].map((hop) =>
      hop.kind === kind ? { ...hop, decision, why: `${index} is ${decision}` } : hop,
    );
    return { vantagePoint, path: { ...path, [half]: hops } };
  });
}

describe('a station is', () => {
  const both = [a.id, b.id];
  it.each<readonly [string, readonly Decision[], readonly string[], readonly Decision[] | string]>([
    ['known where it is read everywhere', ['allow', 'deny'], both, ['allow', 'deny']],
    ['unknown where it is not read at one place', ['allow', 'unknown'], both, '1 is unknown'],
    ['known where it denies at the other', ['deny', 'unknown'], both, ['deny', 'unknown']],
    ['known where the unread place does not ail', ['allow', 'unknown'], [a.id], ['allow']],
    ['unknown where the unread place ails', ['deny', 'unknown'], [b.id], '1 is unknown'],
  ])('%s', (_, decisions, ailing, expected) => {
    const facts = stationFacts(known(decided('return', 'network-acl-egress', decisions)), ailing);
    const fact = facts['return:network-acl-egress'];
    expect(fact.known ? fact.value.map(({ hop }) => hop.decision) : fact.reason).toEqual(expected);
  });

  it('told apart from the same kind on the way there', () => {
    const facts = stationFacts(known(decided('forward', 'network-acl-egress', ['deny', 'deny'])), both);
    const decisions = [facts['forward:network-acl-egress'], facts['return:network-acl-egress']].map((fact) =>
      fact.known ? fact.value.map(({ hop }) => hop.decision) : fact.reason,
    );
    expect(decisions).toEqual([
      ['deny', 'deny'],
      ['allow', 'allow'],
    ]);
  });

  it('unknown with the paths', () => {
    const lost = unknown('failed', 'no address');
    expect(new Set(Object.values(stationFacts(lost, both)))).toEqual(new Set([lost]));
  });
});

describe('beside the routes stands', () => {
  const hop = (kind: HopKind, resource: string, decision: Decision, line?: string): Hop => ({
    ...{ kind, resource, decision, why: `${resource} is ${decision}` },
    ...(line === undefined ? {} : { line }),
  });
  const table = hop('route', 'rtb-1', 'allow', '0.0.0.0/0');
  const at = (cidr: string): Station => ({ cidr, subnetId: null, interfaceId: null, securityGroups: null });
  it.each<readonly [string, readonly Hop[], string, readonly Partial<Hop>[]]>([
    ['nothing where a gateway carries', [table, hop('peering', 'pcx-1', 'allow')], '10.1.0.5/32', []],
    [
      'a gateway that does not',
      [table, hop('transit-gateway', 'tgw-1', 'allow'), hop('transit-gateway-route', 'tgw-rtb-1', 'deny')],
      '10.1.0.5/32',
      [hop('transit-gateway-route', 'tgw-rtb-1', 'deny')],
    ],
    [
      'one of which that is not known',
      [table, hop('nat-gateway', 'nat-1', 'unknown')],
      '10.1.0.5/32',
      [hop('nat-gateway', 'nat-1', 'unknown')],
    ],
    [
      'the lack of a route to a private address that came to the internet’s',
      [table, hop('internet-gateway', 'igw-1', 'deny')],
      '10.1.0.5/32',
      [{ ...hop('route', 'rtb-1', 'deny'), why: 'rtb-1 is allow, and igw-1 is deny' }],
    ],
    [
      'the internet’s gateway, for a public address',
      [table, hop('internet-gateway', 'igw-1', 'deny')],
      '198.51.100.5/32',
      [hop('internet-gateway', 'igw-1', 'deny')],
    ],
    [
      'the internet’s gateway, for no address',
      [table, hop('internet-gateway', 'igw-1', 'deny')],
      'nonsense',
      [hop('internet-gateway', 'igw-1', 'deny')],
    ],
    [
      'the internet’s gateway, where no table led there',
      [hop('internet-gateway', 'igw-1', 'deny')],
      '10.1.0.5/32',
      [hop('internet-gateway', 'igw-1', 'deny')],
    ],
  ])('%s', (_, half, cidr, expected) => {
    expect(strayHops(half, at(cidr))).toEqual(expected);
  });
});

describe('the ailing places are', () => {
  const dialled = (first: Outcome, second: Outcome): readonly ProbeResult[] => [seen(a, first), seen(b, second)];
  it.each<readonly [string, readonly ProbeResult[] | null, readonly string[]]>([
    ['those that do not connect', dialled('connected', 'refused'), [b.id]],
    ['none where all connect', seenEverywhere('connected'), []],
    ['not those that could not dial', dialled('inconclusive', 'timed-out'), [b.id]],
    ['all where none could dial', seenEverywhere('inconclusive'), [a.id, b.id]],
    ['all where nothing was dialled', null, [a.id, b.id]],
    ['all where only another place dialled', [seen(laptop, 'timed-out')], [a.id, b.id]],
  ])('%s', (_, results, expected) => {
    expect(ailingPlaces(judged({ results }).evidence)).toEqual(expected);
  });
});

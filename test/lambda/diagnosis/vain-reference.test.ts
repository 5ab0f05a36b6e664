import { expect, it } from 'vitest';
import { vainReference } from '../../../lambda/diagnosis/vain-reference.ts';
import type { Hop } from '../../../lambda/model/flow.ts';
import type { SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import { judged } from './judged.ts';

const { paths } = judged({}).evidence.facts;
const flow = paths.known ? paths.value[0]?.path.flow : undefined;
if (flow === undefined) throw new Error('the small world has a path');
const hop: Hop = { kind: 'security-group-ingress', resource: 'sg-web', decision: 'deny', why: '' };
const nearest = (line: string): Hop => ({ ...hop, nearestMiss: { line, misses: ['peer'], why: '' } });
const stale = [{ groupId: 'sg-web', vpcId: 'vpc-1', ingressReferences: ['sg-old'], egressReferences: ['sg-out'] }];
const rule = (id: string, peer: string, rest: Partial<SecurityGroupRule> = {}): SecurityGroupRule => ({
  ...{ id, groupId: 'sg-web', egress: false, protocol: 'tcp', fromPort: 8080, toPort: 8080, description: null },
  peer: { kind: 'security-group', id: peer, ownerId: null, vpcId: null },
  ...rest,
});

it.each<readonly [string, Hop, readonly SecurityGroupRule[], string | undefined]>([
  ['one that the source wears', hop, [rule('r', 'sg-lb')], 'r own'],
  ['one for all ports', hop, [rule('r', 'sg-lb', { protocol: '-1', fromPort: null, toPort: null })], 'r own'],
  ['one of a further group', { ...hop, resources: ['sg-a', 'sg-web'] }, [rule('r', 'sg-lb')], 'r own'],
  ['a stale one that comes nearest', nearest('r'), [rule('r', 'sg-old')], 'r stale'],
  ['the worn one before the stale one', nearest('r'), [rule('r', 'sg-old'), rule('s', 'sg-lb')], 's own'],
  ['not a stale one that does not come nearest', nearest('s'), [rule('r', 'sg-old')], undefined],
  ['not one that is stale for what goes out', nearest('r'), [rule('r', 'sg-out')], undefined],
  ['not one that others wear', nearest('r'), [rule('r', 'sg-bastion')], undefined],
  ['not one of another group', hop, [rule('r', 'sg-lb', { groupId: 'sg-api' })], undefined],
  ['not one for another port', hop, [rule('r', 'sg-lb', { fromPort: 80, toPort: 80 })], undefined],
  ['not one for another protocol', hop, [rule('r', 'sg-lb', { protocol: 'udp' })], undefined],
  ['not one for what goes out', hop, [rule('r', 'sg-lb', { egress: true })], undefined],
  ['not a range', hop, [rule('r', '', { peer: { kind: 'cidr', cidr: '10.0.0.0/8' } })], undefined],
])('%s', (_, at, rules, expected) => {
  const found = vainReference({ hop: at, flow }, rules, stale);
  expect(found && `${found.rule.id} ${found.own ? 'own' : 'stale'}`).toBe(expected);
});

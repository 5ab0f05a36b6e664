import { expect, it } from 'vitest';
import { known, unknown } from '../../../../lambda/model/fact.ts';
import type { Inventory } from '../../../../lambda/model/inventory.ts';
import { withRules } from '../broken-ways.ts';
import { admitting, declaredOffice, facingInternet } from '../client-situations.ts';
import { changed, world } from '../small-world.ts';
import { findingsOf, toldOf } from './turned-away.ts';

const CODE = 'load-balancer-security-group-blocks-clients';
const only = (cidr: string, inventory: Inventory = world): Inventory => ({
  ...inventory,
  securityGroupRules: withRules((rule) => [admitting(cidr)(rule)]).securityGroupRules,
});
const nobody = (inventory: Inventory = world): Inventory => ({
  ...inventory,
  securityGroupRules: withRules((rule) => (rule.id === 'sgr-lb-in' ? [] : [rule])).securityGroupRules,
});
const everywhere = (inventory: Inventory): Inventory => {
  const listeners = Object.entries(inventory.listeners).map(([arn, fact]) => {
    const both = fact.known
      ? known(fact.value.flatMap((one) => [one, { ...one, arn: `${one.arn}-tls`, port: 443 }]))
      : fact;
    return [arn, both];
  });
  return { ...inventory, listeners: Object.fromEntries(listeners) };
};
const authorize = (port: number, lists: string) =>
  `aws ec2 authorize-security-group-ingress --group-id sg-lb --ip-permissions '[{"IpProtocol":"tcp","FromPort":${port},"ToPort":${port},${lists}}]' --region eu-west-1`;

it.each<readonly [string, Inventory, Parameters<typeof findingsOf>[2], string, readonly string[]]>([
  ['nobody at all, of the VPC', nobody(), {}, 'certain', [authorize(80, '"IpRanges":[{"CidrIp":"10.0.0.0/16"}]')]],
  [
    'nobody at all, of the internet',
    nobody(facingInternet),
    {},
    'certain',
    [authorize(80, '"IpRanges":[{"CidrIp":"0.0.0.0/0"}]')],
  ],
  [
    'private addresses, of one that faces the internet',
    only('10.0.0.0/8', facingInternet),
    {},
    'likely',
    [authorize(80, '"IpRanges":[{"CidrIp":"0.0.0.0/0"}]')],
  ],
  [
    'others than were declared',
    only('10.0.60.0/24'),
    declaredOffice,
    'certain',
    [authorize(80, '"IpRanges":[{"CidrIp":"10.0.50.0/24"}]')],
  ],
  [
    'nobody on either port',
    everywhere(nobody()),
    {},
    'certain',
    [authorize(80, '"IpRanges":[{"CidrIp":"10.0.0.0/16"}]'), authorize(443, '"IpRanges":[{"CidrIp":"10.0.0.0/16"}]')],
  ],
  [
    'nobody on the second port',
    everywhere(world),
    {},
    'certain',
    [authorize(443, '"IpRanges":[{"CidrIp":"10.0.0.0/16"}]')],
  ],
])('admits %s', (_, inventory, declarations, certainty, commands) => {
  const findings = findingsOf(CODE, inventory, declarations);
  expect(findings).toMatchObject([
    { certainty, zones: null, culprit: { resource: 'sg-lb' }, fix: { commands, verified: true } },
  ]);
});

it('says of a load balancer of both families which one is forgotten', () => {
  const inventory = {
    ...facingInternet,
    ...changed({ scheme: 'internet-facing', ipAddressType: 'dualstack' }),
    ...pick(facingInternet),
  };
  expect(findingsOf(CODE, inventory)).toMatchObject([
    {
      certainty: 'likely',
      why: expect.stringContaining('admits tcp 80 from the internet over IPv6.'),
      fix: { commands: [authorize(80, '"Ipv6Ranges":[{"CidrIpv6":"::/0"}]')] },
    },
  ]);
});

it('asks of an internal load balancer of both families for one that gets in', () => {
  const inventory = changed({ ipAddressType: 'dualstack' });
  expect(toldOf(CODE, inventory)).toMatchObject({ leading: null, inconclusive: [] });
});

it('leaves the ranges to the owner where they could not be read', () => {
  const inventory = { ...nobody(), vpcs: unknown('forbidden', 'no'), subnets: known([]) };
  expect(findingsOf(CODE, inventory)).toMatchObject([
    { fix: { commands: [expect.stringContaining('describe-security-group-rules')], verified: null } },
  ]);
});

it.each<readonly [string, Partial<Inventory>, string]>([
  ['the rules', { securityGroupRules: unknown('forbidden', 'access was denied') }, 'access was denied'],
  ['the listeners', { listeners: {} }, 'nobody asked for its listeners'],
])('is inconclusive without %s', (_, changes, reason) => {
  expect(toldOf(CODE, { ...world, ...changes })).toMatchObject({
    leading: null,
    inconclusive: [{ code: CODE, missing: [expect.stringContaining(reason)] }],
  });
});

it('is judged without the network ACLs', () => {
  const inventory = { ...nobody(), networkAcls: unknown('forbidden', 'access was denied') };
  expect(toldOf(CODE, inventory)).toMatchObject({ leading: { code: CODE }, inconclusive: [] });
});

it('says where its fix is not enough', () => {
  const inventory = { ...nobody(facingInternet), internetGateways: known([]) };
  const [finding] = findingsOf(CODE, inventory);
  expect(finding?.fix).toMatchObject({ verified: false, summary: expect.stringContaining('does not open the path') });
});

function pick({ routeTables, internetGateways, securityGroupRules, blockPublicAccess }: Inventory): Partial<Inventory> {
  return { routeTables, internetGateways, securityGroupRules, blockPublicAccess };
}

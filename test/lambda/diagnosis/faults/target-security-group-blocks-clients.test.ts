import { expect, it } from 'vitest';
import type { Looked } from '../../../../lambda/diagnosis/evidence-of.ts';
import { known, unknown } from '../../../../lambda/model/fact.ts';
import type { Inventory, LoadBalancer } from '../../../../lambda/model/inventory.ts';
import { declaredOffice, preserving } from '../client-situations.ts';
import { judged } from '../judged.ts';
import { seenEverywhere } from '../small-world.ts';
import { faultOf } from './turned-away.ts';

const CODE = 'target-security-group-blocks-clients';
const told = (looked: Partial<Looked>) =>
  judged({ inventory: preserving, results: seenEverywhere('connected'), ...looked }, [faultOf(CODE)]).diagnosis;
const balanced = (loadBalancer: Partial<LoadBalancer>, changes: Partial<Inventory> = {}): Inventory => ({
  ...preserving,
  loadBalancers: preserving.loadBalancers.map((one) => ({ ...one, ...loadBalancer })),
  ...changes,
});
const admit = (lists: string) => [
  `aws ec2 authorize-security-group-ingress --group-id sg-web --ip-permissions '[{"IpProtocol":"tcp","FromPort":8080,"ToPort":8080,${lists}}]' --region eu-west-1`,
];
const OFFICE = '"IpRanges":[{"CidrIp":"10.0.50.0/24"}]';

it.each<readonly [string, Partial<Looked>, string, readonly string[], string]>([
  ['declared', { declarations: declaredOffice }, 'certain', admit(OFFICE), 'from 10.0.50.0/24'],
  [
    'declared, and some may be in the nodes’ subnets',
    { declarations: { shop: { ports: [], clients: ['10.0.0.0/16'] } } },
    'likely',
    admit('"IpRanges":[{"CidrIp":"10.0.0.0/16"}]'),
    'may get in',
  ],
  ['unknown', {}, 'likely', admit('"IpRanges":[{"CidrIp":"10.0.0.0/16"}]'), 'may get in'],
  [
    'the internet',
    { inventory: balanced({ scheme: 'internet-facing' }) },
    'likely',
    admit('"IpRanges":[{"CidrIp":"0.0.0.0/0"}]'),
    'What it admits is private',
  ],
  [
    'named by the load balancer’s group',
    { inventory: balanced({ securityGroups: ['sg-lb'] }), declarations: declaredOffice },
    'certain',
    admit('"UserIdGroupPairs":[{"GroupId":"sg-lb"}]'),
    'health is green',
  ],
])('clients are %s', (_, looked, certainty, commands, words) => {
  const { leading } = told(looked);
  expect(leading).toMatchObject({
    certainty,
    zones: null,
    culprit: { resource: 'sg-web' },
    fix: { commands, verified: true },
  });
  expect(leading?.why).toContain(words);
});

it.each<readonly [string, Partial<Looked>]>([
  ['where the load balancer itself is not admitted', { inventory: { ...preserving, securityGroupRules: known([]) } }],
  [
    'where addresses are not preserved',
    {
      inventory: balanced(
        {},
        {
          targetGroups: preserving.targetGroups.known
            ? known(
                preserving.targetGroups.value.map((one) => ({
                  ...one,
                  attributes: known({ 'preserve_client_ip.enabled': 'false' }),
                })),
              )
            : preserving.targetGroups,
        },
      ),
    },
  ],
])('is absent %s', (_, looked) => {
  expect(told(looked)).toMatchObject({ leading: null, inconclusive: [] });
});

it('is inconclusive where nobody knows whether addresses are preserved', () => {
  const attributes = unknown('forbidden', 'access was denied');
  const groups = preserving.targetGroups.known ? preserving.targetGroups.value : [];
  const inventory = balanced({}, { targetGroups: known(groups.map((one) => ({ ...one, attributes }))) });
  expect(told({ inventory })).toMatchObject({
    leading: null,
    inconclusive: [
      { code: CODE, missing: [expect.stringContaining('the attributes of target group web are not known')] },
    ],
  });
});

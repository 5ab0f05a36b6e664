import { expect, it } from 'vitest';
import { known } from '../../../lambda/model/fact.ts';
import type { Inventory, SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import { judged } from './judged.ts';
import { BACK, peeredEndpoint, peeredSilence, peeredWorld, THERE } from './peered-world.ts';

const open = peeredWorld([THERE], [BACK]).securityGroupRules;
const without = (id: string) => known(rulesOf(open).filter((rule) => rule.id !== id));
const WEB = { kind: 'security-group', id: 'sg-web', ownerId: null, vpcId: 'vpc-2' } as const;
const command = (direction: string, groupId: string, ranges: string) =>
  `aws ec2 authorize-security-group-${direction} --group-id ${groupId} --ip-permissions '[{"IpProtocol":"tcp","FromPort":8080,"ToPort":8080,"IpRanges":[${ranges}]}]' --region eu-west-1`;

it.each<readonly [string, string, string, string]>([
  [
    'target-security-group-blocks-load-balancer',
    'sgr-web-in',
    'no rule for tcp 8080 from 10.0.0.0/24 and 10.0.1.0/24',
    command('ingress', 'sg-web', '{"CidrIp":"10.0.0.0/24"},{"CidrIp":"10.0.1.0/24"}'),
  ],
  [
    'load-balancer-security-group-blocks-targets',
    'sgr-lb-out',
    'no rule for tcp 8080 to 10.1.10.0/24',
    command('egress', 'sg-lb', '{"CidrIp":"10.1.10.0/24"}'),
  ],
])('names ranges across VPCs, where a group may not count: %s', (code, lost, value, expected) => {
  const { leading } = judgedWith(without(lost));
  expect(leading).toMatchObject({ code, culprit: { value }, fix: { commands: [expected], verified: true } });
});

it('does not ask for the rule that is there and names the group of another Region in vain', () => {
  const rules = rulesOf(open).map((rule) => (rule.id === 'sgr-lb-out' ? { ...rule, peer: WEB } : rule));
  const { leading } = judgedWith(known(rules), 'eu-central-1');
  expect(leading).toMatchObject({
    code: 'load-balancer-security-group-blocks-targets',
    fix: { commands: [command('egress', 'sg-lb', '{"CidrIp":"10.1.10.0/24"}')], verified: true },
  });
});

function rulesOf(rules: Inventory['securityGroupRules']): readonly SecurityGroupRule[] {
  return rules.known ? rules.value : [];
}

/** What is said of silence at a target in a peered VPC, of the load balancer's Region or another one. */
function judgedWith(securityGroupRules: Inventory['securityGroupRules'], region = 'eu-west-1') {
  const world = peeredWorld([THERE], [BACK], { securityGroupRules });
  const peerings = world.peerings.known
    ? known(world.peerings.value.map((one) => ({ ...one, accepter: { ...one.accepter, region } })))
    : world.peerings;
  return judged({ inventory: { ...world, peerings }, endpoint: peeredEndpoint, results: peeredSilence }).diagnosis;
}

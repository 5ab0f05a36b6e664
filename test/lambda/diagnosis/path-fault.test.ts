import { describe, expect, it } from 'vitest';
import { unknown } from '../../../lambda/model/fact.ts';
import type { Inventory } from '../../../lambda/model/inventory.ts';
import type { Outcome, ProbeResult } from '../../../lambda/model/probe-result.ts';
import { denying, withAclEntry, withRoute, withRules } from './broken-ways.ts';
import { judged } from './judged.ts';
import { answerDenied, ingressDenied, laptop, places, saying, seen, seenEverywhere, world } from './small-world.ts';

const INGRESS = 'target-security-group-blocks-load-balancer';
const ACL = 'target-subnet-acl-blocks-response';
const ACLS = [
  'load-balancer-subnet-acl-blocks-request',
  'load-balancer-subnet-acl-blocks-response',
  'target-subnet-acl-blocks-request',
  ACL,
];
const [a, b] = places;
if (a === undefined || b === undefined) throw new Error('the small world has two places');
const unreadAcls: Inventory = {
  ...world,
  networkAcls: unknown('forbidden', 'access was denied', 'ec2:DescribeNetworkAcls'),
};
const silent = seenEverywhere('timed-out');
const refused = seenEverywhere('refused', 'ECONNREFUSED');

describe('an unread network ACL', () => {
  it('leaves those faults open and names the permission', () => {
    const { diagnosis } = judged({ inventory: saying(unreadAcls, 'unhealthy', 'Target.Timeout'), results: silent });
    expect(diagnosis.inconclusive.map(({ code }) => code)).toEqual(ACLS);
    expect(diagnosis.inconclusive[0]?.missing.join()).toContain('ec2:DescribeNetworkAcls');
    expect(diagnosis.leading).toBeNull();
  });

  it('does not hide a security group that denies', () => {
    const inventory = { ...ingressDenied, networkAcls: unreadAcls.networkAcls };
    const { leading, inconclusive } = judged({ inventory, results: silent }).diagnosis;
    expect(leading).toMatchObject({ code: INGRESS, certainty: 'certain', fix: { verified: false } });
    expect(leading?.fix.summary).toContain('ec2:DescribeNetworkAcls');
    expect(inconclusive.map(({ code }) => code)).toEqual(ACLS);
  });

  it('is no matter where a refusal came through it', () => {
    const { leading } = judged({ inventory: unreadAcls, results: refused }).diagnosis;
    expect(leading?.why).toContain('although its configuration could not be read in full');
  });
});

describe('the way of an answer', () => {
  it.each<[string, Inventory, string]>([
    ['is innocent for certain', world, 'The way is innocent for certain'],
    [
      'is innocent where it lets some pass',
      withAclEntry('acl-edge', denying({ egress: false, fromPort: 30_000, toPort: 40_000 })),
      'The way is innocent, although some connections hang',
    ],
    [
      'may hold whoever gave it',
      {
        ...withRoute({ destination: '10.0.10.0/24', target: 'eni-fw', state: 'active' }),
        securityGroupRules: withRules((rule) => [{ ...rule, peer: { kind: 'cidr', cidr: '10.0.0.0/16' } }])
          .securityGroupRules,
      },
      'is a middlebox, which may drop or rewrite what it gets. What answered may stand there.',
    ],
  ])('%s', (_, inventory, words) => {
    const { leading } = judged({ inventory, results: refused }).diagnosis;
    expect(leading?.why).toContain(words);
    expect(leading?.why.includes('innocent')).toBe(words.includes('innocent'));
  });
});

describe('what this machine dials', () => {
  const here = { ...laptop, subnetId: 'subnet-edge-a', zone: 'eu-west-1a' };
  const why = (inventory: Inventory, outcome: Outcome) =>
    judged({ inventory, vantagePoints: [...places, here], results: [seen(here, outcome)] }).diagnosis.leading?.why;

  it('is said to be of this machine, whatever of its way was read', () => {
    expect(why(world, 'refused')).toMatch(
      /are refused from this machine; .* although it does not begin at the load balancer's own place: /,
    );
  });

  it('is not of the load balancer’s place', () => {
    expect(why(saying(ingressDenied, 'unhealthy', 'Target.Timeout'), 'timed-out')).toContain(
      "Nothing conclusive was dialled from the load balancer's own place; ",
    );
  });
});

describe('zones', () => {
  const onlyB = answerDenied('10.0.1.0/24');
  it.each<[string, Inventory, readonly ProbeResult[] | null, readonly string[] | null]>([
    ['are not named where all see it', answerDenied(), silent, null],
    ['are named where one sees it', onlyB, [seen(a, 'connected'), seen(b, 'timed-out')], ['eu-west-1b']],
    ['are named where all are silent and one is denied', onlyB, silent, ['eu-west-1b']],
    [
      'are named where nothing was dialled and one is denied',
      saying(onlyB, 'unhealthy', 'Target.Timeout'),
      null,
      ['eu-west-1b'],
    ],
    ['are named for a refusal', world, [seen(a, 'refused'), seen(b, 'connected')], ['eu-west-1a']],
    ['are named for a broken prober', world, [seen(a, 'connected'), seen(b, 'inconclusive')], ['eu-west-1b']],
  ])('%s', (_, inventory, results, zones) => {
    expect(judged({ inventory, results }).diagnosis.leading?.zones).toEqual(zones);
  });

  it('in which something answered are not blamed', () => {
    const results = [seen(a, 'timed-out'), seen(b, 'refused')];
    const { leading, others } = judged({ inventory: answerDenied(), results }).diagnosis;
    expect(leading).toMatchObject({ code: ACL, zones: ['eu-west-1a'] });
    expect(others).toMatchObject([{ code: 'evidence-contradicts', zones: ['eu-west-1b'] }]);
  });

  it('in which the line would deny what was seen to pass are not blamed', () => {
    const results = [seen(a, 'timed-out'), seen(b, 'connected')];
    expect(judged({ inventory: onlyB, results }).diagnosis).toMatchObject({
      ...{ leading: { code: 'evidence-contradicts', zones: ['eu-west-1b'] }, others: [] },
    });
  });
});

describe('several denying lines', () => {
  it('are one finding each', () => {
    const one = answerDenied('10.0.0.0/24', 90).networkAcls;
    const entries = answerDenied('10.0.1.0/24', 95).networkAcls;
    if (!one.known || !entries.known) throw new Error('the small world knows its ACLs');
    const added = entries.value.flatMap((acl) => acl.entries).filter(({ ruleNumber }) => ruleNumber === 95);
    const networkAcls = { ...one, value: one.value.map((acl) => ({ ...acl, entries: [...acl.entries, ...added] })) };
    const { leading, others } = judged({ inventory: { ...world, networkAcls }, results: silent }).diagnosis;
    expect(
      [leading, ...others].map((finding) => [finding?.culprit.line, finding?.zones, finding?.fix.verified]),
    ).toEqual([
      ['90', ['eu-west-1a'], true],
      ['95', ['eu-west-1b'], true],
    ]);
  });

  it('are not all of them in the way where one concerns hardly a port', () => {
    const rdp = denying({ egress: false, fromPort: 3389, toPort: 3389 });
    const { leading, others } = judged({
      inventory: withAclEntry('acl-edge', rdp, ingressDenied),
      results: silent,
    }).diagnosis;
    expect([leading, ...others]).toMatchObject([{ code: INGRESS, certainty: 'certain', fix: { verified: true } }]);
  });

  it('say why they let pass what they deny hardly a port of', () => {
    const rdp = denying({ egress: false, fromPort: 3389, toPort: 3389 });
    const { paths } = judged({ inventory: withAclEntry('acl-edge', rdp) }).evidence.facts;
    const hops = paths.known ? paths.value.flatMap(({ path }) => path.return) : [];
    const passed = hops.filter(({ deniedShare }) => deniedShare !== undefined);
    expect(passed).not.toEqual([]);
    for (const hop of passed) {
      expect(hop).toMatchObject({ decision: 'allow', why: expect.stringMatching(/^passed over.*port 3389$/) });
      expect(hop.line).toBeUndefined();
    }
  });

  it('of several resources are all named, and no fix alone is enough', () => {
    const inventory = { ...ingressDenied, networkAcls: answerDenied().networkAcls };
    const { leading, others } = judged({ inventory, results: silent }).diagnosis;
    expect([leading, ...others].map((finding) => [finding?.code, finding?.fix.verified])).toEqual([
      [ACL, false],
      [INGRESS, false],
    ]);
    expect(leading?.fix.summary).toContain('which is also denied by the ingress rules of sg-web.');
    expect(others[0]?.fix.summary).toContain('which is also denied by egress rule 90 of acl-app.');
  });
});

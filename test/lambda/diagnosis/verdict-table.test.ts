import { describe, expect, it } from 'vitest';
import type { Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import { unknown } from '../../../lambda/model/fact.ts';
import type { Inventory, NetworkAclEntry } from '../../../lambda/model/inventory.ts';
import type { Memory } from '../../../lambda/model/memory.ts';
import type { ProbeResult } from '../../../lambda/model/probe-result.ts';
import { denying, withAclEntry, withRoute, withRules } from './broken-ways.ts';
import { judged } from './judged.ts';
import { outlasted } from './remembered.ts';
import { answerDenied, egressDenied, endpoint, ingressDenied, saying, seenEverywhere, world } from './small-world.ts';

/** The symptom has stood for two minutes, longer than two checks at 30 s and a timeout of 5 s. */

const INGRESS = 'target-security-group-blocks-load-balancer';
const EGRESS = 'load-balancer-security-group-blocks-targets';
const ACL = 'target-subnet-acl-blocks-response';
const unreadAcls: Inventory = {
  ...world,
  networkAcls: unknown('forbidden', 'access was denied', 'ec2:DescribeNetworkAcls'),
};
const silent = seenEverywhere('timed-out');
const refused = seenEverywhere('refused', 'ECONNREFUSED');
const reset = seenEverywhere('reset', 'ECONNRESET');
const word = (inventory: Inventory, state: string, reason: string | null = null) => saying(inventory, state, reason);
const wordless = (inventory: Inventory): Inventory => ({
  ...inventory,
  targetHealth: { [endpoint.targetGroup ?? '']: unknown('throttled', 'throttled') },
});

const EDGE = 'load-balancer-subnet-acl-blocks-response';
const middlebox: Inventory = {
  ...withRoute({ destination: '10.0.10.0/24', target: 'eni-fw', state: 'active' }),
  securityGroupRules: withRules((rule) => [{ ...rule, peer: { kind: 'cidr', cidr: '10.0.0.0/16' } }])
    .securityGroupRules,
};
/** What is denied of the answers to the ports 1024-65535, and what comes of it where nobody answers. */
const DENIALS: readonly (readonly [string, Partial<NetworkAclEntry>, readonly string[]])[] = [
  ['a port in 64,512', { fromPort: 3389, toPort: 3389 }, []],
  ['few of the ports', { fromPort: 8000, toPort: 8599 }, []],
  ['a sixth of the ports', { fromPort: 30_000, toPort: 40_000 }, [`${EDGE} possible`]],
  ['half the ports', { fromPort: 1024, toPort: 32_767 }, [`${EDGE} likely`]],
  ['all ports but few', { fromPort: 1024, toPort: 65_000 }, [`${EDGE} certain`]],
  ['all ports', { fromPort: 0, toPort: 65_535 }, [`${EDGE} certain`]],
];
/** What swallows everything comes before what swallows some. */
const ranked = (found: readonly string[]) => [
  ...found.filter((one) => one.endsWith('certain')),
  ...found.filter((one) => !one.endsWith('certain')),
];

type Row = readonly [string, Inventory, readonly ProbeResult[] | null, Memory | null, readonly string[]];

/** Probe × configuration × the load balancer's word, as in the table of the architecture page; one row each and its neighbours. */
const ROWS: readonly Row[] = [
  [
    'timed-out, deny, unhealthy',
    word(ingressDenied, 'unhealthy', 'Target.Timeout'),
    silent,
    null,
    [`${INGRESS} certain`],
  ],
  [
    'timed-out, deny at the load balancer, unhealthy',
    word(egressDenied, 'unhealthy', 'Target.Timeout'),
    silent,
    null,
    [`${EGRESS} certain`],
  ],
  [
    'timed-out, deny of the answer, unhealthy',
    word(answerDenied(), 'unhealthy', 'Target.Timeout'),
    silent,
    null,
    [`${ACL} certain`],
  ],
  ['timed-out, deny, not yet', ingressDenied, silent, null, [`${INGRESS} certain`]],
  [
    'timed-out, deny, initial',
    word(ingressDenied, 'initial', 'Elb.InitialHealthChecking'),
    silent,
    outlasted('timed-out'),
    [`${INGRESS} certain`],
  ],
  [
    'timed-out, deny, draining',
    word(ingressDenied, 'draining', 'Target.DeregistrationInProgress'),
    silent,
    null,
    [`${INGRESS} certain`],
  ],
  ['timed-out, deny, word not known', wordless(ingressDenied), silent, null, [`${INGRESS} likely`]],
  [
    'timed-out, deny, healthy and settled',
    ingressDenied,
    silent,
    outlasted('timed-out'),
    ['evidence-contradicts certain'],
  ],
  [
    'timed-out, deny, answered badly, not yet settled',
    word(ingressDenied, 'unhealthy', 'Target.ResponseCodeMismatch'),
    silent,
    null,
    [`${INGRESS} certain`],
  ],
  [
    'timed-out, deny, answered badly, settled',
    word(ingressDenied, 'unhealthy', 'Target.ResponseCodeMismatch'),
    silent,
    outlasted('timed-out'),
    ['evidence-contradicts certain'],
  ],
  ['timed-out, allow, unhealthy', word(world, 'unhealthy', 'Target.Timeout'), silent, null, []],
  ['timed-out, allow, healthy and settled', world, silent, outlasted('timed-out'), ['evidence-contradicts certain']],
  [
    'refused, allow, unhealthy',
    word(world, 'unhealthy', 'Target.FailedHealthChecks'),
    refused,
    null,
    ['target-port-closed likely'],
  ],
  ['refused, allow, not yet', world, refused, null, ['target-port-closed likely']],
  ['refused, allow, word not known', wordless(world), refused, null, ['target-port-closed likely']],
  ['refused, not readable, unhealthy', word(unreadAcls, 'unhealthy'), refused, null, ['target-port-closed likely']],
  [
    'refused, deny, unhealthy',
    word(ingressDenied, 'unhealthy', 'Target.Timeout'),
    refused,
    null,
    ['evidence-contradicts certain'],
  ],
  ['refused, allow, healthy and settled', world, refused, outlasted('refused'), ['target-port-closed possible']],
  ['connected, deny, healthy', ingressDenied, seenEverywhere('connected'), null, ['evidence-contradicts certain']],
  [
    'connected, allow, unhealthy',
    word(world, 'unhealthy', 'Target.ResponseCodeMismatch'),
    seenEverywhere('connected'),
    null,
    [],
  ],
  [
    'reset, allow, unhealthy',
    word(world, 'unhealthy', 'Target.FailedHealthChecks'),
    reset,
    null,
    ['target-resets-connections certain'],
  ],
  ['reset, allow, healthy and settled', world, reset, outlasted('reset'), ['target-resets-connections certain']],
  ['reset, deny, unhealthy', word(ingressDenied, 'unhealthy'), reset, null, ['evidence-contradicts certain']],
  [
    'closed-early, allow, unhealthy',
    word(world, 'unhealthy'),
    seenEverywhere('closed-early'),
    null,
    ['target-closes-early certain'],
  ],
  ['reset, not readable, unhealthy', word(unreadAcls, 'unhealthy'), reset, null, ['target-resets-connections likely']],
  ['reset, through a middlebox', middlebox, reset, null, ['target-resets-connections likely']],
  [
    'closed-early, through a middlebox',
    middlebox,
    seenEverywhere('closed-early'),
    null,
    ['target-closes-early likely'],
  ],
  [
    'reset in one zone and connected in the other',
    world,
    [...reset.slice(0, 1), ...seenEverywhere('connected').slice(1)],
    null,
    ['target-resets-connections likely'],
  ],
  ...DENIALS.flatMap(([what, ports, found]): readonly Row[] => [
    [
      `timed-out, deny of ${what}, unhealthy`,
      word(withAclEntry('acl-edge', denying({ egress: false, ...ports })), 'unhealthy', 'Target.Timeout'),
      silent,
      null,
      found,
    ],
    [
      `timed-out, deny of ${what} and by a group, unhealthy`,
      word(withAclEntry('acl-edge', denying({ egress: false, ...ports }), ingressDenied), 'unhealthy'),
      silent,
      null,
      ranked([...found, `${INGRESS} certain`]),
    ],
    [
      `refused, deny of ${what}, unhealthy`,
      word(withAclEntry('acl-edge', denying({ egress: false, ...ports })), 'unhealthy', 'Target.FailedHealthChecks'),
      refused,
      null,
      found.includes(`${EDGE} certain`) ? ['evidence-contradicts certain'] : ['target-port-closed likely'],
    ],
    [
      `refused while draining, deny of ${what}`,
      word(withAclEntry('acl-edge', denying({ egress: false, ...ports })), 'draining'),
      refused,
      null,
      found.includes(`${EDGE} certain`) ? ['evidence-contradicts certain'] : ['deregistration-race likely'],
    ],
  ]),
  [
    'not dialled, deny of a port in 64,512, initial',
    word(withAclEntry('acl-edge', denying({ egress: false, fromPort: 3389, toPort: 3389 })), 'initial'),
    null,
    null,
    [],
  ],
  [
    'connected, allow, draining',
    word(world, 'draining', 'Target.DeregistrationInProgress'),
    seenEverywhere('connected'),
    null,
    [],
  ],
  [
    'inconclusive, allow, healthy',
    world,
    seenEverywhere('inconclusive', 'EMFILE'),
    null,
    ['vantage-point-broken certain', 'vantage-point-broken certain'],
  ],
  [
    'inconclusive, deny, unhealthy',
    word(ingressDenied, 'unhealthy', 'Target.Timeout'),
    seenEverywhere('inconclusive', 'EMFILE'),
    null,
    [`${INGRESS} likely`, 'vantage-point-broken certain', 'vantage-point-broken certain'],
  ],
  [
    'not dialled, deny, unhealthy by silence',
    word(ingressDenied, 'unhealthy', 'Target.Timeout'),
    null,
    null,
    [`${INGRESS} likely`],
  ],
  [
    'not dialled, deny, unhealthy without a reason to tell',
    word(answerDenied(), 'unhealthy', 'Target.FailedHealthChecks'),
    null,
    null,
    [`${ACL} likely`],
  ],
  ['not dialled, deny, initial', word(egressDenied, 'initial'), null, null, [`${EGRESS} likely`]],
  ['not dialled, deny, word not known', wordless(ingressDenied), null, null, [`${INGRESS} likely`]],
  ['not dialled, deny, healthy', ingressDenied, null, null, []],
  [
    'not dialled, deny, answered badly',
    word(ingressDenied, 'unhealthy', 'Target.ResponseCodeMismatch'),
    null,
    null,
    [],
  ],
  ['not dialled, allow, unhealthy', word(world, 'unhealthy', 'Target.FailedHealthChecks'), null, null, []],
];

const findingsOf = (looked: Partial<Looked>) => {
  const { leading, others } = judged(looked).diagnosis;
  return (leading === null ? [] : [leading, ...others]).map(({ code, certainty }) => `${code} ${certainty}`);
};

describe('the verdict on', () => {
  it.each(ROWS)('%s', (_, inventory, results, memory, findings) => {
    expect(findingsOf({ inventory, results, memory })).toEqual(findings);
  });
});

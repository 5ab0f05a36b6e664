import { describe, expect, it } from 'vitest';
import type { Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { Report } from '../../../lambda/model/report.ts';
import { exitStatus } from '../../../lambda/report/exit-status.ts';
import { judged } from './judged.ts';
import { outlasted } from './remembered.ts';
import {
  answerDenied,
  changed,
  endpoint,
  ingressDenied,
  places,
  saying,
  seen,
  seenEverywhere,
  world,
} from './small-world.ts';
import {
  at,
  checkEndpoint,
  staleEndpoint,
  targetSituations,
  wearing,
  withAddress,
  withCheckPort,
  withInstance,
} from './target-situations.ts';

const [a, b] = places;
if (a === undefined || b === undefined) throw new Error('the small world has two places');
const silent = seenEverywhere('timed-out');
const refused = seenEverywhere('refused', 'ECONNREFUSED');
const connected = seenEverywhere('connected');
const draining = saying(world, 'draining', 'Target.DeregistrationInProgress');
const STOPPED = 'target-instance-not-running';
const STALE = 'target-address-stale';
const RACE = 'deregistration-race';
const CHECK = 'health-check-port-closed';
const DIFFERS = 'vantage-point-differs';
const CONTRADICTS = 'evidence-contradicts';

const findingsOf = (looked: Partial<Looked>) => {
  const { leading, others } = judged(looked).diagnosis;
  return (leading === null ? [] : [leading, ...others]).map(({ code, certainty }) => `${code} ${certainty}`);
};
const stale = (holder: Parameters<typeof withAddress>[0], results: Looked['results'] = silent): Partial<Looked> => ({
  ...{ inventory: withAddress(holder), endpoint: staleEndpoint, results },
});
const stating = (looked: Partial<Looked>, state: string, reason: string | null): Partial<Looked> => {
  const { inventory = world } = looked;
  const line = { target: staleEndpoint.target, healthCheckPort: '8080', state, reason };
  const health = known([{ ...line, description: null }]);
  return { ...looked, inventory: { ...inventory, targetHealth: { [endpoint.targetGroup ?? '']: health } } };
};
const healthy = (looked: Partial<Looked>) => stating(looked, 'healthy', null);
const takenOut = (looked: Partial<Looked>) => stating(looked, 'draining', 'Target.DeregistrationInProgress');
const checked = (...results: NonNullable<Looked['results']>): Partial<Looked> => ({
  ...{ inventory: withCheckPort(), endpoint: checkEndpoint, results },
});

const leaving = (state: string) => saying(withInstance(state), 'draining', 'Target.DeregistrationInProgress');
/** The target admits the nodes by their addresses. */
const byNode: Partial<Looked> = {
  inventory: {
    ...world,
    securityGroupRules: known(
      ['10.0.0.7/32', '10.0.1.7/32', '0.0.0.0/0'].map((cidr, index) => ({
        ...{ id: `sgr-${index}`, groupId: index === 2 ? 'sg-prober' : 'sg-web', egress: index === 2, protocol: 'tcp' },
        ...{ fromPort: 8080, toPort: 8080, peer: { kind: 'cidr', cidr } as const, description: null },
      })),
    ),
    loadBalancers: changed({ securityGroups: [] }).loadBalancers,
  },
  vantagePoints: places.map((one) => ({ ...one, securityGroups: [] })),
};

describe.each<readonly [string, readonly (readonly [string, Partial<Looked>, readonly string[]])[]]>([
  [
    'an instance that is',
    [
      ...['stopping', 'stopped', 'shutting-down', 'terminated'].map(
        (state) => [state, { inventory: withInstance(state), results: silent }, [`${STOPPED} certain`]] as const,
      ),
      ['pending', { inventory: withInstance('pending'), results: silent }, []],
      ['running', { inventory: withInstance('running'), results: silent }, []],
      ['stopped, and was not dialled', { inventory: withInstance('stopped'), results: null }, [`${STOPPED} likely`]],
      [
        'stopped, and yet refuses',
        { inventory: withInstance('stopped'), results: refused },
        ['target-port-closed likely'],
      ],
      [
        'stopped, and yet answers in one zone',
        { inventory: withInstance('stopped'), results: [seen(a, 'timed-out'), seen(b, 'connected')] },
        [],
      ],
      [
        'shutting down, and is already taken out',
        { inventory: leaving('shutting-down'), results: silent },
        [`${RACE} likely`],
      ],
      [
        'stopped, and is being taken out',
        { inventory: leaving('stopped'), results: silent },
        [`${STOPPED} certain`, `${RACE} likely`],
      ],
      [
        'stopped, and yet settled healthy',
        { inventory: saying(withInstance('stopped'), 'healthy'), results: silent, memory: outlasted('timed-out') },
        [`${CONTRADICTS} certain`],
      ],
    ],
  ],
  [
    'an address that is held by',
    [
      ['nobody', stale(null), [`${STALE} likely`]],
      ['nobody, and was not dialled', stale(null, null), [`${STALE} likely`]],
      // In a shared subnet another account's interfaces are not to be seen.
      ['nobody to be seen, and yet refuses', stale(null, refused), ['target-port-closed likely']],
      ['nobody to be seen, and yet serves', healthy(stale(null, connected)), []],
      ['nobody, and is being taken out', takenOut(stale(null)), [`${RACE} likely`]],
      ['nobody, is being taken out, and was not dialled', takenOut(stale(null, null)), []],
      ['an interface that is attached', stale({}), []],
      ['an interface that is attached to nothing', stale({ status: 'available' }), [`${STALE} likely`]],
      [
        'an interface that is attached to nothing, and refuses',
        stale({ status: 'available' }, refused),
        ['target-port-closed likely'],
      ],
      ['functions', stale({ interfaceType: 'lambda' }), [`${STALE} likely`]],
      ['a NAT gateway', stale({ interfaceType: 'nat_gateway' }), [`${STALE} likely`]],
      ['another load balancer that refuses', stale({ description: 'ELB app/other/9' }, refused), [`${STALE} likely`]],
      [
        'another load balancer that answers badly',
        stale({ description: 'ELB app/other/9' }, connected),
        [`${STALE} likely`],
      ],
      ['a database, on purpose', stale({ description: 'RDSNetworkInterface' }, refused), ['target-port-closed likely']],
    ],
  ],
  [
    'a draining target that',
    [
      ['refuses', { inventory: draining, results: refused }, [`${RACE} likely`]],
      ['is silent', { inventory: draining, results: silent }, [`${RACE} likely`]],
      ['accepts', { inventory: draining, results: connected }, []],
      ['was not dialled', { inventory: draining, results: null }, []],
      [
        'is silent because of a rule',
        { inventory: saying(ingressDenied, 'draining', 'Target.DeregistrationInProgress'), results: silent },
        ['target-security-group-blocks-load-balancer certain'],
      ],
      [
        'refuses, of which the way could not be read',
        { inventory: { ...draining, networkAcls: unknown('forbidden', 'access was denied') }, results: refused },
        [`${RACE} likely`],
      ],
    ],
  ],
  [
    'a health check port that refuses, while the traffic port',
    [
      ['connects', checked(...connected, ...at(checkEndpoint, refused)), [`${CHECK} likely`]],
      ['refuses', checked(...refused, ...at(checkEndpoint, refused)), ['target-port-closed likely']],
      ['was not dialled', checked(...at(checkEndpoint, refused)), ['target-port-closed likely']],
      [
        'connects, and is silent in a zone',
        checked(seen(a, 'connected'), seen(b, 'timed-out'), ...at(checkEndpoint, refused)),
        [`${CHECK} likely`],
      ],
      ['is silent', checked(...silent, ...at(checkEndpoint, refused)), ['target-port-closed likely']],
      [
        'connects from one zone only',
        checked(seen(a, 'connected'), seen(b, 'refused'), ...at(checkEndpoint, refused)),
        ['target-port-closed likely'],
      ],
    ],
  ],
  [
    'silence to a prober with a group of its own',
    [
      ['while the load balancer says healthy', { results: wearing(silent, ['sg-prober']) }, [`${DIFFERS} likely`]],
      [
        'while the load balancer is settled healthy',
        { results: wearing(silent, ['sg-prober']), memory: outlasted('timed-out') },
        [`${DIFFERS} certain`],
      ],
      [
        'while the load balancer says unhealthy',
        { inventory: saying(world, 'unhealthy', 'Target.Timeout'), results: wearing(silent, ['sg-prober']) },
        [`${DIFFERS} likely`],
      ],
      [
        'while the instance is stopped',
        { inventory: withInstance('stopped'), results: wearing(silent, ['sg-prober']) },
        [`${STOPPED} certain`, `${DIFFERS} likely`],
      ],
      ['which may be admitted', { ...byNode, results: wearing(silent, ['sg-prober']) }, [`${DIFFERS} likely`]],
      [
        'which may be admitted, while the load balancer is settled healthy',
        { ...byNode, results: wearing(silent, ['sg-prober']), memory: outlasted('timed-out') },
        [`${DIFFERS} likely`],
      ],
      ['which is admitted as well', { results: wearing(silent, ['sg-lb']) }, []],
      [
        'where neither is admitted',
        { inventory: saying(ingressDenied, 'unhealthy', 'Target.Timeout'), results: wearing(silent, ['sg-prober']) },
        ['target-security-group-blocks-load-balancer certain'],
      ],
      [
        'from one zone',
        { results: [...wearing([seen(a, 'timed-out')], ['sg-prober']), seen(b, 'connected')] },
        [`${DIFFERS} likely`],
      ],
    ],
  ],
  [
    'witnesses that disagree:',
    [
      ['a connection through a denial', { inventory: ingressDenied, results: connected }, [`${CONTRADICTS} certain`]],
      [
        'a connection of a prober of its own',
        { inventory: ingressDenied, results: wearing(connected, ['sg-prober']) },
        [],
      ],
      ['a connection where only some hang', { inventory: partlyDenied(), results: connected }, []],
      ['a denial that was not dialled', { inventory: ingressDenied, results: null }, []],
      ['an ICMP error through a denial', { inventory: ingressDenied, results: seenEverywhere('unreachable') }, []],
    ],
  ],
])('%s', (_, rows) => {
  it.each(rows)('%s', (__, looked, findings) => {
    expect(findingsOf(looked)).toEqual(findings);
  });
});

it.each([
  ['stopped', 'aws ec2 start-instances --instance-ids i-web --region eu-west-1'],
  [
    'terminated',
    `aws elbv2 deregister-targets --target-group-arn ${endpoint.targetGroup} --targets Id=i-web,Port=8080 --region eu-west-1`,
  ],
])('an instance that is %s is mended by its command', (state, command) => {
  const { leading } = judged({ inventory: withInstance(state), results: silent }).diagnosis;
  expect(leading?.fix.commands).toEqual([command]);
});

it('an address outside the VPC is taken out with its zone, and a port of its own is left out', () => {
  const target = { id: '10.0.10.99', port: null, zone: 'all' };
  const inventory = withAddress();
  const health = { target, healthCheckPort: '8080', state: 'unhealthy', reason: 'Target.Timeout', description: null };
  const looked = {
    inventory: { ...inventory, targetHealth: { [endpoint.targetGroup ?? '']: known([health]) } },
    ...{ endpoint: { ...staleEndpoint, target }, results: silent },
  };
  expect(judged(looked).diagnosis.leading?.fix.commands[0]).toContain('--targets Id=10.0.10.99,AvailabilityZone=all ');
});

it('an address in no subnet that was read is not called stale', () => {
  const looked = { ...stale(null), endpoint: { ...staleEndpoint, address: '192.168.9.9' } };
  const { leading, inconclusive } = judged(looked).diagnosis;
  expect(leading?.code).not.toBe(STALE);
  expect(inconclusive.find(({ code }) => code === STALE)?.missing).toEqual([
    'the network interface that holds the address (192.168.9.9 lies in no subnet that was read)',
  ]);
});

it('the delay is named where it is known', () => {
  const attributes = known({ 'deregistration_delay.timeout_seconds': '45' });
  const { targetGroups } = changed({}, { attributes });
  const { leading } = judged({ inventory: { ...draining, targetGroups }, results: refused }).diagnosis;
  expect(leading?.why).toContain('for its deregistration delay of 45 s;');
});

describe.each(Object.entries(targetSituations))('%s', (code, looked) => {
  it('raises exit status 2 only as a cause', () => {
    const { evidence, diagnosis } = judged(looked);
    const leading = diagnosis.leading;
    const report = {
      ...{ findings: leading === null ? [] : [leading], loadBalancers: [], targetGroups: [] },
      endpoints: [{ unjudged: evidence.unjudged, diagnosis }],
    } as unknown as Report;
    const notes: Readonly<Record<string, number>> = { [DIFFERS]: 3, [CONTRADICTS]: 0 };
    expect(exitStatus(report)).toBe(notes[code] ?? 2);
  });
});

/** Answers to some of the ports that a load balancer dials from are denied, and others are not. */
function partlyDenied() {
  const inventory = answerDenied();
  const acls = inventory.networkAcls.known ? inventory.networkAcls.value : [];
  const entries = acls.map((acl) => ({
    ...acl,
    entries: acl.entries.map((one) => (one.action === 'deny' ? { ...one, fromPort: 50_000 } : one)),
  }));
  return { ...inventory, networkAcls: known(entries) };
}

import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../lambda/diagnosis/catalogue.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type {
  Attributes,
  Inventory,
  LoadBalancer,
  TargetGroup,
  TargetHealth,
} from '../../../lambda/model/inventory.ts';
import { judged } from './judged.ts';
import {
  defaulting,
  forwarding,
  names,
  redirecting,
  resourceSituations,
  shop,
  unused,
  web,
  withoutZone,
  withRule,
} from './resource-situations.ts';
import { judgedResource, type ResourceSituation } from './situation.ts';
import { changed, seenEverywhere, world } from './small-world.ts';

const CROSS_ZONE = 'load_balancing.cross_zone.enabled';

/** Only those that are looked at here, so that no other fault is in the way. */
const OWN = catalogue.filter(({ code }) => code in resourceSituations);

function leadingOf(situation: ResourceSituation) {
  return judgedResource(situation, OWN).diagnosis.leading;
}

describe('load-balancer-not-active', () => {
  it.each([
    ['active', null, []],
    ['provisioning', 'Wait until shop is active', [expect.stringMatching(/^aws elbv2 wait load-balancer-available/)]],
    ['failed', 'create it anew', []],
    ['active_impaired', 'Mend what the reason says.', []],
  ])('in state %s', (state, summary, commands) => {
    const leading = leadingOf(shop(changed({ state, stateReason: 'no addresses' })));
    expect(leading?.fix.summary ?? null).toEqual(summary === null ? null : expect.stringContaining(summary));
    expect(leading?.fix.commands ?? []).toEqual(commands);
  });

  it('tells which subnets have no addresses left', () => {
    const subnets = world.subnets.known ? world.subnets.value.map((one) => ({ ...one, availableAddresses: 2 })) : [];
    const scarce = { ...changed({ state: 'active_impaired' }), subnets: known(subnets) };
    const why = leadingOf(shop(scarce))?.why;
    expect(why).toContain('AWS gives no reason. subnet-edge-a has 2 free addresses left. subnet-edge-b has 2');
    expect(why).not.toContain('subnet-app');
  });
});

describe('listener-missing', () => {
  const ARN = `${names.listener}/4`;
  const declaring = (...ports: readonly number[]) => ({ shop: { ports, clients: [] } });
  const network = changed({ type: 'network' }, { protocol: 'TCP' });

  it.each<[string, ResourceSituation, readonly unknown[]]>([
    ['a port that is served', shop(withRule(redirecting('80'))), []],
    ['the port of the request', shop(withRule(redirecting('#{port}'))), []],
    ['another name', shop(withRule(redirecting('443', 'pay.example'))), []],
    ['its own name', shop(withRule(redirecting('443', 'SHOP.example'))), [['likely', ARN, 'port 443']]],
    ['no number', shop(withRule(redirecting('https'))), []],
    ['by default', shop(defaulting(redirecting('443'))), [['likely', names.listener, 'port 443']]],
    ['declared and served', { ...shop(world), declarations: declaring(80) }, []],
    ['declared', { ...shop(world), declarations: declaring(80, 8443) }, [['certain', names.owner, 'port 8443']]],
    [
      'declared too',
      { ...shop(withRule(redirecting('443'))), declarations: declaring(443) },
      [['certain', ARN, 'port 443']],
    ],
  ])('redirects to, or is declared to serve: %s', (_situation, situation, expected) => {
    const { leading, others } = judgedResource(situation, OWN).diagnosis;
    expect(
      [leading, ...others]
        .filter((one) => one !== null)
        .map((one) => [one?.certainty, one?.culprit.resource, one?.culprit.line]),
    ).toEqual(expected);
  });

  it.each<[string, Inventory, number, RegExp | null]>([
    [
      'an Application Load Balancer with one group',
      world,
      8080,
      /--protocol HTTP --port 8080 --default-actions Type=forward,TargetGroupArn=/,
    ],
    [
      'a Network Load Balancer with one group',
      network,
      7001,
      /--protocol TCP --port 7001 --default-actions Type=forward,TargetGroupArn=/,
    ],
    ['a port that wants a certificate', world, 443, null],
    ['a group that does not fit', changed({ type: 'network' }), 7001, null],
    ['groups that are not known', { ...world, targetGroups: unknown('forbidden', 'not allowed') }, 8080, null],
  ])('prints a command only where it is complete: %s', (_situation, inventory, port, command) => {
    const { commands, summary } = leadingOf({ ...shop(inventory), declarations: declaring(80, port) })?.fix ?? {};
    expect(commands).toEqual(command === null ? [] : [expect.stringMatching(command)]);
    expect(summary?.includes('which nobody but you can choose')).toBe(command === null);
  });

  it('says what a client meets, by type of load balancer', () => {
    const why = (inventory: Inventory) => leadingOf({ ...shop(inventory), declarations: declaring(80, 9) })?.why;
    expect(why(world)).toMatch(/^Shop is declared to serve port 9, and shop has no listener there\. .* is refused/);
    expect(why(network)).toContain('hears nothing');
  });
});

describe('listener-forwards-nowhere', () => {
  const two = {
    type: 'forward',
    targetGroups: [names.group, 'arn:x:targetgroup/old/9'].map((arn) => ({ arn, weight: 0 })),
  };
  const signedIn = { type: 'authenticate-oidc', targetGroups: [] };
  const tcp = changed({}, { protocol: 'TCP' });

  it.each<[string, Inventory, string | null]>([
    ['a share', withRule(forwarding(names.group, 1)), null],
    ['no share', withRule(forwarding(names.group, 0)), 'web has weight 0'],
    ['no share by default', defaulting(forwarding(names.group, 0)), 'web has weight 0'],
    ['a group that is gone', withRule(forwarding('arn:x:targetgroup/old/9', 1)), 'old does not exist'],
    ['no group at all', withRule({ type: 'forward', targetGroups: [] }), 'no target group is named'],
    ['one gone, one without a share', withRule(two), 'web has weight 0 and old does not exist'],
    [
      'a protocol that does not fit',
      defaulting(forwarding(names.group, 1), tcp),
      'web is of protocol TCP, which it cannot forward to',
    ],
    ['nobody, on purpose', unused(world), null],
    [
      'whom nobody knows',
      withRule(forwarding('arn:x:targetgroup/old/9', 1), { ...world, targetGroups: unknown('failed', 'no answer') }),
      null,
    ],
  ])('forwards to %s', (_situation, inventory, value) => {
    expect(leadingOf(shop(inventory))?.culprit.value ?? null).toBe(value);
  });

  it.each<[string, Inventory, RegExp | null]>([
    [
      'a rule',
      withRule(forwarding(names.group, 0)),
      /^aws elbv2 modify-rule --rule-arn \S+ --actions Type=forward,TargetGroupArn=\S+ --region eu-west-1$/,
    ],
    [
      'the default',
      defaulting(forwarding(names.group, 0)),
      /^aws elbv2 modify-listener --listener-arn \S+ --default-actions Type=forward/,
    ],
    ['several groups', withRule(two), null],
    ['a group that is gone', withRule(forwarding('arn:x:targetgroup/old/9', 1)), null],
  ])('prints a command only where one group is meant: %s', (_situation, inventory, command) => {
    expect(leadingOf(shop(inventory))?.fix.commands).toEqual(command === null ? [] : [expect.stringMatching(command)]);
  });

  it('does not write actions anew that it has not read whole', () => {
    const rule = { arn: `${names.listener}/4`, listenerArn: names.listener, priority: '1', conditions: [] };
    const actions = [signedIn, forwarding(names.group, 0)];
    const inventory = { ...world, rules: { [names.listener]: known([{ ...rule, actions }]) } };
    expect(leadingOf(shop(inventory))).toMatchObject({ code: 'listener-forwards-nowhere', fix: { commands: [] } });
  });
});

describe('a target group', () => {
  const line = (id: string, state: string): TargetHealth => ({
    ...{ target: { id, port: 8080, zone: null }, healthCheckPort: null, state },
    ...{ reason: null, description: null },
  });
  const health = (...lines: readonly TargetHealth[]): Inventory => ({
    ...world,
    targetHealth: { [names.group]: known(lines) },
  });
  const unread = { ...world, targetHealth: {} };
  const idle = (inventory: Inventory) => defaulting(forwarding(names.group, 0), inventory);

  it.each<[string, Inventory, string | null, readonly string[]]>([
    ['healthy', world, null, []],
    ['empty', health(), 'target-group-empty', []],
    ['draining', health(line('i-web', 'draining')), 'target-group-empty', []],
    ['draining in part', health(line('i-web', 'draining'), line('i-two', 'healthy')), null, []],
    ['empty with weight 0', idle(health()), null, []],
    ['unread with weight 0', idle(unread), null, []],
    ['unread', unread, null, ['target-group-empty']],
    ['not used', unused(world), 'target-group-unused', []],
    ['not used and unread', unused(unread), 'target-group-unused', []],
    [
      'ill altogether',
      health(line('i-web', 'unhealthy'), line('i-two', 'unhealthy.draining')),
      'target-group-failing-open',
      [],
    ],
    ['ill in part', health(line('i-web', 'unhealthy'), line('i-two', 'healthy')), null, []],
    ['ill and new', health(line('i-web', 'unhealthy'), line('i-two', 'initial')), 'target-group-failing-open', []],
    ['ill with weight 0', idle(health(line('i-web', 'unhealthy'))), null, []],
    ['of rules unread', { ...world, rules: {} }, null, ['target-group-empty', 'target-group-unused']],
  ])('that is %s', (_situation, inventory, code, inconclusive) => {
    const { diagnosis } = judgedResource(web(inventory), OWN);
    expect(diagnosis.leading?.code ?? null).toBe(code);
    expect(diagnosis.inconclusive.map((one) => one.code)).toEqual(inconclusive);
  });

  it('that drains can have its targets back', () => {
    const draining = { ...line('10.9.0.5', 'draining'), target: { id: '10.9.0.5', port: null, zone: 'all' } };
    const { fix, why } = leadingOf(web(health(line('i-web', 'draining'), draining))) ?? {};
    expect(fix?.commands).toEqual([
      `aws elbv2 register-targets --target-group-arn ${names.group} --targets Id=i-web,Port=8080 Id=10.9.0.5,AvailabilityZone=all --region eu-west-1`,
    ]);
    expect(why).toContain('503');
  });

  it('of a Network Load Balancer is said to fail open without anyone to send to', () => {
    const network = changed({ type: 'network' });
    const empty = { ...network, targetHealth: { [names.group]: known([]) } };
    expect(leadingOf(web(empty))?.why).toContain('fails open');
  });

  it.each([
    ['ip', 'UDP', 'web speaks UDP only'],
    ['instance', 'GENEVE', 'web speaks GENEVE only'],
    ['alb', 'TCP', 'is looked at as a load balancer itself'],
    ['ip', 'TCP_UDP', null],
    ['lambda', null, 'Lambda functions'],
  ] as const)('of %s targets over %s', (targetType, protocol, why) => {
    const leading = leadingOf(web(changed({}, { targetType, protocol })));
    expect(leading?.why ?? null).toEqual(why === null ? null : expect.stringContaining(why));
    expect(leading?.kind ?? 'note').toBe('note');
  });
});

describe('target-zone-not-enabled', () => {
  const at = (inventory: Inventory) =>
    judged({ inventory, results: seenEverywhere('connected') }, OWN).diagnosis.leading;
  const outside = withoutZone('eu-west-1a');
  const unusedLine: TargetHealth = {
    ...{ target: { id: 'i-web', port: 8080, zone: null }, healthCheckPort: '8080', state: 'unused' },
    ...{ reason: 'Target.NotInUse', description: null },
  };
  const subnets = world.subnets.known ? world.subnets.value : [];
  const edge = { id: 'subnet-edge-c', name: null, cidr: '10.0.3.0/24' };
  const more = (...added: readonly Partial<(typeof subnets)[number]>[]): Inventory => ({
    ...outside,
    subnets: known([...subnets, ...added.flatMap((one) => subnets.slice(0, 1).map((like) => ({ ...like, ...one })))]),
  });
  const network = (type: LoadBalancer['type'], own: string, ofGroup?: string): Inventory =>
    changed(
      { type, attributes: known({ [CROSS_ZONE]: own }) },
      { attributes: known<Attributes>(ofGroup === undefined ? {} : { [CROSS_ZONE]: ofGroup }) },
    );

  /** Beside the group another one, whose one target is registered for a zone. */
  const beside = (
    zone: string,
    other: Partial<TargetGroup> = {},
    inventory: Inventory = network('network', 'false'),
  ): Inventory => {
    const groups = inventory.targetGroups.known ? inventory.targetGroups.value : [];
    const line = { ...unusedLine, target: { id: '10.0.1.9', port: 8080, zone }, state: 'healthy', reason: null };
    return {
      ...inventory,
      targetGroups: known(groups.flatMap((one) => [one, { ...one, arn: 'arn:api', name: 'api', ...other }])),
      targetHealth: { ...inventory.targetHealth, 'arn:api': known([line]) },
    };
  };

  it('is certain where the load balancer says so too, likely before, and absent where it uses the target', () => {
    const word = (state: string) =>
      at({ ...outside, targetHealth: { [names.group]: known([{ ...unusedLine, state, reason: null }]) } });
    expect(at(outside)).toMatchObject({ code: 'target-zone-not-enabled', certainty: 'certain' });
    expect(word('initial')).toMatchObject({ code: 'target-zone-not-enabled', certainty: 'likely' });
    expect(word('healthy')).toBeNull();
  });

  it.each<[string, Inventory, RegExp | null]>([
    ['the only one alike', outside, /set-subnets --load-balancer-arn \S+ --subnets subnet-edge-b subnet-edge-a /],
    ['one of two alike', more(edge), null],
    ['one beside another kind', more({ ...edge, zone: 'eu-west-1c' }), /subnet-edge-b subnet-edge-a /],
    ['unknown', { ...outside, routeTables: unknown('forbidden', 'not allowed') }, null],
  ])('names the subnet where it is %s', (_situation, inventory, command) => {
    const { commands, summary } = at(inventory)?.fix ?? {};
    expect(commands).toEqual(command === null ? [] : [expect.stringMatching(command)]);
    expect(summary).toContain(command === null ? 'is yours to choose' : 'is the only subnet there');
  });

  it('leaves the addresses of an internet-facing Network Load Balancer to its owner', () => {
    const facing = {
      ...outside,
      loadBalancers: outside.loadBalancers.map(
        (one) => ({ ...one, type: 'network', scheme: 'internet-facing' }) as const,
      ),
    };
    expect(at(facing)).toMatchObject({ code: 'target-zone-not-enabled', fix: { commands: [] } });
  });

  it.each<[string, Inventory, boolean]>([
    ['another group in the other zone alone', beside('eu-west-1b'), true],
    ['the same, by the groups’ own attributes', beside('eu-west-1b', {}, network('network', 'true', 'false')), true],
    ['cross-zone on for the group', beside('eu-west-1b', {}, network('network', 'false', 'true')), false],
    ['an Application Load Balancer', beside('eu-west-1b', {}, network('application', 'false')), false],
    ['no other group: the DNS leads to its zone only', network('network', 'false'), false],
    ['another group in the same zone', beside('eu-west-1a'), false],
    ['another group that is registered for all zones', beside('all'), false],
    ['another group of another load balancer', beside('eu-west-1b', { loadBalancerArns: [] }), false],
    ['another group that no enabled zone serves', beside('eu-west-1c'), false],
    [
      'another group that all zones serve',
      beside('eu-west-1b', { attributes: known({ [CROSS_ZONE]: 'true' }) }),
      false,
    ],
  ])('tells of a zone without a target that the DNS leads to: %s', (_situation, inventory, present) => {
    const { code, culprit, zones, fix, certainty } = at(inventory) ?? {};
    expect(code === 'target-zone-not-enabled').toBe(present);
    if (!present) return;
    expect(certainty).toBe('likely');
    expect(culprit).toMatchObject({ resource: names.group, value: 'no target in eu-west-1b' });
    expect(zones).toEqual(['eu-west-1b']);
    expect(fix?.commands).toEqual([expect.stringMatching(/modify-target-group-attributes .*Value=true/)]);
  });

  it.each([
    ['the attributes that decide', changed({ type: 'network' }, { attributes: unknown('forbidden', 'not allowed') })],
    [
      'the targets of another group',
      {
        ...beside('eu-west-1b'),
        targetHealth: { ...world.targetHealth, 'arn:api': unknown('forbidden', 'not allowed') },
      },
    ],
  ])('is inconclusive where %s are not known', (_situation, inventory) => {
    const { inconclusive } = judged({ inventory, results: seenEverywhere('connected') }, OWN).diagnosis;
    expect(inconclusive.map(({ code }) => code)).toContain('target-zone-not-enabled');
  });
});

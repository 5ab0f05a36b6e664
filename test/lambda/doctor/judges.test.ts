import { describe, expect, it } from 'vitest';
import { groundStatus } from '../../../lambda/doctor/ground-status.ts';
import { judgeConcurrency } from '../../../lambda/doctor/judge-concurrency.ts';
import { judgeConfiguration } from '../../../lambda/doctor/judge-configuration.ts';
import { judgeDeployments } from '../../../lambda/doctor/judge-deployments.ts';
import { judgeFunctions } from '../../../lambda/doctor/judge-functions.ts';
import { judgeIdentity } from '../../../lambda/doctor/judge-identity.ts';
import { judgeSubnets } from '../../../lambda/doctor/judge-subnets.ts';
import type { Planned, PlannedDeployment } from '../../../lambda/doctor/planned.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { LoadBalancer } from '../../../lambda/model/inventory.ts';

const DENIED = unknown('forbidden', 'the caller may not', 'x:Y');

it.each<[readonly ('ok' | 'warning' | 'missing' | 'unknown')[], number]>([
  [[], 0],
  [['ok', 'warning'], 0],
  [['ok', 'unknown'], 3],
  [['unknown', 'missing'], 2],
])('%j exits with %d', (states, status) => {
  expect(groundStatus(states.map((state) => ({ state })))).toBe(status);
});

describe('identity', () => {
  const me = known({ account: '111122223333', arn: 'arn:aws:iam::111122223333:user/me' });

  it.each([
    ['without a configuration', me, null, 'ok'],
    ['of the account that is planned', me, '111122223333', 'ok'],
    ['of another account', me, '444455556666', 'missing'],
    ['that is not known', DENIED, null, 'unknown'],
  ])('%s', (_, identity, expected, state) => {
    expect(judgeIdentity(identity, 'eu-west-1', expected).state).toBe(state);
  });
});

describe('concurrency', () => {
  it.each<[string, [number, number], number, number, string, RegExp]>([
    ['with room', [1000, 900], 5, 0, 'ok', /of which 900 are not reserved; a check takes up to 6/],
    ['of a new account', [10, 10], 5, 0, 'warning', /4 are left to all other functions.*limit of a new account/],
    ['that does not suffice', [10, 10], 20, 0, 'warning', /Probers beyond that are throttled/],
    ['that leaves too little to be reserved', [1000, 150], 5, 60, 'missing', /lets 50 be reserved/],
    ['that lets it be reserved', [1000, 1000], 5, 60, 'ok', /1000/],
  ])('%s', (_, [limit, unreserved], concurrency, toReserve, state, says) => {
    const line = judgeConcurrency(known({ limit, unreserved }), [{ concurrency }], toReserve);
    expect(line.state).toBe(state);
    expect(line.says).toMatch(says);
  });

  it('that is not known', () => {
    expect(judgeConcurrency(DENIED, [], 0)).toMatchObject({ state: 'unknown', todo: expect.stringContaining('x:Y') });
  });
});

const AGAIN = 'origin-doctor init --force -o f.json';

describe('subnets', () => {
  const subnet = (id: string, availableAddresses: number, cidr = '10.0.0.0/24') => ({
    ...{ id, name: null, vpcId: 'vpc-1', zone: 'eu-west-1a', cidr, ipv6Cidrs: [], availableAddresses },
  });

  it.each([
    ['with room', [subnet('subnet-a', 8)], ['ok']],
    ['with little room', [subnet('subnet-a', 7)], ['warning']],
    ['that is full', [subnet('subnet-a', 0)], ['missing']],
    ['of IPv6 alone', [subnet('subnet-a', 0, '')], ['ok']],
    ['that is gone', [], ['missing']],
    ['that stands in another VPC', [{ ...subnet('subnet-a', 8), vpcId: 'vpc-2' }], ['missing']],
  ])('%s', (_, there, states) => {
    const lines = judgeSubnets([{ vpcId: 'vpc-1', subnets: ['subnet-a', 'subnet-a'] }], known(there), AGAIN);
    expect(lines.map(({ state }) => state)).toEqual(states);
  });

  it.each([
    [0, 'No address is free in'],
    [1, '1 address is free in'],
    [2, '2 addresses are free in'],
  ])('with %i free', (free, says) => {
    const [line] = judgeSubnets([{ vpcId: 'vpc-1', subnets: ['subnet-a'] }], known([subnet('subnet-a', free)]), AGAIN);
    expect(line?.says).toContain(says);
  });

  it('that is gone is mended in the file that names it', () => {
    expect(judgeSubnets([{ vpcId: 'vpc-1', subnets: ['subnet-a'] }], known([]), AGAIN)).toMatchObject([
      { command: AGAIN },
    ]);
  });

  it('that nobody may look at', () => {
    expect(judgeSubnets([{ vpcId: 'vpc-1', subnets: ['subnet-a'] }], DENIED, AGAIN)).toMatchObject([
      { state: 'unknown' },
    ]);
  });

  it('that nobody asks for', () => {
    expect(judgeSubnets([], DENIED, AGAIN)).toEqual([]);
  });
});

describe('functions', () => {
  it.each([
    ['Active', 'ok', /1 function is active/],
    ['Pending', 'warning', /being made ready \(why\)/],
    ['Inactive', 'warning', /nobody invoked it for 14 days/],
    ['Failed', 'missing', /cannot run \(why\)/],
    ['Deactivating', 'unknown', /"Deactivating" is not known/],
  ])('%s', (state, expected, says) => {
    const found = known({ state, reason: 'why.', update: 'Successful', updateReason: null });
    const [line, ...others] = judgeFunctions([{ functionName: 'prober', found }], 'cdk deploy');
    expect({ state: line?.state, others }).toEqual({ state: expected, others: [] });
    expect(line?.says).toMatch(says);
  });

  it.each([
    ['Successful', 'ok', /1 function is active/],
    ['InProgress', 'warning', /being updated \(why\)/],
    ['Failed', 'missing', /update failed \(why\), and the code and configuration of before run on/],
    ['Odd', 'unknown', /last update is not known: Lambda says Odd/],
    [null, 'unknown', /last update is not known: Lambda says nothing/],
  ])('of which the last update is %s', (update, expected, says) => {
    const found = known({ state: 'Active', reason: null, update, updateReason: 'why.' });
    const [line, ...others] = judgeFunctions([{ functionName: 'prober', found }], 'cdk deploy');
    expect({ state: line?.state, others }).toEqual({ state: expected, others: [] });
    expect(line?.says).toMatch(says);
  });

  it.each([
    ['not there', unknown('not-found', 'gone'), 'missing'],
    ['nobody may look', DENIED, 'unknown'],
  ])('%s', (_, found, state) => {
    expect(judgeFunctions([{ functionName: 'prober', found }], 'cdk deploy')).toMatchObject([
      { subject: 'prober', state },
    ]);
  });
});

const deployed = {
  ...{
    stack: 'a',
    region: 'eu-west-1',
    deployment: 'a',
    monitor: 'a-monitor',
    gate: null,
    probers: [],
    watched: known([]),
    topic: null,
    version: '1.0.0',
    status: 'UPDATE_COMPLETE',
  },
};
const planned: PlannedDeployment = {
  stack: 'a',
  vpcId: 'vpc-1',
  loadBalancers: [],
  watches: [],
  concurrency: 5,
  reserved: 0,
};

describe('deployments', () => {
  const context = { region: 'eu-west-1', version: '1.0.0', deploy: 'cdk deploy' };

  it.each([
    ['as planned', [deployed], [planned], ['ok']],
    ['of another version', [{ ...deployed, version: '0.9.0' }], [planned], ['warning']],
    ['none', [], [], ['warning']],
    ['planned, and not there', [deployed], [planned, { ...planned, stack: 'b' }], ['ok', 'warning']],
  ])('%s', (_, there, plan, states) => {
    expect(judgeDeployments(known(there), plan, context).map(({ state }) => state)).toEqual(states);
  });

  it.each<[string, string, RegExp | null]>([
    ['CREATE_COMPLETE', 'ok', null],
    ['UPDATE_COMPLETE', 'ok', null],
    ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'ok', null],
    ['IMPORT_COMPLETE', 'ok', null],
    ['UPDATE_IN_PROGRESS', 'warning', /^Wait/],
    ['DELETE_IN_PROGRESS', 'warning', /^Wait/],
    ['UPDATE_ROLLBACK_COMPLETE', 'warning', /events/],
    ['UPDATE_ROLLBACK_FAILED', 'warning', /events/],
    ['DELETE_FAILED', 'warning', /events/],
    ['OF_A_LATER_DAY', 'warning', /events/],
  ])('whose stack is in %s', (status, state, todo) => {
    const [line, ...others] = judgeDeployments(known([{ ...deployed, status }]), [], context);
    expect({ state: line?.state, others }).toEqual({ state, others: [] });
    if (todo === null) return expect(line?.todo).toBeNull();
    expect(line?.says).toContain(status);
    expect(line?.todo).toMatch(todo);
  });

  it('of another version, since an update was rolled back', () => {
    const old = { ...deployed, version: '0.9.0', status: 'UPDATE_ROLLBACK_COMPLETE' };
    expect(judgeDeployments(known([old]), [], context)).toMatchObject([
      { state: 'warning', says: expect.stringContaining('UPDATE_ROLLBACK_COMPLETE') },
      { state: 'warning', says: expect.stringContaining('version 1.0.0') },
    ]);
  });

  it('that nobody may look at', () => {
    expect(judgeDeployments(DENIED, [planned], context)).toMatchObject([{ state: 'unknown' }]);
  });
});

describe('the configuration', () => {
  const arn = 'arn:1';
  const one = { arn, name: 'web', subnets: ['subnet-a', 'subnet-b'], securityGroups: ['sg-1'], dualStack: false };
  const plan = { file: 'f.json', rewrite: AGAIN, account: '1', deployments: [{ ...planned, loadBalancers: [one] }] };
  const now: Pick<LoadBalancer, 'arn' | 'name' | 'type' | 'vpcId' | 'zones' | 'securityGroups'> = {
    arn,
    vpcId: planned.vpcId,
    name: 'web',
    type: 'application',
    securityGroups: ['sg-1'],
    zones: [
      { zone: 'b', subnetId: 'subnet-b' },
      { zone: 'a', subnetId: 'subnet-a' },
    ],
  };
  const other: typeof now = { ...now, arn: 'arn:2', name: 'new' };

  it.each<[string, Planned | null, readonly Parameters<typeof judgeConfiguration>[1]['found'][], string[], RegExp]>([
    ['is as it is', plan, [known([now])], ['ok'], /tells of eu-west-1 as it is/],
    ['is not there', null, [known([now])], ['warning'], /There is none here/],
    ['plans nothing here', { ...plan, deployments: [] }, [known([now])], ['warning'], /plans nothing for eu-west-1/],
    [
      'watches no load balancer',
      { ...plan, deployments: [planned] },
      [known([])],
      ['ok'],
      /tells of eu-west-1 as it is/,
    ],
    ['names what is gone', plan, [known([])], ['missing'], /no longer there/],
    [
      'names other groups',
      plan,
      [known([{ ...now, securityGroups: [] }])],
      ['warning'],
      /security groups are none, planned are sg-1/,
    ],
    [
      'names other subnets',
      plan,
      [known([{ ...now, zones: now.zones.slice(1) }])],
      ['warning'],
      /subnets are subnet-a, planned are subnet-a, subnet-b/,
    ],
    [
      'names another VPC',
      plan,
      [known([{ ...now, vpcId: 'vpc-other' }])],
      ['warning'],
      /stands in vpc-other, planned is vpc-/,
    ],
    ['does not know of a new one', plan, [known([now, other])], ['warning'], /Nobody watches .*: new/],
    ['has no use for a gateway', plan, [known([now, { ...other, type: 'gateway' }])], ['ok'], /as it is/],
    ['cannot be compared', plan, [DENIED], ['unknown'], /not known/],
  ])('%s', (_, its, [found = DENIED], states, says) => {
    const lines = judgeConfiguration(its, { found, subnets: known([]) }, 'eu-west-1');
    expect(lines.map(({ state }) => state)).toEqual(states);
    expect(lines[0]?.says).toMatch(says);
  });

  it.each([
    ['is gone', known([]), AGAIN],
    ['has changed', known([{ ...now, securityGroups: [] }]), AGAIN],
    ['is new', known([now, other]), `${AGAIN} --all`],
  ])('is written again in its own file where a load balancer %s', (_, found, command) => {
    expect(judgeConfiguration(plan, { found, subnets: known([]) }, 'eu-west-1')).toMatchObject([{ command }]);
  });

  const subnet = (id: string, ...ipv6Cidrs: string[]) => ({
    ...{ id, name: null, vpcId: planned.vpcId, zone: 'a', cidr: '10.0.0.0/24', ipv6Cidrs, availableAddresses: 9 },
  });
  const both = [{ ...planned, loadBalancers: [{ ...one, dualStack: true }] }];
  const watches = [{ name: 'path', subnets: ['subnet-a'], dualStack: true }];

  it.each([
    ['that have them', both, known(['subnet-a', 'subnet-b'].map((id) => subnet(id, 'fd12::/64'))), ['ok']],
    [
      'of which one has none',
      both,
      known([subnet('subnet-a', 'fd12::/64'), subnet('subnet-b')]),
      ['missing web: f.json says "dualStack": true, and subnet-b has no IPv6 range'],
    ],
    [
      'that have none',
      both,
      known([subnet('subnet-b'), subnet('subnet-a')]),
      ['missing web: f.json says "dualStack": true, and subnet-a, subnet-b have no IPv6 range'],
    ],
    [
      'of a watch that have none',
      [{ ...planned, loadBalancers: [one], watches }],
      known([subnet('subnet-a')]),
      ['missing path: f.json says "dualStack": true, and subnet-a has no IPv6 range'],
    ],
    ['that were not read', both, DENIED, ['unknown "dualStack" of web: It is not known']],
    ['without saying so, that have none', plan.deployments, known([subnet('subnet-a')]), ['ok']],
  ])('speaks of IPv6 in subnets %s', (_, deployments, subnets, told) => {
    const lines = judgeConfiguration({ ...plan, deployments }, { found: known([now]), subnets }, 'eu-west-1');
    const texts = lines.map(({ state, subject, says }) => `${state} ${subject}: ${says}`);
    expect(texts).toEqual(told.map((text) => expect.stringMatching(`^${text}`)));
  });

  it('speaks of IPv6 where load balancers could not be read too', () => {
    const subnets = known([subnet('subnet-a')]);
    const lines = judgeConfiguration({ ...plan, deployments: both }, { found: DENIED, subnets }, 'eu-west-1');
    expect(lines.map(({ state }) => state)).toEqual(['unknown', 'missing']);
  });
});

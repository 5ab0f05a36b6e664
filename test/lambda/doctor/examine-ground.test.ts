import { describe, expect, it } from 'vitest';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import { readActions } from '../../../lambda/actions.ts';
import { examineGround } from '../../../lambda/doctor/examine-ground.ts';
import type { GroundLine, GroundPart } from '../../../lambda/doctor/ground-line.ts';
import type { Planned } from '../../../lambda/doctor/planned.ts';
import { deployedShop } from '../../bin/deployed-shop.ts';
import type { ShopOptions } from '../../bin/shop.ts';
import { type Beating, withHeartbeat } from '../../bin/with-heartbeat.ts';
import { groundEndpoint } from './ground-endpoint.ts';

const world = healthyWorld();
const TRAIL = { name: 'all', homeRegion: 'us-east-1', isMultiRegion: true, isLogging: true };
/** Where the stack stands, with a trail. */
const account = { ...deployedShop(), trails: [TRAIL] };
const planned: Planned = {
  ...{ file: 'origin-doctor.json', rewrite: 'origin-doctor init --force' },
  account: world.accountId,
  deployments: [
    {
      ...{ stack: 'doctor', vpcId: world.vpcs[0]?.id ?? '', concurrency: 5, reserved: 0, watches: [] },
      loadBalancers: world.loadBalancers.map(({ arn, name, zones, securityGroups }) => {
        return { arn, name, subnets: zones.map(({ subnetId }) => subnetId), securityGroups, dualStack: false };
      }),
    },
  ],
};

async function examine(options: ShopOptions = {}, plan: Planned | null = planned, beating: Beating = {}) {
  const { clients, aws, calls, shop } = await groundEndpoint({ world, account, ...options });
  await withHeartbeat(shop, 'doctor', beating);
  const ground = await examineGround({ clients, aws, planned: plan, version: '0.1.0', deploy: 'cdk deploy' });
  return { ...ground, calls: calls() };
}

function statesOf(lines: readonly GroundLine[], part: GroundPart): readonly string[] {
  return lines.filter((line) => line.part === part).map(({ state }) => state);
}

const forbidden = (...actions: string[]): ShopOptions => ({ world: { ...world, forbidden: actions } });

it('is content where all is well, and counts what there is', async () => {
  const { lines, size, calls } = await examine();
  expect(lines.filter(({ state }) => state !== 'ok')).toEqual([]);
  expect(size).toEqual({
    known: true,
    value: { loadBalancers: 2, targetGroups: 3, targets: 7, zones: 2.5, watches: [] },
  });
  const asked = lines.filter(({ part }) => part === 'permissions').map(({ subject }) => subject);
  expect(asked).toEqual([...readActions, 'lambda:InvokeFunction']);
  const changing = Object.keys(calls).filter((call) => !/:(Describe|Get|List|Search)|lambda:InvokeFunction/.test(call));
  // The heartbeat is put by the test itself.
  expect(changing).toEqual(['cloudwatch:PutMetricData', 'cloudwatch:PutMetricAlarm']);
});

it('invokes nothing', async () => {
  const invoked: string[] = [];
  await examine({ invoke: (name) => Promise.reject(new Error(String(invoked.push(name)))) });
  expect(invoked).toEqual([]);
});

describe('what may not be done', () => {
  it.each(readActions)('%s is missing, and it alone', async (action) => {
    const { lines } = await examine(forbidden(action));
    const missing = lines.filter(({ part, state }) => part === 'permissions' && state !== 'ok');
    expect(missing).toMatchObject([
      { subject: action, state: 'missing', todo: expect.stringContaining(`Allow the IAM action ${action}`) },
    ]);
  });

  it.each<[string, GroundPart]>([
    ['cloudtrail:DescribeTrails', 'trail'],
    ['cloudtrail:GetTrailStatus', 'trail'],
    ['cloudtrail:GetEventSelectors', 'trail'],
    ['lambda:GetAccountSettings', 'concurrency'],
    ['lambda:GetFunctionConfiguration', 'probers'],
    ['cloudformation:DescribeStacks', 'deployment'],
    ['cloudwatch:DescribeAlarms', 'heartbeat'],
    ['cloudwatch:ListMetrics', 'heartbeat'],
    ['sns:GetTopicAttributes', 'messages'],
  ])('without %s something is not known', async (action, part) => {
    const { lines } = await examine(forbidden(action));
    const unread = lines.filter(({ state }) => state === 'unknown');
    expect(new Set(unread.map((line) => line.part))).toEqual(new Set([part]));
    expect(unread[0]?.todo).toContain(action);
  });

  it('without sts:GetCallerIdentity neither the caller is known, nor what it may ask of its own account', async () => {
    const { lines } = await examine(forbidden('sts:GetCallerIdentity'));
    const unread = lines.filter(({ state }) => state !== 'ok');
    expect(new Set(unread.map(({ state }) => state))).toEqual(new Set(['unknown']));
    expect(new Set(unread.map(({ part }) => part))).toEqual(new Set(['identity', 'permissions']));
    expect(unread[0]?.todo).toContain('sts:GetCallerIdentity');
  });

  it('asking the monitor is a warning', async () => {
    const { lines } = await examine(forbidden('lambda:InvokeFunction'));
    expect(lines.filter(({ state }) => state !== 'ok')).toMatchObject([
      { subject: 'lambda:InvokeFunction', state: 'warning' },
    ]);
  });

  it.each(['elasticloadbalancing:DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetHealth'])(
    'without %s there is no estimate',
    async (action) => {
      expect((await examine(forbidden(action))).size).toMatchObject({ known: false, kind: 'forbidden' });
    },
  );
});

describe('what is not as it should be', () => {
  const subnets = world.subnets.map((one) => ({ ...one, availableAddresses: 3 }));
  const asleep = account.functions.map((one) => ({ ...one, state: 'Inactive', stateReason: 'It was idle.' }));
  const unmade = account.functions.map((one) => ({ ...one, lastUpdateStatus: 'Failed' }));
  const rolledBack = account.stacks.map((one) => ({ ...one, status: 'UPDATE_ROLLBACK_COMPLETE' }));
  const home = { ...TRAIL, homeRegion: world.region, isMultiRegion: false };

  it.each<[string, ShopOptions, GroundPart, readonly string[]]>([
    ['no trail', { account: { ...account, trails: [] } }, 'trail', ['missing']],
    [
      'a trail of elsewhere',
      { account: { ...account, trails: [{ ...TRAIL, isMultiRegion: false }] } },
      'trail',
      ['missing'],
    ],
    ['a trail of here', { account: { ...account, trails: [home] } }, 'trail', ['ok']],
    [
      'a trail that is stopped',
      { account: { ...account, trails: [{ ...TRAIL, isLogging: false }] } },
      'trail',
      ['missing'],
    ],
    [
      'a new account',
      { account: { ...account, concurrency: { limit: 10, unreserved: 10 } } },
      'concurrency',
      ['warning'],
    ],
    ['little room', { world: { ...world, subnets } }, 'subnets', Array(5).fill('warning')],
    ['functions at rest', { account: { ...account, functions: asleep } }, 'probers', asleep.map(() => 'warning')],
    ['functions that are gone', { account: { ...account, functions: [] } }, 'probers', asleep.map(() => 'missing')],
    ['nothing deployed', { account: { trails: [TRAIL] } }, 'deployment', ['warning']],
    ['an update that failed', { account: { ...account, functions: unmade } }, 'probers', unmade.map(() => 'missing')],
    ['a stack that is rolled back', { account: { ...account, stacks: rolledBack } }, 'deployment', ['warning']],
    ['another version', { account: deployedShop(world, { version: '0.0.1' }) }, 'deployment', ['warning']],
    [
      'a load balancer that is gone',
      { world: { ...world, loadBalancers: world.loadBalancers.slice(1) } },
      'configuration',
      ['missing'],
    ],
  ])('%s', async (_, options, part, states) => {
    expect(statesOf((await examine(options)).lines, part)).toEqual(states);
  });

  it.each<[string, Beating, readonly string[]]>([
    ['beats', {}, ['ok', 'ok']],
    ['stopped', { beats: false }, ['missing', 'missing']],
    ['is new', { looked: false, beats: false }, ['warning', 'missing']],
    ['has no alarm', { alarm: false }, ['warning', 'ok']],
    ['tells nobody', { tells: false }, ['warning', 'ok']],
  ])('a heartbeat that %s', async (_, beating, states) => {
    expect(statesOf((await examine({}, planned, beating)).lines, 'heartbeat')).toEqual(states);
  });

  const [topic] = account.topics;
  it.each<[string, number, number, string, RegExp]>([
    ['somebody', 2, 0, 'ok', /^2 subscribed\.$/],
    ['somebody who has not confirmed', 1, 1, 'warning', /1 not confirmed/],
    ['nobody', 0, 0, 'warning', /^Nobody is subscribed/],
  ])('messages go to %s', async (_, confirmed, pending, state, says) => {
    const topics = [{ arn: topic?.arn ?? '', confirmed, pending }];
    const { lines } = await examine({ account: { ...account, topics } });
    expect(lines.filter(({ part }) => part === 'messages')).toMatchObject([
      { subject: topic?.arn, state, says: expect.stringMatching(says) },
    ]);
  });

  it('many stacks are looked through', async () => {
    const others = Array.from({ length: 230 }, (_, index) => ({
      name: `s-${index}`,
      status: 'CREATE_COMPLETE',
      outputs: {},
    }));
    const { lines, calls } = await examine({ account: { ...account, stacks: [...others, ...account.stacks] } });
    expect(statesOf(lines, 'deployment')).toEqual(['ok']);
    expect(calls['cloudformation:DescribeStacks']).toBe(3);
  });
});

it('looks at the subnets of planned watches, and counts them', async () => {
  const watches = [{ name: 'a', subnets: [world.subnets[0]?.id ?? '', 'subnet-0fff'], dualStack: false }];
  const deployments = planned.deployments.map((one) => ({ ...one, loadBalancers: [], watches }));
  const { lines, size } = await examine({}, { ...planned, deployments });
  expect(lines.filter(({ part }) => part === 'subnets')).toMatchObject([
    { state: 'ok', says: '1 subnet has 8 or more.' },
    { state: 'missing', subject: 'subnet-0fff' },
  ]);
  expect(size).toMatchObject({ known: true, value: { loadBalancers: 0, watches: [2] } });
});

it('knows which subnets have no IPv6 range, though they are said to', async () => {
  const deployments = planned.deployments.map(({ loadBalancers, ...one }) => {
    return { ...one, loadBalancers: loadBalancers.map((its) => ({ ...its, dualStack: true })) };
  });
  const plan = { ...planned, deployments };
  const told = async (options: ShopOptions) => statesOf((await examine(options, plan)).lines, 'configuration');
  expect(
    await told({ world: { ...world, subnets: world.subnets.map((one) => ({ ...one, ipv6Cidrs: ['fd12::/64'] })) } }),
  ).toEqual(['ok']);
  expect(await told({ world: { ...world, subnets: world.subnets.map((one) => ({ ...one, ipv6Cidrs: [] })) } })).toEqual(
    ['missing', 'missing'],
  );
  expect(await told(forbidden('ec2:DescribeSubnets'))).toEqual(['unknown', 'unknown']);
});

it('without a configuration all load balancers are looked at', async () => {
  const { lines, size } = await examine({}, null);
  expect(statesOf(lines, 'configuration')).toEqual(['warning']);
  expect(statesOf(lines, 'subnets')).toEqual(['ok']);
  expect(size).toMatchObject({ known: true, value: { loadBalancers: 2 } });
});

it('without a configuration, load balancers that could not be read leave their subnets unknown', async () => {
  const { lines } = await examine(forbidden('elasticloadbalancing:DescribeLoadBalancers'), null);
  expect(statesOf(lines, 'subnets')).toEqual(['unknown']);
});

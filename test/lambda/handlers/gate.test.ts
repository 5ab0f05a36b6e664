import { describe, expect, it, vi } from 'vitest';
import { gateShop, targets } from '../gate/gate-shop.ts';
import { stdoutLines } from '../publish/stdout-lines.ts';

const ID = 'd-ABCDEF123';
const hook = { DeploymentId: ID, LifecycleEventHookExecutionId: 'one' };
const deployment = {
  ...{ id: ID, deploymentGroup: 'shop/web', createTime: '2026-01-10T12:00:00.000Z', executions: ['one'] },
};

const ELSEWHERE = 'arn:aws:elasticloadbalancing:us-east-1:999999999999:loadbalancer/app/shop-web/50dc6c495c0c9188';
const ecs = {
  ...{ executionId: 'one', lifecycleStage: 'POST_SCALE_UP', resourceArn: 'arn:aws:ecs:eu-west-1:1:deployment/one' },
  executionDetails: { targetServiceRevisionArn: 'arn:aws:ecs:eu-west-1:1:service-revision/one' },
};

/** A freshly started function. */
async function deployed(environment: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.resetModules();
  return (await import('../../../lambda/handlers/gate.ts')).handler;
}

it('passes, through the deployed probers, with nothing but its environment', async () => {
  await gateShop();
  const handler = await deployed({ ORIGIN_DOCTOR_GATE_STABLE: '1' });
  expect(await handler({})).toMatchObject({ verdict: 'passed', report: { loadBalancers: [{ name: 'shop-web' }] } });
});

it('tells CodeDeploy', async () => {
  const { received } = await gateShop([deployment]);
  const handler = await deployed({ ORIGIN_DOCTOR_GATE_STABLE: '1' });
  await handler(hook, { getRemainingTimeInMillis: () => 900_000 });
  expect(received).toEqual([{ kind: 'hook-status', deploymentId: ID, executionId: 'one', status: 'Succeeded' }]);
});

it('invokes itself where its time is up', async () => {
  const { received, goneOn } = await gateShop([deployment]);
  const handler = await deployed({ ORIGIN_DOCTOR_GATE_STABLE: '2' });
  const answer = await handler(hook, { functionName: 'gate', getRemainingTimeInMillis: () => 1_000 });
  expect(answer).toMatchObject({ status: 'InProgress' });
  expect(goneOn).toEqual([{ functionName: 'gate', payload: { ...hook, turn: 2 } }]);
  expect(received).toEqual([]);
});

it('tells CodeDeploy even where it cannot read what it is deployed with, and throws to everybody else', async () => {
  const { received } = await gateShop([deployment]);
  const handler = await deployed({ ORIGIN_DOCTOR_GATE_STABLE: 'three' });
  const why = /ORIGIN_DOCTOR_GATE_STABLE: a whole number is needed/;
  expect(await handler(hook)).toMatchObject({ status: 'Failed', reason: expect.stringMatching(why) });
  expect(received).toMatchObject([{ kind: 'hook-status', status: 'Failed' }]);
  await expect(handler({})).rejects.toThrow(why);
});

it('registers again only where its environment allows it', async () => {
  const { world } = await gateShop();
  const event = { readmit: [`web:${targets.at(-1)?.id}`] };
  await expect((await deployed())(event)).rejects.toThrow(/does not allow it/);
  const allowed = await deployed({ ORIGIN_DOCTOR_GATE_READMIT: 'true', ORIGIN_DOCTOR_GATE_STABLE: '1' });
  expect(await allowed(event)).toMatchObject({ verdict: 'passed', readmitted: event.readmit });
  expect(
    Object.values(world().registrations)
      .flat()
      .map(({ id }) => id),
  ).toContain(targets.at(-1)?.id);
});

it.each([
  ['of a shape unknown', { lifecycleStage: 7 }],
  ['with a field that is misspelt', { loadBalancer: ['shop-web'] }],
])('refuses an event %s, counts it and dials nothing', async (_, event) => {
  await gateShop();
  const lines = stdoutLines();
  await expect((await deployed())(event)).rejects.toThrow('the event cannot be read');
  expect(lines().filter((line) => line.includes('"RefusedEvents":1'))).toHaveLength(1);
});

const OTHER =
  'This deployment does not watch the load balancer "shop-orders"; of those that it does, the likest: shop-web.';

it.each([
  ['by name', ['shop-web', 'shop-orders'], OTHER],
  ['by the ARN of another account', [ELSEWHERE], ELSEWHERE],
])('refuses a load balancer that nobody watches, %s, and counts it', async (_, loadBalancers, why) => {
  const { world } = await gateShop();
  const arns = world().loadBalancers.flatMap(({ arn, name }) => (name === 'shop-web' ? arn : []));
  const handler = await deployed({ ORIGIN_DOCTOR_LOAD_BALANCERS: JSON.stringify(arns) });
  const lines = stdoutLines();
  await expect(handler({ loadBalancers })).rejects.toThrow(why);
  expect(await handler({ ...ecs, hookDetails: { loadBalancers } })).toMatchObject({ hookStatus: 'FAILED' });
  expect(lines().filter((line) => line.includes('"RefusedEvents":1'))).toHaveLength(2);
});

it.each([
  ['by name, where it is watched by ARN', (arn: string) => [arn], () => ['shop-web']],
  ['by ARN, where it is watched by name', () => ['shop-web'], (arn: string) => [arn]],
])('looks at one that is watched, %s', async (_, watched, named) => {
  const { world } = await gateShop();
  const arn = world().loadBalancers.find(({ name }) => name === 'shop-web')?.arn ?? '';
  const LISTED = { ORIGIN_DOCTOR_LOAD_BALANCERS: JSON.stringify(watched(arn)), ORIGIN_DOCTOR_GATE_STABLE: '1' };
  expect(await (await deployed(LISTED))({ loadBalancers: named(arn) })).toMatchObject({ verdict: 'passed' });
});

it('looks at any, where all are watched', async () => {
  await gateShop();
  const handler = await deployed({ ORIGIN_DOCTOR_LOAD_BALANCERS: '[]', ORIGIN_DOCTOR_GATE_TIMEOUT_SECONDS: '1' });
  const answer = await handler({ loadBalancers: ['shop-orders'], pauseSeconds: 1 });
  expect(answer).toMatchObject({ report: { loadBalancers: [{ name: 'shop-orders' }] } });
});

it('tells its caller in time, also where a prober never answers', async () => {
  const { hang } = await gateShop();
  hang();
  const answer = await (await deployed())({}, { getRemainingTimeInMillis: () => 500 });
  expect(answer).toMatchObject({ verdict: 'unknown', reason: expect.stringMatching(/^The caller's time was up/) });
});

it('is not held up by another load balancer that is gone, and tells of it', async () => {
  await gateShop();
  const gone = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/old/0123456789abcdef';
  const LISTED = { ORIGIN_DOCTOR_LOAD_BALANCERS: JSON.stringify(['shop-web', 'old']), ORIGIN_DOCTOR_GATE_STABLE: '1' };
  const handler = await deployed(LISTED);
  expect(await handler({})).toMatchObject({ verdict: 'passed', gone: ['old'], report: { status: 3 } });
  await expect(handler({ loadBalancers: [gone] })).rejects.toThrow('There is no load balancer');
});

const WATCH = {
  name: 'orders-db',
  from: { vpcId: 'vpc-0a', subnets: ['subnet-0a'], securityGroups: [] },
  to: { host: '10.0.0.9', port: 5432 },
};
const ONLY_WATCHES = { ORIGIN_DOCTOR_LOAD_BALANCERS: '[]', ORIGIN_DOCTOR_WATCHES: JSON.stringify([WATCH]) };
const BOTH = { ORIGIN_DOCTOR_WATCHES: JSON.stringify([WATCH]) };
const NO_BALANCER = /This deployment watches no load balancer, and so has nothing for a gate to look at/;
const A_WATCH = /orders-db is a watched path; the gate looks at load balancers/;
const ALL_GONE = /None of the load balancers that are watched is there any more/;

describe('never passes where it looks at nothing', () => {
  it.each<[string, Record<string, string>, object, RegExp]>([
    ['only paths are watched', ONLY_WATCHES, {}, NO_BALANCER],
    ["a watched path's name is given", BOTH, { loadBalancers: ['orders-db'] }, A_WATCH],
    ["a watched path's name is given beside another", BOTH, { loadBalancers: ['orders-db', 'shop-web'] }, A_WATCH],
    ['all are gone', { ORIGIN_DOCTOR_LOAD_BALANCERS: '["old"]' }, {}, ALL_GONE],
    ['all are gone, and a path is watched', { ...BOTH, ORIGIN_DOCTOR_LOAD_BALANCERS: '["old"]' }, {}, ALL_GONE],
  ])('to whoever calls: %s', async (_, environment, event, why) => {
    await gateShop();
    await expect((await deployed(environment))(event)).rejects.toThrow(why);
  });

  it.each([
    ['only paths are watched', ONLY_WATCHES, NO_BALANCER],
    ['all are gone', { ORIGIN_DOCTOR_LOAD_BALANCERS: '["old"]' }, ALL_GONE],
  ])('to CodeDeploy: %s', async (_, environment, why) => {
    const { received } = await gateShop([deployment]);
    const handler = await deployed({ ...environment, ORIGIN_DOCTOR_GATE_TIMEOUT_SECONDS: '1' });
    expect(await handler(hook)).toMatchObject({ status: 'Failed', reason: expect.stringMatching(why) });
    expect(received).toMatchObject([{ kind: 'hook-status', status: 'Failed' }]);
  });

  it.each([
    ['only paths are watched', ONLY_WATCHES, {}, { hookStatus: 'FAILED' }],
    ["a watched path's name is given", BOTH, { loadBalancers: ['orders-db'] }, { hookStatus: 'FAILED' }],
    ['all are gone', { ORIGIN_DOCTOR_LOAD_BALANCERS: '["old"]' }, {}, { hookStatus: 'IN_PROGRESS' }],
  ])('to ECS: %s', async (_, environment, hookDetails, answer) => {
    await gateShop();
    const handler = await deployed({ ...environment, ORIGIN_DOCTOR_GATE_STABLE: '1' });
    expect(await handler({ ...ecs, hookDetails })).toMatchObject(answer);
  });

  it('but passes by load balancers where paths are watched too', async () => {
    await gateShop();
    const handler = await deployed({ ...BOTH, ORIGIN_DOCTOR_GATE_STABLE: '1' });
    expect(await handler({})).toMatchObject({ verdict: 'passed', report: { loadBalancers: [{ name: 'shop-web' }] } });
  });
});

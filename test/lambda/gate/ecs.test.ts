import { expect, it } from 'vitest';
import { answerEvent } from '../../../lambda/gate/doors/answer-event.ts';
import type { GateGround } from '../../../lambda/gate/gate-ground.ts';
import { gateShop, targets, web } from './gate-shop.ts';

const GREEN = 'arn:aws:ecs:eu-west-1:123456789012:service-revision/shop/web/9313423515462893900';
const BLUE = 'arn:aws:ecs:eu-west-1:123456789012:service-revision/shop/web/1920498462936580504';
const fresh = targets.at(-1) ?? { id: '', address: '' };

function event(lifecycleStage: string, changes: object = {}, details: object = {}) {
  return {
    executionId: `execution of ${lifecycleStage}`,
    lifecycleStage,
    resourceArn: 'arn:aws:ecs:eu-west-1:123456789012:service-deployment/shop/web/EZe5RNVLH6PPzHXINuP28',
    executionDetails: {
      serviceArn: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/web',
      ...{ targetServiceRevisionArn: GREEN, testTrafficWeights: {}, productionTrafficWeights: {}, ...details },
    },
    ...changes,
  };
}

/** Calls as ECS does: again and again with what was answered the last time, each call as an execution of its own. */
async function called(ground: GateGround, hook: ReturnType<typeof event>, most = 10): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  let hookDetails: object = 'hookDetails' in hook ? (hook.hookDetails as object) : {};
  for (let call = 0; call < most; call += 1) {
    const answer = await answerEvent(ground, { ...hook, executionId: `${hook.executionId}, ${call}`, hookDetails });
    answers.push(answer);
    if (!('hookStatus' in answer) || answer.hookStatus !== 'IN_PROGRESS') return answers;
    expect(answer.callBackDelay).toBe(30);
    hookDetails = { ...hookDetails, ...answer.hookDetails };
  }
  return answers;
}

const SUCCEEDED = { hookStatus: 'SUCCEEDED' };
const patient = (ground: GateGround): GateGround => ({ ...ground, rules: { stable: 2, timeoutSeconds: 60 } });
const hasty = (ground: GateGround): GateGround => ({ ...ground, rules: { stable: 2, timeoutSeconds: 0 } });

it('keeps the baseline before the new tasks run, and lets them take traffic when they accept connections', async () => {
  const { ground, deploy } = await gateShop();
  expect(await called(patient(ground), event('PRE_SCALE_UP'))).toEqual([SUCCEEDED]);
  deploy();
  const answers = await called(patient(ground), event('POST_SCALE_UP', { hookDetails: { mine: 'stays' } }));
  expect(answers).toMatchObject([{ hookStatus: 'IN_PROGRESS', hookDetails: { mine: 'stays' } }, SUCCEEDED]);
});

it('rolls back where a new task refuses, and stays with it', async () => {
  const { ground, deploy, closed, log } = await gateShop();
  await called(ground, event('PRE_SCALE_UP'));
  closed.add(fresh.address);
  deploy();
  expect(await called(hasty(ground), event('POST_SCALE_UP'))).toEqual([{ hookStatus: 'FAILED' }]);
  expect(JSON.stringify(log)).toContain('target-port-closed');
  closed.clear();
  expect(await called(patient(ground), event('POST_SCALE_UP'))).toEqual([{ hookStatus: 'FAILED' }]);
});

it('does not let a fault that stood before block its mend, and does where it kept no baseline', async () => {
  const { ground, deploy, closed } = await gateShop();
  closed.add(targets[0]?.address ?? '');
  await called(ground, event('RECONCILE_SERVICE'));
  deploy();
  expect((await called(patient(ground), event('POST_SCALE_UP'))).at(-1)).toEqual(SUCCEEDED);
  const other = { resourceArn: 'arn:aws:ecs:eu-west-1:123456789012:service-deployment/shop/web/other' };
  expect(await called(hasty(ground), event('POST_SCALE_UP', other))).toEqual([{ hookStatus: 'FAILED' }]);
});

it.each([
  [
    'production traffic goes back',
    'PRODUCTION_TRAFFIC_SHIFT',
    { productionTrafficWeights: { [GREEN]: 0, [BLUE]: 100 } },
    true,
  ],
  ['test traffic goes back', 'TEST_TRAFFIC_SHIFT', { testTrafficWeights: { [GREEN]: 0, [BLUE]: 100 } }, true],
  [
    'production traffic comes',
    'PRODUCTION_TRAFFIC_SHIFT',
    { productionTrafficWeights: { [GREEN]: 100, [BLUE]: 0 } },
    false,
  ],
  ['a tenth of it comes', 'PRODUCTION_TRAFFIC_SHIFT', { productionTrafficWeights: { [GREEN]: 10, [BLUE]: 90 } }, false],
  [
    'it is about to come',
    'PRE_PRODUCTION_TRAFFIC_SHIFT',
    { productionTrafficWeights: { [GREEN]: 0, [BLUE]: 100 } },
    false,
  ],
])('never hinders a rollback: %s', async (_, stage, weights, isRollback) => {
  const { ground, deploy, closed } = await gateShop();
  closed.add(fresh.address);
  deploy();
  const answers = await called(hasty(ground), event(stage, {}, weights));
  expect(answers).toEqual([{ hookStatus: isRollback ? 'SUCCEEDED' : 'FAILED' }]);
});

it.each([
  ['accepts connections', false, 'SUCCEEDED'],
  ['refuses them', true, 'FAILED'],
])('looks at a group that no load balancer uses yet, whose target %s', async (_, isClosed, hookStatus) => {
  const { ground, closed, apply } = await gateShop();
  const arn = web.arn.replace('/web/', '/green/');
  apply((world) => ({
    ...world,
    targetGroups: [...world.targetGroups, { ...web, arn, name: 'green', loadBalancerArns: [] }],
    registrations: { ...world.registrations, [arn]: [] },
  }));
  const hookDetails = { targetGroups: [arn], stable: 1, timeoutSeconds: 1, loadBalancers: ['shop-web'] };
  await called(ground, event('PRE_SCALE_UP', { hookDetails }));
  if (isClosed) closed.add(fresh.address);
  const target = { id: fresh.id, port: 8080, zone: null };
  apply((world) => ({ ...world, registrations: { ...world.registrations, [arn]: [target] } }));
  const rules = { stable: 1, timeoutSeconds: isClosed ? 1 : 60 };
  const answers = await called({ ...ground, rules }, event('POST_SCALE_UP', { hookDetails }), 50);
  expect(answers.at(-1)).toEqual({ hookStatus });
});

it('looks anew at each stage, although what it answered comes back to the hook at all of them', async () => {
  const { ground, deploy, closed } = await gateShop();
  await called(patient(ground), event('PRE_SCALE_UP'));
  deploy();
  const [first, last] = await called(patient(ground), event('POST_SCALE_UP'));
  expect(last).toEqual(SUCCEEDED);
  closed.add(fresh.address);
  const { hookDetails } = first as { hookDetails: object };
  const later = await called(hasty(ground), event('POST_TEST_TRAFFIC_SHIFT', { hookDetails }));
  expect(later).toEqual([{ hookStatus: 'FAILED' }]);
});

it('looks anew at each step of traffic', async () => {
  const { ground, deploy, closed } = await gateShop();
  await called(patient(ground), event('PRE_SCALE_UP'));
  deploy();
  const step = (share: number, hookDetails: object) =>
    event(
      'PRODUCTION_TRAFFIC_SHIFT',
      { hookDetails },
      { productionTrafficWeights: { [GREEN]: share, [BLUE]: 100 - share } },
    );
  const [first, last] = await called(patient(ground), step(10, {}));
  expect(last).toEqual(SUCCEEDED);
  closed.add(fresh.address);
  const { hookDetails } = first as { hookDetails: object };
  expect(await called(hasty(ground), step(50, hookDetails))).toEqual([{ hookStatus: 'FAILED' }]);
  expect(await called(hasty(ground), step(10, hookDetails))).toEqual([SUCCEEDED]);
});

it('refuses an empty list of load balancers', async () => {
  const { ground, refused } = await gateShop();
  const hook = event('POST_SCALE_UP', { hookDetails: { loadBalancers: [] } });
  await expect(answerEvent(ground, hook)).rejects.toThrow(
    /hookDetails\.loadBalancers: name at least one, or leave it out/,
  );
  expect(refused).toHaveLength(1);
});

it('fails where the group that it is told of is not there', async () => {
  const { ground, log } = await gateShop();
  const answers = await called(hasty(ground), event('POST_SCALE_UP', { hookDetails: { targetGroups: ['gren'] } }));
  expect(answers).toEqual([{ hookStatus: 'FAILED' }]);
  expect(JSON.stringify(log)).toMatch(/There is no target group \\"gren\\"; there are: api, web, orders/);
});

it('fails, and says why, where it has no table', async () => {
  const { ground, log } = await gateShop();
  expect(await called({ ...ground, table: null }, event('POST_SCALE_UP'))).toEqual([{ hookStatus: 'FAILED' }]);
  expect(JSON.stringify(log)).toContain('the gate has no table');
});

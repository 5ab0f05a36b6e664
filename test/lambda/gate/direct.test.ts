import { expect, it } from 'vitest';
import { answerEvent } from '../../../lambda/gate/doors/answer-event.ts';
import { readBaseline } from '../../../lambda/gate/read-baseline.ts';
import { check } from '../../../lambda/join/check.ts';
import { gateShop, targets, web } from './gate-shop.ts';

const fresh = targets.at(-1) ?? { id: '', address: '' };
const again = `web:${fresh.id}`;

const NONE_OMITTED = { findings: 0, targetGroups: 0, endpoints: 0, unread: 0 };
const CUT = 'truncated: it does not hold all that stood; name the load balancers in check';

type Shop = Awaited<ReturnType<typeof gateShop>>;

/** What stands now, as `check --output json` would save it. */
async function saved({ ground: { clients, now } }: Shop) {
  const trigger = { kind: 'cli', detail: null } as const;
  const { report } = await check({
    ...{ clients, names: ['shop-web'], dial: null, local: null, memory: null, trigger, now },
  });
  return JSON.parse(JSON.stringify(report));
}

it.each([
  ['accepts connections', false, { verdict: 'passed', newEndpoints: 1 }],
  ['refuses them', true, { verdict: 'held', findings: [expect.objectContaining({ code: 'target-port-closed' })] }],
])('goes by a saved report, where the new target %s', async (_, isClosed, expected) => {
  const shop = await gateShop();
  const baseline = await saved(shop);
  if (isClosed) shop.closed.add(fresh.address);
  shop.deploy();
  const answer = await answerEvent(shop.ground, { loadBalancers: ['shop-web'], stable: 2, baseline });
  expect(answer).toMatchObject({ schemaVersion: 1, ...expected, report: { loadBalancers: [{ name: 'shop-web' }] } });
});

it.each<[string, object, string | null]>([
  ['whole', {}, null],
  ['without its paths', { truncated: 'paths' }, null],
  ['without some findings', { truncated: 'subjects', omitted: { ...NONE_OMITTED, findings: 3 } }, null],
  ['without some endpoints', { truncated: 'subjects', omitted: { ...NONE_OMITTED, endpoints: 1 } }, CUT],
  ['without some target groups', { truncated: 'subjects', omitted: { ...NONE_OMITTED, targetGroups: 1 } }, CUT],
  ['of an earlier version, and shortened', { truncated: true }, CUT],
])('goes by a report %s only where all that stood is in it', async (_, changes, problem) => {
  const shop = await gateShop();
  const read = readBaseline({ ...(await saved(shop)), ...changes });
  expect('problem' in read ? read.problem : null).toBe(problem);
  if ('baseline' in read) expect(read.baseline.targets.length).toBeGreaterThan(0);
});

it('takes what it sees first for what stood, where it is given nothing', async () => {
  const shop = await gateShop();
  shop.closed.add(targets[0]?.address ?? '');
  const answer = await answerEvent(shop.ground, {});
  expect(answer).toMatchObject({ verdict: 'passed', checks: 2, newEndpoints: 0 });
  expect(answer).toMatchObject({ reason: expect.stringMatching(/^Nothing was registered since/) });
});

it('could not tell, where its caller has no time left', async () => {
  const { ground } = await gateShop();
  const answer = await answerEvent({ ...ground, finishBy: new Date(0) }, { timeoutSeconds: 600 });
  expect(answer).toMatchObject({ verdict: 'unknown', reason: expect.stringMatching(/^The caller's time was up/) });
});

it('goes on in another call where it stood, with its own timeout', async () => {
  const shop = await gateShop();
  const short = { loadBalancers: ['shop-web'], stable: 3, pauseSeconds: 1, waitSeconds: 1 };
  const first = await answerEvent(shop.ground, short);
  expect(first).toMatchObject({ verdict: 'unknown', standing: { state: { checks: 1 } } });
  shop.deploy();
  const { standing } = JSON.parse(JSON.stringify(first));
  const next = await answerEvent(shop.ground, { ...short, standing, waitSeconds: 5 });
  expect(next).toMatchObject({ verdict: 'passed', checks: 4, newEndpoints: 1, standing: null });
  const late = { baseline: standing.baseline, state: { ...standing.state, startedAt: '2026-01-10T12:00:00.000Z' } };
  shop.closed.add(fresh.address);
  expect(await answerEvent(shop.ground, { ...short, standing: late })).toMatchObject({ verdict: 'held', checks: 2 });
});

it('looks blindly, and goes on, where only a later call sees nothing', async () => {
  const { ground, apply } = await gateShop();
  const short = { pauseSeconds: 1, waitSeconds: 1 };
  const { standing } = JSON.parse(JSON.stringify(await answerEvent(ground, short)));
  apply((world) => ({ ...world, forbidden: ['elasticloadbalancing:DescribeLoadBalancers'] }));
  const answer = await answerEvent(ground, { ...short, standing });
  expect(answer).toMatchObject({ verdict: 'unknown', standing: { state: { checks: 2, quiet: 0 } } });
});

it('could not tell, where what is registered could not be read', async () => {
  const { ground, apply } = await gateShop();
  apply((world) => ({ ...world, forbidden: ['elasticloadbalancing:DescribeTargetHealth'] }));
  const answer = await answerEvent(ground, { timeoutSeconds: 1 });
  expect(answer).toMatchObject({ verdict: 'unknown', reason: expect.stringMatching(/could not be looked at/) });
});

it.each([
  ['accepts connections', false, 'passed'],
  ['refuses them', true, 'held'],
])('registers a target again only when it has passed: it %s', async (_, isClosed, verdict) => {
  const { ground, closed, world } = await gateShop();
  if (isClosed) closed.add(fresh.address);
  const before = world().registrations[web.arn]?.length ?? 0;
  const answer = await answerEvent({ ...ground, mayReadmit: true }, { readmit: [again] });
  expect(answer).toMatchObject({ verdict, newEndpoints: 1, readmitted: isClosed ? [] : [again] });
  const ids = world().registrations[web.arn]?.map(({ id }) => id) ?? [];
  expect([ids.length - before, ids.includes(fresh.id)]).toEqual(isClosed ? [0, false] : [1, true]);
});

it('registers on the port and in the group that are named', async () => {
  const { ground, world } = await gateShop();
  await answerEvent({ ...ground, mayReadmit: true }, { readmit: [`${web.arn}:${fresh.id}:8080`] });
  expect(world().registrations[web.arn]).toContainEqual({ id: fresh.id, port: 8080, zone: null });
});

it.each([
  ['no target', { readmit: ['web'] }, /readmit\.0: it is TARGETGROUP:TARGET\[:PORT\], not "web"/],
  ['a misspelt field', { timeout: 3 }, /timeout/],
  ['an empty list of load balancers', { loadBalancers: [] }, /loadBalancers: name at least one, or leave it out/],
  ['a standing that is none', { standing: { state: {} } }, /standing\.baseline/],
  ['a baseline that is none', { baseline: { schemaVersion: 2 } }, /^baseline: schemaVersion: /],
  ['no event', 'gate', /the event cannot be read/],
  ['a hook without its execution', { DeploymentId: 'd-1' }, /LifecycleEventHookExecutionId/],
  ['a stage without its deployment', { lifecycleStage: 'POST_SCALE_UP' }, /executionId/],
  ['a load balancer that is not there', { loadBalancers: ['shop-wbe'] }, /There is no load balancer "shop-wbe"/],
])('refuses %s', async (_, event, why) => {
  const { ground } = await gateShop();
  await expect(answerEvent(ground, event)).rejects.toThrow(why);
});

it('does not register anything where the deployment does not allow it', async () => {
  const { ground } = await gateShop();
  await expect(answerEvent(ground, { readmit: [again] })).rejects.toThrow(/readmit: this deployment does not allow it/);
});

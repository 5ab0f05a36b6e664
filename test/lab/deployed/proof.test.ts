import { rmSync } from 'node:fs';
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import {
  AuthorizeSecurityGroupIngressCommand,
  EC2Client,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeployedLab, startDeployed } from '../../../lab/deployed/start-deployed.ts';
import { labFault as portClosed } from '../../../lab/faults/target-port-closed.ts';
import { balancerNamed } from '../../../lab/world/balancer-named.ts';
import { groupNamed } from '../../../lab/world/group-named.ts';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import { instanceNamed } from '../../../lab/world/instance-named.ts';
import type { World } from '../../../lab/world/world.ts';
import { heartbeatAlarm } from '../../../lambda/contract.ts';
import { sample } from '../../lambda/triggers/sample.ts';
import { eventually } from '../eventually.ts';
import { modesHere } from '../modes.ts';
import { actionsOf, changesTold, summariesOf, wordsOf } from './answers.ts';
import { codeDeployments, hookOf } from './code-deployments.ts';
import { here, revocation } from './events.ts';
import { minutes, scale, stateOf, told, valuesOf, within } from './minutes.ts';
import { gateOf, proveGate } from './prove-gate.ts';
import { type Synthesised, synthesise } from './synthesise.ts';
import { withFunction } from './with-function.ts';

const WORLD = healthyWorld(11, 'fast');
const MODES = await modesHere();
let made: Synthesised | undefined;
beforeAll(async () => {
  made = await synthesise(WORLD);
}, 60_000);
afterAll(() => made && rmSync(made.folder, { recursive: true, force: true }));

describe.each(MODES)('a synthesised stack, deployed in a lab in %s mode', { timeout: 40_000 }, (mode) => {
  let lab: DeployedLab;
  /** The world as it was deployed into, with nothing wrong. */
  let well: World;
  let ec2: EC2Client;
  let cloudWatch: CloudWatchClient;
  let name: string;
  // Where what is proven does not depend on how packets move, once is enough.
  const once = it.runIf(mode === MODES[0]);
  const monitor = () => lab.deployment().monitor;
  const alarm = (of: string) => stateOf(lab, `${name}/${of}`);
  const asMonitor = (changes: object) => {
    const { functions, ...rest } = lab.deployment();
    lab.deploy({ ...rest, functions: functions.map((one) => (one.name === monitor() ? { ...one, ...changes } : one)) });
  };

  beforeAll(async () => {
    if (made === undefined) throw new Error('nothing was synthesised');
    name = made.deployment;
    const clock = { now: Date.now, scale };
    const deployments = Object.values(codeDeployments);
    lab = await startDeployed({ world: WORLD, assembly: made.assembly, mode, clock, codeDeployments: deployments });
    well = lab.world();
    const credentials = { accessKeyId: 'somebody', secretAccessKey: 'lab' };
    const access = { endpoint: lab.url, region: WORLD.region, credentials };
    ec2 = new EC2Client(access);
    cloudWatch = new CloudWatchClient(access);
    await eventually('every target is healthy', () => wordsOf(lab).every(({ state }) => state === 'healthy'), 20_000);
  }, 60_000);
  afterAll(async () => {
    ec2?.destroy();
    cloudWatch?.destroy();
    await lab?.close();
  });

  it('beats and counts what connects, and says nothing of a healthy world', async () => {
    await lab.tick();
    await minutes(lab, 2);
    expect(valuesOf(lab, 'Heartbeat', name)).toEqual([1, 1, 1]);
    expect(valuesOf(lab, 'Connected', 'shop-web')).toEqual([5, 5, 5]);
    expect(valuesOf(lab, 'Connected', 'shop-orders')).toEqual([2, 2, 2]);
    expect(alarm(heartbeatAlarm)).toBe('OK');
    expect([...told(lab, 'notification'), ...told(lab, 'event')]).toEqual([]);
  });

  it('tells of a fault once, and again when it is mended, while its alarm goes there and back', async () => {
    await lab.apply(portClosed.change(lab.world()));
    await within(
      lab,
      10,
      'the alarm goes off',
      () => alarm('shop-web/refused') === 'ALARM' && alarm('shop-web') === 'ALARM',
    );
    await within(lab, 5, 'it calls somebody', () => actionsOf(lab, `${name}/shop-web`).length === 1);
    expect(changesTold(lab)).toMatchObject([{ kind: 'began', code: 'target-port-closed' }]);
    expect(told(lab, 'notification')).toHaveLength(1);

    await lab.apply(well);
    await within(
      lab,
      15,
      'the alarm comes back',
      () => alarm('shop-web/refused') === 'OK' && alarm('shop-web') === 'OK',
    );
    expect(changesTold(lab)).toMatchObject([{}, { kind: 'cleared', code: 'target-port-closed' }]);
    expect(told(lab, 'notification')).toHaveLength(2);
  });

  it('checks at once after a change, names who made it, and a doubled event changes nothing', async () => {
    const GroupId = groupNamed(well, 'web');
    const rule = well.securityGroupRules.find((one) => one.groupId === GroupId && !one.egress);
    await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, SecurityGroupRuleIds: [rule?.id ?? ''] }));
    const event = revocation(lab.world(), GroupId, rule?.id ?? '');
    const [summary] = summariesOf(await lab.send(event));
    expect(summary?.trigger).toMatchObject({ kind: 'event' });
    expect(summary?.findings[0]).toMatchObject({ code: 'target-security-group-blocks-load-balancer' });
    expect((await lab.check()).findings[0]).toMatchObject({
      code: 'target-security-group-blocks-load-balancer',
      changedBy: { event: 'RevokeSecurityGroupIngress', who: expect.stringContaining('Alice') },
    });
    const before = { calls: lab.calls()['lambda:InvokeFunction'], told: lab.messages().length };
    expect(await lab.send(event)).toMatchObject([{ payload: { passedOver: expect.any(String) } }]);
    expect({ calls: lab.calls()['lambda:InvokeFunction'], told: lab.messages().length }).toEqual(before);

    const peer = { GroupId: groupNamed(well, 'shop-web') };
    const IpPermissions = [{ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, UserIdGroupPairs: [peer] }];
    await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
    await within(lab, 8, 'it is told that it is mended', () => changesTold(lab).at(-1)?.kind === 'cleared');
  });

  once('follows a deploy until it is stable', async () => {
    const event = here(lab.world(), sample('codedeploy-instance'));
    const detail = { ...sample('codedeploy-instance').detail, instanceId: instanceNamed(well, 'orders-a') };
    const begin = { ...event, id: 'd-1', detail: { ...detail, state: 'START' } };
    expect(summariesOf(await lab.send(begin))).toMatchObject([{ loadBalancers: 1, trigger: { kind: 'event' } }]);
    await lab.send({ ...event, id: 'd-2', detail });
    expect(valuesOf(lab, 'DeployWindow', 'shop-orders')).toContain(1);
    await within(lab, 5, 'its alarm holds others back', () => alarm('shop-orders/deploy-window') === 'ALARM');
    await within(lab, 15, 'it is no longer followed', () => alarm('shop-orders/deploy-window') === 'OK');
  });

  once.each([
    ['another account', () => ({ ...here(WORLD, sample('instance-stopped')), account: '999999999999' }), 1],
    ['a shape unknown', () => ({ ...here(WORLD, sample('instance-stopped')), detail: { state: 7 } }), 1],
    ['what concerns no load balancer', () => here(WORLD, sample('instance-stopped')), 0],
  ] as const)('spends no call on an event of %s', async (_, event, refused) => {
    await lab.tick();
    const before = { calls: { ...lab.calls() }, refused: valuesOf(lab, 'RefusedEvents', name).length };
    expect(await lab.send(event())).toMatchObject([
      { kind: 'answer', payload: { [refused === 1 ? 'refused' : 'passedOver']: expect.any(String) } },
    ]);
    expect(lab.calls()).toEqual(before.calls);
    expect(valuesOf(lab, 'RefusedEvents', name)).toHaveLength(before.refused + refused);
  });

  once('tells once when two checks run at once', async () => {
    const before = { events: told(lab, 'event').length, messages: told(lab, 'notification').length };
    await lab.apply(portClosed.change(lab.world()));
    await Promise.all([lab.tick(), lab.tick()]);
    expect(told(lab, 'event')).toHaveLength(before.events + 1);
    expect(told(lab, 'notification')).toHaveLength(before.messages + 1);
    await lab.apply(well);
    await within(lab, 8, 'it is told that it is mended', () => changesTold(lab).at(-1)?.kind === 'cleared');
  });

  it('has probers that refuse what is outside their ranges', async () => {
    const [prober] = lab.world().probers;
    const endpoints = [{ id: 'stranger', address: '192.0.2.1', port: 80 }];
    expect(await lab.invoke(prober?.name ?? '', { endpoints })).toMatchObject({
      kind: 'function-error',
      payload: { errorMessage: expect.stringMatching(/^refused, nothing was dialled: .*192\.0\.2\.1/) },
    });
  });

  proveGate(once, () => ({ lab, well }));

  once('says that a load balancer is gone, and checks the others', async () => {
    const gone = balancerNamed(well, 'shop-orders');
    await lab.apply({ ...well, loadBalancers: well.loadBalancers.filter(({ arn }) => arn !== gone) });
    expect(summariesOf(await lab.tick())).toMatchObject([{ gone: [gone], loadBalancers: 1 }]);
    expect((await lab.check()).endpoints.map(({ loadBalancer }) => loadBalancer)).toContain(
      balancerNamed(well, 'shop-web'),
    );
    await lab.apply(well);
  });

  once('says when the time did not suffice', async () => {
    const before = lab.deployment().functions.find((one) => one.name === monitor());
    const environment = { ...before?.environment, ORIGIN_DOCTOR_DEADLINE_MS: '4000' };
    asMonitor({ timeoutSeconds: 6, environment });
    const rules = well.securityGroupRules.filter(({ groupId }) => groupId !== groupNamed(well, 'api'));
    await lab.apply({ ...well, securityGroupRules: rules });
    const [summary] = summariesOf(await lab.tick());
    expect(summary?.findings.map(({ code }) => code)).toContain('vantage-point-broken');
    expect(valuesOf(lab, 'Overrun', name)).toEqual([1]);
    await lab.apply(well);
    asMonitor(before ?? {});
  });

  once('needs no more than its role allows, and is refused what that does not', async () => {
    expect(lab.printed().filter((line) => line.includes('not authorized'))).toEqual([]);
    const credentials = { accessKeyId: monitor(), secretAccessKey: 'lab' };
    const own = new EC2Client({ endpoint: lab.url, region: well.region, credentials });
    const change = new RevokeSecurityGroupIngressCommand({
      GroupId: groupNamed(well, 'web'),
      SecurityGroupRuleIds: ['sgr-1'],
    });
    await expect(own.send(change)).rejects.toThrow('not authorized to perform: ec2:RevokeSecurityGroupIngress');
    own.destroy();

    const restore = withFunction(lab, gateOf(lab), { environment: { ORIGIN_DOCTOR_GATE_STABLE: '1' } });
    expect(await lab.invoke(gateOf(lab), hookOf(codeDeployments.foreign))).toMatchObject({
      kind: 'function-error',
      payload: { errorMessage: expect.stringMatching(/not authorized .*codedeploy:PutLifecycle.*group:billing\/api/) },
    });
    restore();
  });

  once('is missed when it stops', async () => {
    const before = lab.deployment().functions.find((one) => one.name === monitor());
    asMonitor({ environment: {} });
    await within(lab, 12, 'the heartbeat is missed', () => alarm(heartbeatAlarm) === 'ALARM');
    expect(actionsOf(lab, `${name}/${heartbeatAlarm}`).at(-1)).toEqual(before?.environment['ORIGIN_DOCTOR_TOPIC']);
    asMonitor(before ?? {});
    await within(lab, 8, 'it is heard again', () => alarm(heartbeatAlarm) === 'OK');
  });

  it('leaves no alarm behind that it made itself', async () => {
    const kept = async () => {
      const { MetricAlarms = [] } = await cloudWatch.send(
        new DescribeAlarmsCommand({ AlarmNamePrefix: `${name}/_kept/` }),
      );
      return MetricAlarms.map(({ AlarmName }) => AlarmName);
    };
    expect(await kept()).not.toEqual([]);
    await lab.remove();
    expect(await kept()).toEqual([]);
  });
});

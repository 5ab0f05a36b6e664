import { expect, it } from 'vitest';
import { known } from '../../../../lambda/model/fact.ts';
import type { TargetGroup } from '../../../../lambda/model/inventory.ts';
import { keptAlarmsOf } from '../../../../lambda/report/metrics/kept-alarms-of.ts';
import { inventory, judged, reported } from '../situation.ts';

const SETTINGS = {
  ...{ prefix: 'Doctor/', deployment: 'Doctor', intervalSeconds: 60, datapointsToAlarm: 2, evaluationPeriods: 3 },
  ...{ pages: 'https://example.org/docs', actions: [] },
};
const [web] = inventory.targetGroups.known ? inventory.targetGroups.value : [];

it.each<[string, Partial<TargetGroup>, number]>([
  ['over HTTP', {}, 3],
  ['over TCP and UDP', { protocol: 'TCP_UDP' }, 3],
  ['over UDP alone', { protocol: 'UDP' }, 0],
  ['that are functions', { targetType: 'lambda', protocol: null, port: null, vpcId: null }, 0],
])('targets %s have so many alarms, also where there is none of them', (_, changes, count) => {
  if (web === undefined) throw new Error('the situation has no target group');
  const report = reported([judged()], { inventory: { ...inventory, targetGroups: known([{ ...web, ...changes }]) } });
  expect(keptAlarmsOf({ ...report, endpoints: [] }, SETTINGS)).toHaveLength(count);
});

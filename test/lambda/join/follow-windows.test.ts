import { expect, it } from 'vitest';
import { followWindows } from '../../../lambda/join/follow-windows.ts';
import type { Ground } from '../../../lambda/join/ground.ts';
import type { Recalled } from '../../../lambda/join/recall.ts';
import { openWindow } from '../../../lambda/memory/open-window.ts';
import { openWindows } from '../../../lambda/memory/open-windows.ts';
import type { Report } from '../../../lambda/model/report.ts';
import { pictureOf } from '../../../lambda/triggers/picture-of.ts';
import { keptTable } from '../memory/kept-table.ts';
import { smallInventory } from '../reachability/small-inventory.ts';

const at = (seconds: number) => new Date(Date.parse('2026-01-10T12:00:00Z') + seconds * 1000).toISOString();
const report = (seconds: number) =>
  ({ checkedAt: at(seconds), loadBalancers: [{ arn: 'alb', name: 'alb' }], endpoints: [] }) as unknown as Report;

it.each<[string, number | null, object]>([
  ['closes a window that is stable', null, {}],
  ['leaves it open for an event that came during the check', 179, { alb: { openedAt: at(179), latestAt: at(179) } }],
])('%s', async (_, during, left) => {
  const { table } = await keptTable();
  const event = (seconds: number) => ({ reason: 'deploy', at: at(seconds), eventId: `${seconds}`, step: null });
  await openWindow(table, 'alb', event(0));
  const { windows } = await openWindows(table, ['alb']);
  if (during !== null) await openWindow(table, 'alb', event(during));
  const pictures = new Map([['alb', [60, 120].map((seconds) => pictureOf(report(seconds), 'alb'))]]);
  const ground = { warm: { pictures }, table, log: { info: () => {} } } as unknown as Ground;
  const made = { report: report(180), recalled: { windows } as Recalled, inventory: smallInventory({}) };
  expect(await followWindows(ground, made)).toEqual([]);
  expect((await openWindows(table, ['alb'])).windows).toMatchObject(left);
  expect(Object.keys((await openWindows(table, ['alb'])).windows)).toEqual(Object.keys(left));
});

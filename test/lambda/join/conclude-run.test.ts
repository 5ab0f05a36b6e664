import { expect, it } from 'vitest';
import { monitorSettings } from '../../../lambda/handlers/monitor-settings.ts';
import { concludeRun } from '../../../lambda/join/conclude-run.ts';
import type { Ground } from '../../../lambda/join/ground.ts';
import { stdoutLines } from '../publish/stdout-lines.ts';
import { inventory } from '../report/situation.ts';
import { healthy } from '../report/told.ts';
import { metricsIn } from './account.ts';

const BEGUN = Date.parse('2026-03-01T02:14:00.000Z');
const settings = monitorSettings({
  ...{ ORIGIN_DOCTOR_PROBERS: '[]', ORIGIN_DOCTOR_LOAD_BALANCERS: '[]' },
  ...{ ORIGIN_DOCTOR_INTERVAL_SECONDS: '60', ORIGIN_DOCTOR_ALARM_PREFIX: 'shop/_kept/' },
});

/** Concludes a run, `seconds` after it began, whose alarms take `alarmSeconds` to keep; gives the overruns that it counted. */
async function overruns(seconds: number, alarmSeconds: number, ranOut = false): Promise<readonly number[]> {
  const lines = stdoutLines();
  let now = BEGUN + seconds * 1000;
  const send = async () => {
    now += alarmSeconds * 1000;
    return {};
  };
  const ground: Pick<Ground, 'settings' | 'table' | 'begunAt' | 'now'> = {
    ...{ settings, table: null },
    begunAt: new Date(BEGUN),
    now: () => new Date(now),
  };
  const others = {
    channels: { eventBus: null, topic: null },
    cloudWatch: { send },
    warm: { pictures: new Map(), memory: {}, alarmsLeft: 0 },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
  const nothing = { memory: { subjects: {} }, parts: {}, versions: null, windows: {}, changedAt: null };
  await concludeRun({ ...ground, ...others } as unknown as Ground, {
    report: { ...healthy(), checkedAt: new Date().toISOString(), trigger: { kind: 'schedule', detail: null } },
    recalled: { ...nothing, changesFor: async () => [] },
    ...{ inventory, whole: true, isFresh: true, ranOut },
  });
  return metricsIn(lines())['Overrun'] ?? [];
}

it.each<{ what: string; run: Parameters<typeof overruns>; counted: readonly number[] }>([
  { what: 'one that ends in time', run: [59, 0], counted: [] },
  { what: 'one that lasts until the next is due', run: [60, 0], counted: [1] },
  { what: 'one whose alarms take too long', run: [50, 10], counted: [1] },
  { what: 'one that lasted too long already', run: [61, 10], counted: [1] },
  { what: 'one that left something out for want of time', run: [50, 0, true], counted: [1] },
])('counts as an overrun, or not: $what', async ({ run, counted }) => {
  expect(await overruns(...run)).toEqual(counted);
});

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { claimCheck } from '../../../lambda/memory/claim-check.ts';
import { closeWindow } from '../../../lambda/memory/close-window.ts';
import { openWindow } from '../../../lambda/memory/open-window.ts';
import { openWindows } from '../../../lambda/memory/open-windows.ts';
import { readMemory } from '../../../lambda/memory/read-memory.ts';
import type { Table } from '../../../lambda/memory/table.ts';
import { writeMemory } from '../../../lambda/memory/write-memory.ts';
import type { Memory } from '../../../lambda/model/memory.ts';
import { keptTable } from './kept-table.ts';

/** Each run speaks to the lab over the wire, in an order of requests and answers that fast-check draws. */
const RUNS = { numRuns: 25 };
const TIMES = fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 3 });
const SORTED = TIMES.map((times) => times.toSorted((one, other) => one - other));

const at = (seconds: number) => new Date(Date.parse('2026-01-10T12:00:00Z') + seconds * 1000).toISOString();

/** The table as a run sees it whose requests go out when the scheduler lets them, and whose answers come back so too. */
function scheduled(table: Table, scheduler: fc.Scheduler): Table {
  const send = async (command: Parameters<DynamoDBClient['send']>[0]) => {
    await scheduler.schedule(Promise.resolve(), 'request');
    const answer = table.client.send(command);
    await scheduler.schedule(
      answer.catch(() => undefined),
      'answer',
    );
    return answer;
  };
  return { ...table, client: { send: send as DynamoDBClient['send'] } };
}

function seenAt(seconds: number): Memory {
  const subject = { seenAt: at(seconds), symptom: null, since: null, lastWell: null, findings: [] };
  return { subjects: { endpoint: subject } };
}

it('two runs that remember never lose what was seen later, nor build on what they have not read', async () => {
  const { table } = await keptTable();
  const rounds = { count: 0 };
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), SORTED, SORTED, async (scheduler, ...times) => {
      rounds.count += 1;
      const arn = `alb-${rounds.count}`;
      const view = scheduled(table, scheduler);
      const written: { readonly base: number; readonly seconds: number }[] = [];
      const run = async (looks: readonly number[]) => {
        for (const seconds of looks) {
          const base = (await readMemory(view, [arn])).versions[arn] ?? 0;
          const outcome = await writeMemory(view, arn, seenAt(seconds), base, at(seconds));
          if (outcome === 'written') written.push({ base, seconds });
        }
      };
      await scheduler.waitFor(Promise.all(times.map(run)));
      const inOrder = written.toSorted((one, other) => one.base - other.base);
      expect(inOrder.map(({ base }) => base)).toEqual(inOrder.map((_write, index) => index));
      const seconds = inOrder.map((write) => write.seconds);
      expect(seconds).toEqual(seconds.toSorted((one, other) => one - other));
      expect(seconds.length).toBeGreaterThan(0);
      const { memory, versions } = await readMemory(table, [arn]);
      expect(memory).toEqual(seenAt(seconds.at(-1) ?? -1));
      expect(versions).toEqual({ [arn]: seconds.length });
    }),
    RUNS,
  );
});

it('two runs that open and close a window leave it as one after the other would', async () => {
  const { table } = await keptTable();
  const rounds = { count: 0 };
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), TIMES, TIMES, async (scheduler, opens, closes) => {
      rounds.count += 1;
      const arn = `alb-${rounds.count}`;
      const view = scheduled(table, scheduler);
      const event = (seconds: number) => ({ reason: 'deploy', at: at(seconds), eventId: `${seconds}`, step: null });
      const opener = async () => {
        for (const seconds of opens) await openWindow(view, arn, event(seconds));
      };
      const closer = async () => {
        for (const seconds of closes) await closeWindow(view, arn, { at: at(seconds), spent: false });
      };
      await scheduler.waitFor(Promise.all([opener(), closer()]));
      const window = (await openWindows(table, [arn])).windows[arn];
      const latest = Math.max(...opens);
      expect(window?.latestAt).toBe(latest > Math.max(...closes) ? at(latest) : undefined);
    }),
    RUNS,
  );
});

it('of several events within the quiet time one wins', async () => {
  const { table } = await keptTable();
  const rounds = { count: 0 };
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), TIMES, async (scheduler, times) => {
      rounds.count += 1;
      const arn = `alb-${rounds.count}`;
      const view = scheduled(table, scheduler);
      const claims = times.map(() => claimCheck(view, arn, 60));
      const won = await scheduler.waitFor(Promise.all(claims));
      expect(won.filter((winner) => winner)).toHaveLength(1);
    }),
    RUNS,
  );
});

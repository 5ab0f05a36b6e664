import { setTimeout as sleep } from 'node:timers/promises';
import type { Diagnosis } from '../lambda/model/diagnosis.ts';
import type { TargetHealth } from '../lambda/model/inventory.ts';
import type { Report } from '../lambda/model/report.ts';
import type { LabFault } from './faults/lab-fault.ts';
import type { Lab } from './lab.ts';
import type { World } from './world/world.ts';

/** What a load balancer says of one target. */
export type Word = { readonly targetGroup: string; readonly health: TargetHealth };

/** One thing that happens in the story. Times in milliseconds; `sinceBreakMs` counts from the change. */
export type StoryEvent =
  | { readonly kind: 'healthy'; readonly report: Report; readonly elapsedMs: number }
  | { readonly kind: 'broken'; readonly faults: readonly LabFault[] }
  | { readonly kind: 'diagnosed'; readonly report: Report; readonly sinceBreakMs: number }
  | { readonly kind: 'waiting'; readonly forMs: number }
  | { readonly kind: 'noticed'; readonly words: readonly Word[]; readonly sinceBreakMs: number }
  | {
      readonly kind: 'confirmed';
      readonly report: Report;
      readonly asExpected: boolean;
      /** Whether the first report said so already: some faults show only once the load balancers have noticed. */
      readonly atOnce: boolean;
    };

/**
 * The main job in five steps: a healthy world is checked, broken, diagnosed at once, left until the load balancers
 * have had their time to notice, and checked again. Rejects when the healthy world does not become healthy.
 */
export async function* story(lab: Lab, faults: readonly LabFault[]): AsyncGenerator<StoryEvent> {
  const patience = slowestNoticeMs(lab.world());
  await until(() => wordsOf(lab).every((word) => word.health.state === 'healthy'), patience);
  const begun = performance.now();
  const healthy = await lab.check();
  yield { kind: 'healthy', report: healthy, elapsedMs: performance.now() - begun };

  yield { kind: 'broken', faults };
  const resources = faults.map((fault) => fault.resourceOf(lab.world()));
  const awaited = [...resources, ...faults.flatMap((fault) => fault.noticedAt?.(lab.world()) ?? [])];
  await lab.apply(faults.reduce((world, fault) => fault.change(world), lab.world()));
  const broken = performance.now();
  const report = await lab.check();
  yield { kind: 'diagnosed', report, sinceBreakMs: performance.now() - broken };

  // What is not a target is not checked by anybody: there is nothing to wait for.
  const checked = awaited.filter((resource) => wordsOf(lab).some(({ health }) => health.target.id === resource));
  if (checked.length > 0) yield { kind: 'waiting', forMs: patience - (performance.now() - broken) };
  const ill = () => wordsOf(lab).filter((word) => word.health.state !== 'healthy');
  const noticed = () => checked.every((resource) => ill().some((word) => word.health.target.id === resource));
  await until(noticed, patience - (performance.now() - broken)).catch(() => {});
  yield { kind: 'noticed', words: ill(), sinceBreakMs: performance.now() - broken };
  const again = await lab.check();
  const atOnce = saysSo(report, faults, resources);
  yield { kind: 'confirmed', report: again, asExpected: saysSo(again, faults, resources), atOnce };
}

/**
 * Whether the report says what was broken: at its target each fault leads, or is named behind another that was asked
 * for. Two faults may well meet at one target.
 */
function saysSo(report: Report, faults: readonly LabFault[], resources: readonly string[]): boolean {
  const asked = faults.map((fault) => fault.code);
  return faults.every((fault, index) =>
    diagnosesOf(report, resources[index] ?? '').some(({ leading, others }) => {
      const named = [leading, ...others].some((finding) => finding?.code === fault.code);
      return named && leading !== null && asked.includes(leading.code);
    }),
  );
}

/** What is said of a target, or of a load balancer or target group as such. */
function diagnosesOf({ loadBalancers, targetGroups, endpoints }: Report, resource: string): readonly Diagnosis[] {
  return [
    ...[...loadBalancers, ...targetGroups].filter(({ arn }) => arn === resource),
    ...endpoints.filter(({ target }) => target.id === resource),
  ].map(({ diagnosis }) => diagnosis);
}

function wordsOf(lab: Lab): Word[] {
  return Object.entries(lab.health()).flatMap(([arn, lines]) =>
    lines.map((health) => ({ targetGroup: arn.split('/')[1] ?? arn, health })),
  );
}

/** The longest that any load balancer may take to call a target unhealthy, with a second for the machine. */
function slowestNoticeMs(world: World): number {
  const times = world.targetGroups.map(
    ({ healthCheck }) => healthCheck.intervalSeconds * healthCheck.unhealthyThreshold + healthCheck.timeoutSeconds,
  );
  return 1000 * (1 + Math.max(...times));
}

async function until(condition: () => boolean, patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!condition()) {
    if (performance.now() > end)
      throw new Error('the world did not become healthy in time; the machine may be too busy');
    await sleep(50);
  }
}

import { answerStoppers } from '../diagnosis/answer-stoppers.ts';
import { endpointsOf } from '../endpoints/endpoints-of.ts';
import { placesOf } from '../endpoints/places-of.ts';
import type { AwsClients } from '../inventory/aws-clients.ts';
import { CannotCheck } from '../inventory/cannot-check.ts';
import type { Missing } from '../inventory/find-load-balancers.ts';
import type { LoadBalancing } from '../inventory/load-balancing.ts';
import { readInventory } from '../inventory/read-inventory.ts';
import { refreshTargetHealth } from '../inventory/refresh-target-health.ts';
import type { Endpoint, VantagePoint } from '../model/endpoint.ts';
import type { Declarations, Evidence } from '../model/evidence.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Memory } from '../model/memory.ts';
import type { Report, Trigger } from '../model/report.ts';
import type { Watch } from '../model/watch.ts';
import type { Dial, DialWork } from '../probe/dial.ts';
import { isNewlyIll } from './is-newly-ill.ts';
import { isOutdated } from './is-outdated.ts';
import { judgeAll } from './judge-all.ts';
import { type Looked, reportOn } from './report-on.ts';
import { standLocal } from './stand-local.ts';

/**
 * What one check needs. `names` are names or ARNs of load balancers, none for all; `watches` are paths without one. `dial` is
 * null where nothing is to be
 * dialled; `local` is the machine to dial from, null for the load balancers' own places; `memory` is what checks before this
 * one saw; `declarations` is what is declared of load balancers, by ARN or name. With `kept`, an inventory of the same load
 * balancers, only the targets' health is read.
 */
export type CheckOptions = {
  readonly clients: AwsClients;
  readonly names: readonly string[] | 'none';
  readonly watches?: readonly Watch[];
  readonly dial: Dial | null;
  readonly local: VantagePoint | null;
  readonly memory: Memory | null;
  readonly declarations?: Declarations;
  readonly kept?: Inventory | null;
  /** What is to be done about a load balancer that is gone; `refuse` by default. */
  readonly missing?: Missing;
  /** Adds to whatever is read of load balancing what is to be looked at besides; nothing by default. */
  readonly extend?: (read: LoadBalancing) => Promise<LoadBalancing>;
  readonly trigger: Trigger;
  readonly now: () => Date;
  /** From then on nothing is read once more; unset: it always is. */
  readonly finishBy?: Date;
};

/** A report, and the inventory that it rests on. `ranOut`: there was no time to read once more what is doubtful. */
export type Checked = { readonly report: Report; readonly inventory: Inventory; readonly ranOut: boolean };

/**
 * The whole way once: reads, dials, judges, reports. The configuration is read once more before anything is blamed where an
 * answer came back on a path that it denies, or where it was kept and somebody is newly ill. Throws `CannotCheck` where there
 * is nothing to go on.
 */
export async function check(options: CheckOptions): Promise<Checked> {
  const {
    clients,
    names,
    watches,
    dial,
    local,
    memory,
    declarations = {},
    kept = null,
    missing,
    extend,
    trigger,
    now,
    finishBy,
  } = options;
  const begun = now();
  const before = { ...clients.calls };
  const read = () => readInventory(clients, { names, watches, missing, extend, now });
  const held = kept === null ? null : await stillGood(clients, kept);
  const inventory = held ?? (await read());
  const work = dial === null ? [] : workOf(inventory, local);
  const results = dial === null ? null : await dial(work);
  const at = now().toISOString();

  const look = (ground: Inventory): Looked => ({
    inventory: ground,
    evidence: judgeAll(ground, { results, local, memory, declarations, at }),
  });
  const first = look(inventory);
  const doubtful = first.evidence.some((one) => isContradicted(one) || (held !== null && isNewlyIll(one, memory)));
  const ranOut = doubtful && finishBy !== undefined && now() >= finishBy;
  const looked = doubtful && !ranOut ? await lookAgain(read, look, first) : first;

  const report = reportOn(looked, {
    ...{ memory, declarations },
    vantagePoints: work.map(({ vantagePoint }) => vantagePoint),
    trigger,
    checkedAt: at,
    cost: {
      apiCalls: since(before, clients.calls),
      probes: (results ?? []).filter(({ attempts }) => attempts > 0).length,
      elapsedMs: now().getTime() - begun.getTime(),
    },
  });
  return { report, inventory: looked.inventory, ranOut };
}

/** The kept inventory with the health of now; null where it no longer serves. */
async function stillGood(clients: AwsClients, kept: Inventory): Promise<Inventory | null> {
  const refreshed = await refreshTargetHealth(clients, kept);
  return isOutdated(kept, refreshed) ? null : refreshed;
}

/** From this machine everything is dialled; from a load balancer's place only what it should reach. */
function workOf(inventory: Inventory, local: VantagePoint | null): readonly DialWork[] {
  const endpoints = endpointsOf(inventory).filter(({ address }) => address !== null);
  if (local !== null) return [{ vantagePoint: standLocal(local, inventory), endpoints }];
  return placesOf(inventory)
    .map((vantagePoint) => ({ vantagePoint, endpoints: endpoints.filter(shouldBeReachedFrom(vantagePoint)) }))
    .filter((work) => work.endpoints.length > 0);
}

function shouldBeReachedFrom({ id }: VantagePoint): (endpoint: Endpoint) => boolean {
  return ({ vantagePoints }) => vantagePoints.includes(id);
}

/** An answer from a place whose path is denied; silence there is what the configuration says. */
function isContradicted(evidence: Evidence): boolean {
  if (evidence.subject !== 'endpoint') return false;
  const { paths, probes } = evidence.facts;
  if (!paths.known || !probes.known) return false;
  const denied = paths.value
    .filter(({ path }) => answerStoppers(path).length > 0)
    .map(({ vantagePoint }) => vantagePoint.id);
  return probes.value.some(({ vantagePoint, outcome }) => denied.includes(vantagePoint) && ANSWERS.includes(outcome));
}

const ANSWERS = ['connected', 'refused', 'reset', 'closed-early'];

/** What was seen first stands where the second reading fails as a whole. */
async function lookAgain(
  read: () => Promise<Inventory>,
  look: (inventory: Inventory) => Looked,
  first: Looked,
): Promise<Looked> {
  try {
    return look(await read());
  } catch (error) {
    if (error instanceof CannotCheck) return first;
    throw error;
  }
}

/** What was called since `before`; clients of a warm function count on. */
function since(
  before: Readonly<Record<string, number>>,
  now: Readonly<Record<string, number>>,
): Record<string, number> {
  const calls = Object.entries(now).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
  return Object.fromEntries(calls.filter(([, count]) => count > 0));
}

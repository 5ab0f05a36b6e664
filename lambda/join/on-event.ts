import { CannotCheck } from '../inventory/cannot-check.ts';
import { readInventory } from '../inventory/read-inventory.ts';
import { claimCheck } from '../memory/claim-check.ts';
import { firstSeen } from '../memory/first-seen.ts';
import { markConfigurationChanged } from '../memory/mark-configuration-changed.ts';
import { openWindow } from '../memory/open-window.ts';
import { recordChange } from '../memory/record-change.ts';
import type { Table } from '../memory/table.ts';
import { TableError } from '../memory/table-error.ts';
import type { WindowEvent } from '../memory/with-event.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Report } from '../model/report.ts';
import { changeOf } from '../triggers/change-of.ts';
import { type Concerned, concernedLoadBalancers } from '../triggers/concerned-load-balancers.ts';
import type { ChangeTrigger, DeployTrigger } from '../triggers/monitor-trigger.ts';
import { quietsAlarms } from '../triggers/quiets-alarms.ts';
import type { Ground, Warm } from './ground.ts';
import { runCheck } from './run-check.ts';
import { scopeOf } from './scope-of.ts';

/** Events of one deploy come in bursts: one of those within this time is checked at once, the schedule sees to the rest. */
const QUIET_SECONDS = 10;

type PassedOver = { readonly passedOver: string };

/**
 * A deploy or a change of configuration. One that concerns no watched load balancer costs no call. Else it is remembered
 * once, however often it comes, opens the window of each load balancer of which it names something, unless it merely replaces
 * targets, and has those checked at once that no other event of the last seconds has.
 */
export async function onEvent(trigger: DeployTrigger | ChangeTrigger, ground: Ground): Promise<Report | PassedOver> {
  const { warm, log } = ground;
  // A cold function knows of no load balancer yet.
  const concerned = concernedLoadBalancers(trigger, warm.lastRead ?? (await readAll(ground)));
  if (concerned.loadBalancers.length === 0) return passedOver(`${trigger.summary}: ${concerned.why}`);
  if (trigger.kind === 'change') Object.assign(warm, NOTHING_KNOWN);
  const claimed = await remember(trigger, concerned, ground);
  if (claimed.length === 0)
    return passedOver(`${trigger.summary}: it is known, or its load balancers are being checked`);
  return runCheck(ground, { names: claimed, trigger: { kind: 'event', detail: trigger.summary } });

  function passedOver(reason: string): PassedOver {
    log.info('passed over', { why: reason });
    return { passedOver: reason };
  }
}

const NOTHING_KNOWN: Pick<Warm, 'inventory' | 'lastRead'> = { inventory: null, lastRead: null };

async function readAll({ clients, settings, warm, now }: Ground): Promise<Inventory> {
  const inventory = await readInventory(clients, { ...scopeOf(null, settings), missing: 'pass-over', now });
  if (settings.loadBalancers.length > 0 && inventory.loadBalancers.length === 0 && inventory.watches === undefined) {
    throw new CannotCheck('None of the load balancers that are watched is there any more.');
  }
  Object.assign(warm, { inventory, lastRead: inventory });
  return inventory;
}

/** Which of the load balancers this run is to check. Without a table, or where it fails, all: better twice than never. */
async function remember(
  trigger: DeployTrigger | ChangeTrigger,
  concerned: Concerned,
  { table, log }: Ground,
): Promise<readonly string[]> {
  const { loadBalancers } = concerned;
  if (table === null) return loadBalancers;
  try {
    return await remembered(trigger, concerned, table);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    log.warn('the event could not be remembered', { why: error.message });
    return loadBalancers;
  }
}

/** That it was seen is noted last: what goes before may be done twice, so that an event which comes again makes good what failed. */
async function remembered(
  trigger: DeployTrigger | ChangeTrigger,
  { loadBalancers, named }: Concerned,
  table: Table,
): Promise<readonly string[]> {
  const change = changeOf(trigger);
  if (change !== null) await recordChange(table, change);
  if (trigger.kind === 'change') await markConfigurationChanged(table, trigger.at);
  if (quietsAlarms(trigger)) {
    const event = { at: trigger.at, reason: trigger.summary, eventId: trigger.id, step: stepOf(trigger) };
    await Promise.all(named.map((arn) => openWindow(table, arn, event)));
  }
  if (!(await firstSeen(table, trigger.id, trigger.at))) return [];
  const won = await Promise.all(loadBalancers.map((arn) => claimCheck(table, arn, QUIET_SECONDS)));
  return loadBalancers.filter((_, index) => won[index]);
}

/** A step is known by its deployment and where it is carried out, which its begin and its end name alike. */
function stepOf(trigger: DeployTrigger | ChangeTrigger): WindowEvent['step'] {
  if (trigger.kind === 'change' || trigger.phase === 'changed') return null;
  return { id: trigger.resources.join(' '), ended: trigger.phase === 'ended' };
}

import { findLoadBalancers } from '../inventory/find-load-balancers.ts';
import { balancerName } from '../model/balancer-name.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Report, Trigger } from '../model/report.ts';
import { invokeProbers } from '../probe/invoke-probers.ts';
import { type Checked, check } from './check.ts';
import { concludeRun } from './conclude-run.ts';
import type { Ground } from './ground.ts';
import { isReadInPart } from './is-read-in-part.ts';
import { onlyNamed } from './only-named.ts';
import { type Recalled, recall } from './recall.ts';
import { type Scope, scopeOf } from './scope-of.ts';
import { withChangedBy } from './with-changed-by.ts';

/** What is to be checked: load balancers by ARN or name and watched paths by name, null for all of them; and who asks. */
export type Asked = { readonly names: readonly string[] | null; readonly trigger: Trigger };

/** Configuration is read anew at latest after this: events of changes come at best effort, and want a trail. */
const LONGEST_KEPT_MS = 15 * 60_000;
const KEEPING: readonly Trigger['kind'][] = ['schedule', 'event'];

/** One check with all that goes before and after it: what is remembered, and what is told and remembered of it. */
export async function runCheck(ground: Ground, { names, trigger }: Asked): Promise<Report> {
  const { settings, clients, now, finishBy } = ground;
  const scope = scopeOf(names, settings);
  const recalled = await recall(ground, keysOf(scope, ground));
  const kept = keptFor(ground, { names, trigger }, recalled);
  // What an event tells of may be that the load balancer is gone.
  const missing = names === null || trigger.kind === 'event' ? 'pass-over' : 'refuse';
  const checked = await check({
    ...{ clients, ...scope, local: null, memory: recalled.memory, declarations: settings.declarations },
    ...{ kept, missing, trigger, now, finishBy },
    dial: invokeProbers({
      client: clients.lambda,
      probers: settings.probers,
      dialable: settings.dialable,
      deadlineMs: settings.deadlineMs ?? undefined,
      concurrency: settings.concurrency ?? undefined,
      finishBy,
      now,
    }),
  });
  keepWarm(ground, names === null, checked);
  const { report, inventory, ranOut } = checked;
  const isFresh = inventory.readAt !== kept?.readAt;
  const told = {
    ...withChangedBy(report, await recalled.changesFor(report)),
    ...(missing === 'pass-over' ? goneFrom(scope.names, inventory) : {}),
    ...(names === null && isFresh ? await uncovered(ground) : {}),
  };
  await concludeRun(ground, { report: told, recalled, inventory, whole: names === null, isFresh, ranOut });
  return told;
}

/** ARNs of load balancers, as far as they are known without a call, and names of watched paths. */
function keysOf({ names, watches }: Scope, { warm, settings }: Ground): readonly string[] {
  const paths = watches.map(({ name }) => name);
  if (names === 'none') return paths;
  const read = warm.lastRead?.loadBalancers ?? [];
  const known = [...new Set([...settings.loadBalancers.filter(isArn), ...read.map(({ arn }) => arn)])];
  const arns = names.flatMap((name) => (isArn(name) ? name : (known.find((arn) => balancerName(arn) === name) ?? [])));
  return [...(names.length === 0 ? known : arns), ...paths];
}

function isArn(name: string): boolean {
  return name.startsWith('arn:');
}

/**
 * The configuration that is kept, where it was read without a failure, is not too old, and no change is known since; cut to what is
 * asked for. Who asks for themselves wants to know how it is now.
 */
function keptFor({ warm, now }: Ground, { names, trigger }: Asked, { changedAt }: Recalled): Inventory | null {
  const { inventory } = warm;
  if (inventory === null || isReadInPart(inventory) || !KEEPING.includes(trigger.kind)) return null;
  const tooOld = now().getTime() - Date.parse(inventory.readAt) >= LONGEST_KEPT_MS;
  if (tooOld || (changedAt !== null && changedAt >= inventory.readAt)) return null;
  const { loadBalancers, watches = [] } = inventory;
  const isHeld = (name: string) =>
    loadBalancers.some((one) => one.arn === name || one.name === name) || watches.some((one) => one.name === name);
  if (names === null) return inventory;
  return names.every(isHeld) ? onlyNamed(inventory, names) : null;
}

/** Keeps what was read for the next run. What is doubtful is read anew, and not gone by for a quarter of an hour. */
function keepWarm({ warm, settings }: Ground, whole: boolean, { inventory, ranOut }: Checked): void {
  if (whole || ranOut) warm.inventory = ranOut ? null : inventory;
  if (whole || holdsAll(inventory, settings)) warm.lastRead = inventory;
}

/**
 * Whether what was read for some is all that is watched, so that it tells whom the next event concerns. The next check reads it
 * anew: AWS may tell the old for a moment after a change
 * (https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html).
 */
function holdsAll({ loadBalancers: held, watches = [] }: Inventory, settings: Ground['settings']): boolean {
  const { loadBalancers } = settings;
  const isHeld = (name: string) => held.some((one) => one.arn === name || one.name === name);
  return loadBalancers.length > 0 && loadBalancers.every(isHeld) && watches.length === settings.watches.length;
}

/** Watched load balancers that AWS no longer knows. */
function goneFrom(names: Scope['names'], { loadBalancers }: Inventory): Pick<Report, 'gone'> {
  const gone = (names === 'none' ? [] : names).filter(
    (name) => !loadBalancers.some((one) => one.arn === name || one.name === name),
  );
  return gone.length === 0 ? {} : { gone };
}

/** Load balancers that came later, and that nobody watches: asked for whenever the configuration is read anew. */
async function uncovered({ clients, settings, log }: Ground): Promise<Pick<Report, 'notCovered'>> {
  if (settings.loadBalancers.length === 0) return {};
  try {
    const all = await findLoadBalancers(clients, []);
    const watched = [...settings.loadBalancers, ...settings.watchedElsewhere];
    const others = all.filter(
      ({ arn, name, type }) => type !== 'gateway' && !watched.some((one) => one === arn || one === name),
    );
    return { notCovered: others.map(({ name }) => name) };
  } catch (error) {
    log.warn('which load balancers nobody watches is not known', { why: String(error) });
    return {};
  }
}

import { closeWindow } from '../memory/close-window.ts';
import { TableError } from '../memory/table-error.ts';
import type { Inventory } from '../model/inventory.ts';
import { ownersOf } from '../model/owners-of.ts';
import type { Report } from '../model/report.ts';
import { type Followed, followed } from '../triggers/followed.ts';
import { pictureOf } from '../triggers/picture-of.ts';
import { settlingSeconds } from '../triggers/settling-seconds.ts';
import type { Ground } from './ground.ts';
import type { Recalled } from './recall.ts';

/** As many as the law of following looks at. */
const PICTURES = 3;

/** Closes the windows of load balancers (ARNs) and watched paths (names) that are stable; gives those that are still followed. */
export async function followWindows(
  ground: Ground,
  {
    report,
    recalled,
    inventory,
  }: { readonly report: Report; readonly recalled: Recalled; readonly inventory: Inventory },
): Promise<readonly string[]> {
  const { warm } = ground;
  const keys = ownersOf(report).map(({ key }) => key);
  for (const arn of keys) {
    warm.pictures.set(arn, [...(warm.pictures.get(arn) ?? []), pictureOf(report, arn)].slice(-PICTURES));
  }
  const open = keys.flatMap((arn) => {
    const window = recalled.windows[arn];
    if (window === undefined) return [];
    const seen = {
      pictures: warm.pictures.get(arn) ?? [],
      now: report.checkedAt,
      leastSeconds: settlingSeconds(arn, inventory),
    };
    return [{ arn, at: window.latestAt, ...followed(window, seen) }];
  });
  await Promise.all(open.filter(({ over }) => over !== null).map((one) => close(ground, one)));
  return open.filter(({ over }) => over === null).map(({ arn }) => arn);
}

type Closed = Followed & { readonly arn: string; readonly at: string };

/** Up to the event that was judged: one that came during the check keeps it open. */
async function close({ table, log }: Ground, { arn, at, over, reason }: Closed): Promise<void> {
  if (table === null) return;
  try {
    await closeWindow(table, arn, { at, spent: over === 'spent' });
    log.info('no longer followed', { loadBalancer: arn, why: reason });
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    log.warn('a window could not be closed', { why: error.message });
  }
}

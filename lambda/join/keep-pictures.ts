import { keepShown } from '../memory/keep-shown.ts';
import { TableError } from '../memory/table-error.ts';
import { ownersOf } from '../model/owners-of.ts';
import type { Report } from '../model/report.ts';
import { shownOf } from '../report/widget/shown-of.ts';
import type { Ground } from './ground.ts';

/** Keeps what the dashboard shows of each load balancer and watched path. Where the table fails, the page grows stale, and says so. */
export async function keepPictures({ table, log }: Ground, report: Report): Promise<void> {
  if (table === null) return;
  const shown = ownersOf(report).flatMap(({ key }) => shownOf(report, key) ?? []);
  await Promise.all(
    shown.map(async (one) => {
      try {
        await keepShown(table, one, report.checkedAt);
      } catch (error) {
        if (!(error instanceof TableError)) throw error;
        log.warn('what is shown could not be kept', { why: error.message });
      }
    }),
  );
}

import { monitorEnvironment as names } from '../contract.ts';
import { openTable } from '../memory/open-table.ts';
import { type ReadShown, readShown } from '../memory/read-shown.ts';
import type { Table } from '../memory/table.ts';
import { TableError } from '../memory/table-error.ts';
import { widgetHelp } from '../report/widget/widget-help.ts';
import { widgetHtml } from '../report/widget/widget-html.ts';
import { widgetEvent } from './widget-event.ts';

/** Kept while the function stays warm: the connection to the table. */
let kept: Table | null = null;

/**
 * The function behind the dashboard's custom widget: answers HTML on what the monitor keeps to be shown, or, asked to
 * `describe`, Markdown on itself. Whatever it could not read it shows as not known. Throws where the environment or the
 * widget's parameters are not as they must be.
 */
export const handler = async (event: unknown): Promise<string> => {
  const { describe, loadBalancers, theme, widthPx } = widgetEvent(event);
  if (describe) return widgetHelp;
  const { table, intervalSeconds, deployment } = settingsOf(process.env);
  kept ??= openTable(table);
  const read = chosen(await readOrSay(kept), loadBalancers);
  return widgetHtml({ ...read, ...{ theme, widthPx, intervalSeconds, deployment }, now: kept.now().toISOString() });
};

type WidgetSettings = { readonly table: string; readonly intervalSeconds: number; readonly deployment: string };

function settingsOf(environment: Readonly<Record<string, string | undefined>>): WidgetSettings {
  const table = environment[names.table];
  if (table === undefined || table === '') throw new Error(`${names.table}: it is not set`);
  const interval = environment[names.intervalSeconds] ?? '60';
  if (!/^[1-9]\d{0,4}$/.test(interval)) {
    throw new Error(
      `${names.intervalSeconds}: ${JSON.stringify(interval)} is not a whole number of seconds, 1 to 99999`,
    );
  }
  return {
    table,
    intervalSeconds: Number(interval),
    deployment: environment[names.deployment] ?? 'origin-doctor',
  };
}

async function readOrSay(table: Table): Promise<ReadShown> {
  try {
    return await readShown(table);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return { kept: [], problems: [error.message] };
  }
}

/** Those that were asked for. One of which nothing is kept is told of: it is not known to be well. */
function chosen({ kept: all, problems }: ReadShown, asked: readonly string[] | null): ReadShown {
  if (asked === null || asked.length === 0) return { kept: all, problems };
  const isNamed = (name: string, { shown }: ReadShown['kept'][number]) =>
    shown.arn === name || shown.loadBalancer.name === name;
  const missing = asked.filter((name) => !all.some((one) => isNamed(name, one)));
  return {
    kept: all.filter((one) => asked.some((name) => isNamed(name, one))),
    problems: [...problems, ...missing.map((name) => `no check of ${name} is on record for the last day`)],
  };
}

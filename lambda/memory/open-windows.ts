import { getRow } from './get-row.ts';
import { liveRow } from './live-row.ts';
import { stateIn } from './state-in.ts';
import type { Table } from './table.ts';
import { windowRow } from './window-row.ts';
import { type OpenWindow, windowState } from './window-state.ts';

/** The windows that are open, by load balancer, and one sentence for each row that could not be read and counts as none. */
export type OpenWindows = {
  readonly windows: Readonly<Record<string, OpenWindow>>;
  readonly problems: readonly string[];
};

/** Which of these load balancers have an open window. Throws `TableError`. */
export async function openWindows(table: Table, arns: readonly string[]): Promise<OpenWindows> {
  const read = await Promise.all(
    arns.map(async (arn) => {
      const row = liveRow(table, await getRow(table, windowRow(arn)));
      return { arn, ...stateIn(row, windowState) };
    }),
  );
  const open = read.flatMap(({ arn, state }) => (state?.open ? [[arn, state.open] as const] : []));
  return {
    windows: Object.fromEntries(open),
    problems: read.flatMap(({ problem }) => (problem === null ? [] : [problem])),
  };
}

import type { RowKey } from '../../memory/row.ts';

/** The rows of one gate: its rolling state, and its verdict once there is one. */
export function gateRows(gateId: string): { readonly state: RowKey; readonly verdict: RowKey } {
  const partition = `gate#${gateId}`;
  return { state: { partition, sort: 'state' }, verdict: { partition, sort: 'verdict' } };
}

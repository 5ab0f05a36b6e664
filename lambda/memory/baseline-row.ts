import type { RowKey } from './row.ts';

/** The row of a gate's baseline. */
export function baselineRow(gateId: string): RowKey {
  return { partition: `baseline#${gateId}`, sort: 'baseline' };
}

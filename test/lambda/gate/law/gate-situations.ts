import type { GateRules, GateVerdict } from '../../../../lambda/gate/law/gate.ts';
import type { Report } from '../../../../lambda/model/report.ts';
import type { Seen } from './gate-after.ts';
import { gateReport, type ToldTarget } from './gate-report.ts';

/** What stood `before` (nothing wrong by default), what a gate saw, and what it says after each look and because of what. */
export type GateSituation = {
  readonly what: string;
  readonly before?: Report;
  readonly rules?: Partial<GateRules>;
  readonly seen: readonly Seen[];
  readonly says: readonly GateVerdict['verdict'][];
  readonly because: RegExp;
};

/** A target of before, and a new one. */
export const old: ToldTarget = { id: 'i-0old' };
export const fresh: ToldTarget = { id: 'i-0new' };
export const next: ToldTarget = { id: 'i-0next' };
/** What stood before; the new one beside it; the new one refusing. */
export const well = gateReport([old]);
export const grown = gateReport([old, fresh]);
export const bad = gateReport([old, refusing(fresh)]);

/** The target with nothing that listens. */
export function refusing(target: ToldTarget): ToldTarget {
  const fault = { code: 'target-port-closed', title: 'Nothing listens', component: 'target-process' } as const;
  return { ...target, outcomes: ['refused', 'refused'], fault };
}

/** The same look so many times. */
export function times(count: number, report: Seen): readonly Seen[] {
  return Array.from({ length: count }, () => report);
}

/** So many looks that leave it waiting. */
export function waiting(count: number): readonly 'waiting'[] {
  return Array.from({ length: count }, () => 'waiting');
}

/** `LEFT` and `NONE` are the words on the one new target that was lost, and on nobody in its place, as patterns. */
export const LEFT =
  '1 new target left the target group web without having accepted 3 connections in a row \\(i-0new:8080\\), and';
export const NONE = 'was not replaced by one that has\\.';

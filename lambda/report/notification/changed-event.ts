import type { Report, ReportedEndpoint } from '../../model/report.ts';
import type { StateChange } from './state-change.ts';

/** The changed subjects as in the report, endpoints without their `paths`. */
type Changed = {
  readonly loadBalancers: Report['loadBalancers'];
  readonly targetGroups: Report['targetGroups'];
  readonly endpoints: readonly Omit<ReportedEndpoint, 'paths'>[];
};

/** `detail` of the event `Origin Diagnosis Changed`. Where `truncated`, only the leading findings of the changes are there. */
export type ChangedEvent = {
  readonly schemaVersion: 1;
  readonly deployment: string;
  readonly checkedAt: string;
  readonly trigger: Report['trigger'];
  readonly truncated: boolean;
  /** Changes that are not in `changes`, because even their findings would not fit. */
  readonly omitted: number;
  readonly changes: readonly StateChange[];
} & Partial<Changed>;

/** EventBridge takes more by now, but receivers (SQS, rules' input transformers) do not. */
const MOST_BYTES = 200 * 1024;
/** A change with its finding and this many subjects is what remains when all is too long. */
const FEW_SUBJECTS = 5;

/** What changed, for programs: the diagnoses of the changed subjects in the report's own shape, bounded to 200 KB. */
export function changedEvent(changes: readonly StateChange[], report: Report, deployment: string): ChangedEvent {
  const { checkedAt, trigger } = report;
  const head = { schemaVersion: 1, deployment, checkedAt, trigger } as const;
  const full = { ...head, truncated: false, omitted: 0, changes, ...changedOf(changes, report) };
  if (bytesOf(full) <= MOST_BYTES) return full;
  const short = changes.map((change) => ({ ...change, subjects: change.subjects.slice(0, FEW_SUBJECTS) }));
  const shown = fitting(
    short,
    MOST_BYTES - bytesOf({ ...head, truncated: true, omitted: changes.length, changes: [] }),
  );
  return { ...head, truncated: true, omitted: changes.length - shown.length, changes: shown };
}

function changedOf(changes: readonly StateChange[], { loadBalancers, targetGroups, endpoints }: Report): Changed {
  const ids = new Set(changes.flatMap(({ subjects }) => subjects.map(({ id }) => id)));
  return {
    loadBalancers: loadBalancers.filter(({ arn }) => ids.has(arn)),
    targetGroups: targetGroups.filter(({ arn }) => ids.has(arn)),
    endpoints: endpoints.filter(({ id }) => ids.has(id)).map(({ paths: _, ...endpoint }) => endpoint),
  };
}

function fitting(changes: readonly StateChange[], most: number): readonly StateChange[] {
  let bytes = 0;
  return changes.filter((change) => {
    const more = bytesOf(change) + 1;
    if (bytes + more > most) return false;
    bytes += more;
    return true;
  });
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

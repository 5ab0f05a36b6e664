import type { ReceivedMessage } from '../received-message.ts';
import { alarmState } from './alarm-state.ts';
import type { CloudWatchClock } from './cloudwatch-clock.ts';
import type { CloudWatchStore } from './cloudwatch-store.ts';
import { rangeOf } from './range-of.ts';
import { ruleHolds } from './rule-holds.ts';
import type { AlarmState, RuleWatch, StoredAlarm } from './stored-alarm.ts';

/** Composites may look at composites; CloudWatch refuses circles, and the lab stops here. */
const MOST_PASSES = 5;

/** Whom a change of state is told to. */
export type AlarmListener = (message: ReceivedMessage) => void;

/**
 * Looks at every alarm once, as CloudWatch does each minute: metric alarms first, then those over other alarms, until
 * none changes. Tells of each change of state, and of actions that a suppressor has let go.
 */
export function evaluateAlarms(store: CloudWatchStore, clock: CloudWatchClock, told: AlarmListener): void {
  const { alarms } = store;
  for (const alarm of [...alarms.values()]) {
    const { watch, state } = alarm;
    if (watch.kind !== 'metric') continue;
    const range = rangeOf(watch, store, clock);
    const signs = range.map((point) => (point === null ? '-' : point ? 'X' : '0')).join(' ');
    settle(store, clock, told, { alarm, state: alarmState(range, watch, state), reason: `points ${signs}` });
  }
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const changed = [...alarms.values()].filter((alarm) => evaluateRule(alarm, store, clock, told));
    if (changed.length === 0) return;
  }
}

/** Gives whether the state changed. */
function evaluateRule(
  alarm: StoredAlarm,
  store: CloudWatchStore,
  clock: CloudWatchClock,
  told: AlarmListener,
): boolean {
  const { watch } = alarm;
  if (watch.kind !== 'composite') return false;
  const state = ruleHolds(watch.rule, (name) => named(store, name)?.state ?? null) ? 'ALARM' : 'OK';
  settle(store, clock, told, { alarm, state, reason: `rule ${watch.rule}` });
  return state !== alarm.state;
}

function named({ alarms }: CloudWatchStore, nameOrArn: string): StoredAlarm | undefined {
  return alarms.get(nameOrArn) ?? alarms.get(/:alarm:(.+)$/.exec(nameOrArn)?.[1] ?? '');
}

type Verdict = { readonly alarm: StoredAlarm; readonly state: AlarmState; readonly reason: string };

function settle(
  store: CloudWatchStore,
  clock: CloudWatchClock,
  told: AlarmListener,
  { alarm, state, reason }: Verdict,
): void {
  const changed = state !== alarm.state;
  if (!changed && alarm.acted === state) return;
  const stateSinceMs = changed ? clock.now() : alarm.stateSinceMs;
  const held = alarm.watch.kind === 'composite' && isHeld(alarm.watch, stateSinceMs, store, clock);
  const acts = !held && alarm.acted !== state;
  if (!changed && !acts) return;
  store.alarms.set(alarm.name, { ...alarm, state, reason, stateSinceMs, acted: acts ? state : alarm.acted });
  const actions = acts && alarm.actionsEnabled ? alarm.actions[state] : [];
  const time = new Date(clock.now()).toISOString();
  told({ kind: 'alarm', name: alarm.name, before: alarm.state, state, reason, actions, time });
}

/** The suppressor is given time to come into ALARM, and the alarm some time after it has left it. */
function isHeld(
  { suppressor, waitSeconds, extensionSeconds }: RuleWatch,
  sinceMs: number,
  store: CloudWatchStore,
  { now, scale }: CloudWatchClock,
): boolean {
  if (suppressor === null) return false;
  const by = named(store, suppressor);
  if (by?.state === 'ALARM') return true;
  const passed = (from: number, seconds: number) => now() - from >= seconds * 1000 * scale;
  return !passed(sinceMs, waitSeconds) || (by !== undefined && !passed(by.stateSinceMs, extensionSeconds));
}

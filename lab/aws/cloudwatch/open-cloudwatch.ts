import type { ReceivedMessage } from '../received-message.ts';
import type { CloudWatchClock } from './cloudwatch-clock.ts';
import type { CloudWatchStore } from './cloudwatch-store.ts';
import { evaluateAlarms } from './evaluate-alarms.ts';
import { type TakenEmf, takeEmf } from './take-emf.ts';

/** CloudWatch, as the lab has it. */
export type CloudWatch = {
  readonly store: CloudWatchStore;
  readonly clock: CloudWatchClock;
  /** Takes one line of a function's output, as CloudWatch Logs does. */
  readonly takeEmf: (line: string) => TakenEmf;
  /** Looks at every alarm once; AWS does so each minute, the lab's owner as often as its clock wants. */
  readonly evaluateAlarms: () => void;
};

/** Without metrics and alarms at first. `told` hears of metrics taken and of alarms that change. */
export function openCloudWatch(clock: CloudWatchClock, told: (message: ReceivedMessage) => void): CloudWatch {
  const store: CloudWatchStore = { metrics: new Map(), alarms: new Map() };
  return {
    store,
    clock,
    takeEmf: (line) => takeEmf(store, line, told),
    evaluateAlarms: () => evaluateAlarms(store, clock, told),
  };
}

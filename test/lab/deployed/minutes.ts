import { setTimeout as sleep } from 'node:timers/promises';
import type { ReceivedMessage } from '../../../lab/aws/received-message.ts';
import type { Lab } from '../../../lab/lab.ts';

/** A minute of the deployment lasts a second here. */
export const scale = 1 / 60;
const MINUTE_MS = 60_000 * scale;

/** What was sent out of one kind. */
export function told<K extends ReceivedMessage['kind']>(
  lab: Lab,
  kind: K,
): readonly Extract<ReceivedMessage, { kind: K }>[] {
  return lab.messages().filter((one): one is Extract<ReceivedMessage, { kind: K }> => one.kind === kind);
}

/** Lets minutes pass: at the full minute CloudWatch looks at its alarms, and the schedule's time has come. */
export async function minutes(lab: Lab, count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    await sleep(MINUTE_MS - (Date.now() % MINUTE_MS));
    lab.evaluateAlarms();
    await lab.tick();
  }
}

/** Lets minutes pass until this is so; throws where it has not come to pass within them. */
export async function within(lab: Lab, most: number, what: string, isSo: () => boolean): Promise<void> {
  for (let minute = 0; minute < most; minute += 1) {
    if (isSo()) return;
    await minutes(lab, 1);
  }
  if (!isSo()) throw new Error(`in ${most} minutes it did not come to pass: ${what}`);
}

/** The state that an alarm came to last. */
export function stateOf(lab: Lab, alarm: string): string | undefined {
  return told(lab, 'alarm')
    .filter(({ name }) => name === alarm)
    .at(-1)?.state;
}

/** Values of a metric by the last of its dimensions' values. */
export function valuesOf(lab: Lab, metric: string, dimension: string): readonly (number | null)[] {
  return told(lab, 'metric')
    .filter(({ name, dimensions }) => name === metric && dimensions.at(-1)?.value === dimension)
    .map(({ value }) => value);
}

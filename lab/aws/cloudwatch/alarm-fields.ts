import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { CloudWatchClock } from './cloudwatch-clock.ts';
import type { StoredAlarm } from './stored-alarm.ts';

/**
 * What every kind of alarm has, from a call's parameters. One that is put again keeps its state; a new one knows nothing yet
 * (API Reference, PutMetricAlarm). Throws `ValidationError` for a name that is missing or too long.
 */
export function alarmFields(
  input: Input,
  before: StoredAlarm | undefined,
  { now }: CloudWatchClock,
): Omit<StoredAlarm, 'watch'> {
  const name = textOf(input, 'AlarmName') ?? '';
  if (name === '' || name.length > 255) {
    throw new AwsError('ValidationError', `AlarmName must have 1 to 255 characters, and has ${name.length}`);
  }
  return {
    name,
    description: textOf(input, 'AlarmDescription') ?? null,
    actionsEnabled: textOf(input, 'ActionsEnabled') !== 'false',
    actions: {
      OK: textsOf(input, 'OKActions'),
      ALARM: textsOf(input, 'AlarmActions'),
      INSUFFICIENT_DATA: textsOf(input, 'InsufficientDataActions'),
    },
    state: before?.state ?? 'INSUFFICIENT_DATA',
    reason: before?.reason ?? 'Unchecked: Initial alarm creation',
    stateSinceMs: before?.stateSinceMs ?? now(),
    acted: before?.acted ?? 'INSUFFICIENT_DATA',
  };
}

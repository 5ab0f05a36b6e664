import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';
import { alarmFields } from './alarm-fields.ts';
import { ruleHolds } from './rule-holds.ts';

/** `PutCompositeAlarm`. A rule that cannot be read, or speaks of an alarm that is not there, is refused. */
export const putCompositeAlarm: Operation = {
  action: 'cloudwatch:PutCompositeAlarm',
  resource: (input, { region, accountId }) =>
    `arn:aws:cloudwatch:${region}:${accountId}:alarm:${textOf(input, 'AlarmName')}`,
  run: (input, { cloudWatch: { store, clock } }) => {
    const fields = alarmFields(input, store.alarms.get(textOf(input, 'AlarmName') ?? ''), clock);
    const rule = textOf(input, 'AlarmRule') ?? '';
    const nameOf = (nameOrArn: string) => /:alarm:(.+)$/.exec(nameOrArn)?.[1] ?? nameOrArn;
    ruleHolds(rule, (name) => store.alarms.get(nameOf(name))?.state ?? null);
    store.alarms.set(fields.name, {
      ...fields,
      watch: {
        kind: 'composite',
        rule,
        suppressor: textOf(input, 'ActionsSuppressor') ?? null,
        waitSeconds: Number(textOf(input, 'ActionsSuppressorWaitPeriod') ?? 0),
        extensionSeconds: Number(textOf(input, 'ActionsSuppressorExtensionPeriod') ?? 0),
      },
    });
    return {};
  },
};

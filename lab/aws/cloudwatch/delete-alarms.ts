import { AwsError } from '../aws-error.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { Operation } from '../operation.ts';

/** API Reference, DeleteAlarms: at most 100 names. */
const MOST_NAMES = 100;

/** `DeleteAlarms`. All of a call are deleted, or none: a name that is not there is refused, as AWS does. */
export const deleteAlarms: Operation = {
  action: 'cloudwatch:DeleteAlarms',
  resource: (input, { region, accountId }) =>
    textsOf(input, 'AlarmNames').map((name) => `arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}`),
  run: (input, { cloudWatch: { store } }) => {
    const names = textsOf(input, 'AlarmNames');
    if (names.length === 0 || names.length > MOST_NAMES) {
      throw new AwsError('ValidationError', `AlarmNames must have 1 to ${MOST_NAMES} names, and has ${names.length}`);
    }
    const missing = names.filter((name) => !store.alarms.has(name));
    if (missing.length > 0) {
      const message = `Alarms ${missing.join(', ')} do not exist`;
      throw new AwsError('ResourceNotFound', message, { status: 404, exception: 'ResourceNotFound' });
    }
    for (const name of names) store.alarms.delete(name);
    return {};
  },
};

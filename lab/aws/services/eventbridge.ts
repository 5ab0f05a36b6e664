import { putEvents } from '../eventbridge/put-events.ts';
import type { Service } from '../operation.ts';

/** Amazon EventBridge. */
export const eventbridge: Service = {
  signingName: 'events',
  version: null,
  target: 'AWSEvents',
  operations: { PutEvents: putEvents },
};

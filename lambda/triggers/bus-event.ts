import * as z from 'zod';
import { isoTime } from './iso-time.ts';

/**
 * What every event of EventBridge has around its `detail`. Fields beyond these pass.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 */
export const busEvent = z.object({
  id: z.string().min(1),
  'detail-type': z.string(),
  source: z.string(),
  account: z.string(),
  region: z.string(),
  time: isoTime,
  resources: z.array(z.string()).default([]),
  detail: z.unknown(),
});

/** An event of EventBridge as read, `detail` yet unread. */
export type BusEvent = z.infer<typeof busEvent>;

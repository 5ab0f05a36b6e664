import { randomUUID } from 'node:crypto';
import type { World } from './world/world.ts';

/**
 * What EventBridge sends when a schedule's time has come:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-run-lambda-schedule.html
 */
export function scheduledEvent({ accountId, region }: World): Readonly<Record<string, unknown>> {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: accountId,
    time: `${new Date().toISOString().slice(0, 19)}Z`,
    region,
    resources: [`arn:aws:events:${region}:${accountId}:rule/schedule`],
    detail: {},
  };
}

import { randomUUID } from 'node:crypto';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import { type AwsClients, awsClients } from '../inventory/aws-clients.ts';
import type { Ground, Warm } from '../join/ground.ts';
import { type RunAnswer, runMonitor } from '../join/run-monitor.ts';
import { openTable } from '../memory/open-table.ts';
import type { Table } from '../memory/table.ts';
import { log } from '../publish/log.ts';
import { deployedSettings } from './deployed-settings.ts';
import type { MonitorSettings } from './monitor-settings.ts';

/** The part of Lambda's context object that is used here (AWS Lambda Developer Guide, "Node.js context object"). */
type InvocationContext = {
  readonly awsRequestId?: string;
  readonly invokedFunctionArn?: string;
  readonly getRemainingTimeInMillis?: () => number;
};

/** What is made once for a warm function: connections, and what a run may spare itself. */
type Kept = Pick<Ground, 'clients' | 'cloudWatch' | 'channels' | 'table' | 'warm'>;
let kept: Kept | null = null;

/**
 * The monitor function: one run of checking, telling and remembering, for the schedule, an event of EventBridge's, or
 * somebody's own question (`{ trigger?, loadBalancers? }`). Answers the report, a summary of it where nobody asked, or why
 * nothing was checked. Throws where the environment or the settings in the table are not as they must be, or with
 * `CannotCheck` where there is nothing to go on.
 */
export const handler = async (event: unknown, context: InvocationContext = {}): Promise<RunAnswer> => {
  const settings = await deployedSettings(process.env);
  kept ??= keep(settings);
  const correlationId = context.awsRequestId ?? randomUUID();
  return runMonitor(event, {
    ...{ ...kept, settings, correlationId },
    log: log({ correlationId, deployment: settings.deployment }),
    here: { accountId: accountIn(context.invokedFunctionArn), region: process.env['AWS_REGION'] ?? null },
    now: () => new Date(),
    begunAt: new Date(),
    finishBy: finishBy(settings, context),
  });
};

function keep({ table, eventBus, topic }: MonitorSettings): Kept {
  const retries = { retryMode: 'adaptive', maxAttempts: 4 } as const;
  const warm: Warm = { inventory: null, lastRead: null, pictures: new Map(), alarmsLeft: 0, memory: {} };
  const clients: AwsClients = awsClients();
  const opened: Table | null = table === null ? null : openTable(table);
  return {
    clients,
    cloudWatch: new CloudWatchClient(retries),
    channels: { events: new EventBridgeClient(retries), sns: new SNSClient(retries), eventBus, topic },
    table: opened,
    warm,
  };
}

/** Kept back for telling and remembering what was seen. */
const CONCLUDING_MS = 5_000;

/** Before the next check is due, and before the function's own time is up. */
function finishBy({ intervalSeconds }: MonitorSettings, context: InvocationContext): Date {
  const leftMs = context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY;
  const withinMs = Math.min(intervalSeconds * 1000, leftMs) - CONCLUDING_MS;
  return new Date(Date.now() + Math.max(withinMs, 1_000));
}

/** The account of a function's ARN: `arn:aws:lambda:REGION:ACCOUNT:function:NAME`. */
function accountIn(arn: string | undefined): string | null {
  return arn?.split(':')[4] ?? null;
}

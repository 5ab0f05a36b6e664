import { randomUUID } from 'node:crypto';
import { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { monitorEnvironment } from '../contract.ts';
import { despiteFailures } from '../doctor/despite-failures.ts';
import { balancersFor } from '../gate/balancers-for.ts';
import { answerEvent } from '../gate/doors/answer-event.ts';
import { answerUnready } from '../gate/doors/answer-unready.ts';
import type { GateGround, LookFor } from '../gate/gate-ground.ts';
import { looker } from '../gate/looker.ts';
import { type AwsClients, awsClients } from '../inventory/aws-clients.ts';
import { openTable } from '../memory/open-table.ts';
import { invokeProbers } from '../probe/invoke-probers.ts';
import { emitMetrics } from '../publish/emit-metrics.ts';
import { log } from '../publish/log.ts';
import { deploymentMetrics } from '../report/metrics/deployment-metrics.ts';
import { deployedSettings } from './deployed-settings.ts';
import { gateSettings } from './gate-settings.ts';
import type { MonitorSettings } from './monitor-settings.ts';

/** The part of Lambda's context object that is used here (AWS Lambda Developer Guide, "Node.js context object"). */
type InvocationContext = {
  readonly awsRequestId?: string;
  readonly functionName?: string;
  readonly getRemainingTimeInMillis?: () => number;
};

/** Kept while the function stays warm: connections to AWS. */
let kept: { readonly clients: AwsClients; readonly codeDeploy: CodeDeployClient } | null = null;

/** Between two checks: with three in a row a deployment waits a quarter of a minute for its gate. */
const PAUSE_MS = 5_000;

/** Kept back for one last check and for telling: an invocation that runs out of time tells nobody. */
const CONCLUDING_MS = 90_000;

/** Kept back for telling alone: what no prober has answered by then could not be looked at. */
const TELLING_MS = 10_000;

/** The longest that a Lambda function may run, where nothing says how long this one may. */
const MOST_MS = 900_000;

/**
 * The gate function, with three doors: a CodeDeploy lifecycle hook, an ECS deployment lifecycle hook, and whoever calls it with
 * `{ loadBalancers?, targetGroups?, stable?, timeoutSeconds?, baseline?, readmit? }`. Answers what each of them wants. Throws
 * where the environment, the settings in the table or the event are not as they must be; CodeDeploy is told even then.
 */
export const handler = async (event: unknown, context: InvocationContext = {}) => {
  kept ??= { clients: awsClients(), codeDeploy: new CodeDeployClient({ retryMode: 'adaptive', maxAttempts: 4 }) };
  const { clients, codeDeploy } = kept;
  const deployment = process.env[monitorEnvironment.deployment] ?? 'origin-doctor';
  const own = { codeDeploy, log: log({ correlationId: context.awsRequestId ?? randomUUID(), deployment }) };
  const settings = await settingsOrFailure();
  if ('failure' in settings) return answerUnready(own, event, settings.failure);
  const { monitor, gate } = settings;
  const refused = () => emitMetrics(deploymentMetrics(deployment, { refusedEvents: 1 }), new Date().toISOString());
  const ground: GateGround = {
    ...{ ...own, ...gate, clients },
    loadBalancers: monitor.loadBalancers,
    table: monitor.table === null ? null : openTable(monitor.table),
    looker: lookerWith(monitor, clients, { refused, finishBy: before(context, TELLING_MS) }),
    pauseMs: PAUSE_MS,
    refused,
    goOn: (next) => invokeSelf(clients, context.functionName, next),
    now: () => new Date(),
    finishBy: before(context, CONCLUDING_MS),
  };
  return answerEvent(ground, event);
};

async function settingsOrFailure() {
  try {
    return { gate: gateSettings(process.env), monitor: await deployedSettings(process.env) };
  } catch (failure) {
    return { failure };
  }
}

/** That long before the invocation's own end, but not before half of what is left has passed. */
function before(context: InvocationContext, keptBackMs: number): Date {
  const leftMs = context.getRemainingTimeInMillis?.() ?? MOST_MS;
  return new Date(Date.now() + leftMs - Math.min(keptBackMs, leftMs / 2));
}

/** `finishBy` bounds every look: a prober that hangs must not take the time in which the caller is told. */
type Bounds = Pick<GateGround, 'refused' | 'finishBy'>;

function lookerWith(
  settings: MonitorSettings,
  clients: AwsClients,
  { refused, finishBy }: Bounds,
): GateGround['looker'] {
  const { probers, dialable, declarations, deadlineMs, concurrency } = settings;
  const now = () => new Date();
  return ({ names, wanted, memory }: LookFor) =>
    looker({
      ...{ clients, declarations, wanted, memory, now },
      names: namedOrRefused(names, settings, refused),
      // Of all that is watched, one that is gone must not hold up the deployments of the others.
      missing: names === null ? 'pass-over' : 'refuse',
      dial: invokeProbers({
        ...{ client: clients.lambda, probers, dialable, now },
        deadlineMs: deadlineMs ?? undefined,
        concurrency: concurrency ?? undefined,
        finishBy,
      }),
      local: null,
      trigger: { kind: 'event', detail: 'gate' },
    });
}

/** Who names what cannot be looked at has sent an event that is refused. */
function namedOrRefused(names: LookFor['names'], settings: MonitorSettings, refused: () => void): readonly string[] {
  try {
    return balancersFor(names, settings);
  } catch (error) {
    if (names !== null) refused();
    throw error;
  }
}

/**
 * Asynchronously, so that nobody waits for it. Lambda stops a function that invokes itself sixteen times over
 * (https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html), which is far above what is needed.
 */
async function invokeSelf({ lambda }: AwsClients, functionName: string | undefined, event: unknown): Promise<void> {
  if (functionName === undefined) throw new Error('the function does not know its own name, and cannot go on');
  const Payload = new TextEncoder().encode(JSON.stringify(event));
  const command = new InvokeCommand({ FunctionName: functionName, InvocationType: 'Event', Payload });
  // Who comes twice finds where the gate stands; were nobody to come, the deployment would fail.
  await despiteFailures(() => lambda.send(command));
}

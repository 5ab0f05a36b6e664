import { InvokeCommand, type InvokeCommandOutput, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { CannotCheck } from '../inventory/cannot-check.ts';
import { credentialsProblem } from '../inventory/credentials-problem.ts';
import { unknownOf } from '../inventory/unknown-of.ts';
import type { Report } from '../model/report.ts';
import type { Deployed } from './deployed.ts';

/** Whose credentials ask, and for which load balancers: names or ARNs, none for all that the deployment watches. */
export type MonitorQuestion = {
  readonly names: readonly string[];
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
};

/** A function runs 15 minutes at most; one that is at work must not be asked a second time. */
const WAITING = { connectionTimeout: 2_000, requestTimeout: 910_000, throwOnRequestTimeout: true };

/**
 * Has the deployed monitor check now, and gives its report: only it may invoke the probers. Throws `CannotCheck`, with what
 * the monitor or Lambda said, where no report comes of it.
 */
export async function askMonitor(
  { monitor, stack }: Deployed,
  { names, region, profile }: MonitorQuestion,
): Promise<Report> {
  const client = new LambdaClient({ region, profile, maxAttempts: 3, requestHandler: WAITING });
  const event = { trigger: { kind: 'cli', detail: null }, loadBalancers: names.length === 0 ? null : names };
  try {
    const answer = await client.send(new InvokeCommand({ FunctionName: monitor, Payload: JSON.stringify(event) }));
    return reportIn(answer, monitor);
  } catch (error) {
    throw error instanceof CannotCheck ? error : problem(error, monitor, stack);
  } finally {
    client.destroy();
  }
}

function problem(error: unknown, monitor: string, stack: string): CannotCheck {
  const credentials = credentialsProblem(error);
  if (credentials !== null) return credentials;
  const { kind, reason } = unknownOf(error, 'lambda:InvokeFunction');
  const advice = kind === 'forbidden' ? ' Allow the IAM action lambda:InvokeFunction on it.' : '';
  return new CannotCheck(`The monitor ${monitor} (stack ${stack}) could not be invoked: ${reason}.${advice}`);
}

const FAILED = z.object({ errorType: z.string().optional(), errorMessage: z.string() });
const REFUSED = z.object({ refused: z.string() });
const PASSED_OVER = z.object({ passedOver: z.string() });
/** The rest is the report's own contract. */
const REPORT = z.looseObject({
  schemaVersion: z.literal(1),
  checkedAt: z.string(),
  findings: z.array(z.unknown()),
  loadBalancers: z.array(z.unknown()),
  targetGroups: z.array(z.unknown()),
  endpoints: z.array(z.unknown()),
});

function reportIn({ Payload, FunctionError }: InvokeCommandOutput, monitor: string): Report {
  const answer = parsed(Payload?.transformToString() ?? '', monitor);
  if (FunctionError !== undefined) {
    const failed = FAILED.safeParse(answer);
    const what = failed.success ? failed.data.errorMessage : FunctionError;
    throw new CannotCheck(`The monitor ${monitor} failed: ${what}`);
  }
  const refused = REFUSED.safeParse(answer);
  if (refused.success) throw new CannotCheck(`The monitor ${monitor} refused: ${refused.data.refused}.`);
  const passedOver = PASSED_OVER.safeParse(answer);
  if (passedOver.success)
    throw new CannotCheck(`The monitor ${monitor} checked nothing: ${passedOver.data.passedOver}.`);
  if (REPORT.safeParse(answer).success) return answer as Report;
  throw new CannotCheck(`The monitor ${monitor} answered no report that this version reads: deploy it again.`);
}

function parsed(text: string, monitor: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CannotCheck(`The monitor ${monitor} answered no JSON: deploy it again.`);
  }
}

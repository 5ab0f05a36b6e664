import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { CannotCheck } from '../inventory/cannot-check.ts';
import { onceAdmitted } from '../inventory/once-admitted.ts';
import type { Report } from '../model/report.ts';
import type { Deployed } from './deployed.ts';
import { invokeDeployed } from './invoke-deployed.ts';
import { sentOnce } from './sent-once.ts';

/** Whose credentials ask, and for which load balancers: names or ARNs, none for all that the deployment watches. */
export type MonitorQuestion = {
  readonly names: readonly string[];
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
};

/**
 * Has the deployed monitor check now, and gives its report: only it may invoke the probers. Throws `CannotCheck`, with what
 * the monitor or Lambda said, where no report comes of it.
 */
export async function askMonitor(
  { monitor, stack }: Deployed,
  { names, region, profile }: MonitorQuestion,
): Promise<Report> {
  const client = new LambdaClient({ region, profile, ...sentOnce });
  const event = { trigger: { kind: 'cli', detail: null }, loadBalancers: names.length === 0 ? null : names };
  try {
    const answer = await invokeDeployed(
      (input) => onceAdmitted(() => client.send(new InvokeCommand(input))),
      { functionName: monitor, role: 'monitor', stack },
      event,
    );
    return reportIn(answer, monitor);
  } finally {
    client.destroy();
  }
}

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

function reportIn(answer: unknown, monitor: string): Report {
  const refused = REFUSED.safeParse(answer);
  if (refused.success) throw new CannotCheck(`The monitor ${monitor} refused: ${refused.data.refused}.`);
  const passedOver = PASSED_OVER.safeParse(answer);
  if (passedOver.success)
    throw new CannotCheck(`The monitor ${monitor} checked nothing: ${passedOver.data.passedOver}.`);
  if (REPORT.safeParse(answer).success) return answer as Report;
  throw new CannotCheck(`The monitor ${monitor} answered no report that this version reads: deploy it again.`);
}

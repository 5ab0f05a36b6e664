import { type AwsClients, awsClients } from '../inventory/aws-clients.ts';
import { check } from '../join/check.ts';
import type { Memory } from '../model/memory.ts';
import type { Report } from '../model/report.ts';
import { invokeProbers } from '../probe/invoke-probers.ts';
import { exitStatus } from '../report/exit-status.ts';
import { memoryOf } from '../report/memory-of.ts';
import { monitorEvent } from './monitor-event.ts';
import { monitorSettings } from './monitor-settings.ts';

/** Kept while the function stays warm: connections to AWS, and what was seen last, which tells since when. */
let clients: AwsClients | null = null;
let memory: Memory | null = null;

/**
 * The monitor function: one check through the deployed probers. Takes `{ trigger?, loadBalancers? }`, answers the
 * report, and logs one line of JSON. Throws where the environment or the event is not as it must be, or with
 * `CannotCheck` where there is nothing to go on.
 */
export const handler = async (event: unknown): Promise<Report> => {
  const settings = monitorSettings(process.env);
  const { trigger, loadBalancers } = monitorEvent(event);
  clients ??= awsClients();
  const now = () => new Date();
  const { report } = await check({
    clients,
    names: loadBalancers ?? settings.loadBalancers,
    dial: invokeProbers({
      client: clients.lambda,
      probers: settings.probers,
      deadlineMs: settings.deadlineMs ?? undefined,
      now,
    }),
    local: null,
    memory,
    trigger,
    now,
  });
  // A check of some load balancers does not forget the others.
  memory = { subjects: { ...memory?.subjects, ...memoryOf(report, memory).subjects } };
  console.log(JSON.stringify(logLine(report)));
  return report;
};

function logLine(report: Report): object {
  const { checkedAt, trigger, findings, loadBalancers, endpoints, unread, cost } = report;
  return {
    message: 'checked',
    checkedAt,
    trigger,
    status: exitStatus(report),
    loadBalancers: loadBalancers.length,
    endpoints: endpoints.length,
    findings: findings.map(({ code, certainty, resource, culprit }) => ({ code, certainty, resource, culprit })),
    unjudged: endpoints.filter(({ unjudged }) => unjudged !== null).length,
    unread: unread.length,
    cost,
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished, vi } from 'vitest';
import type { InvokeOutcome } from '../../../lab/aws/invoke-outcome.ts';
import type { ReceivedMessage } from '../../../lab/aws/received-message.ts';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import type { Outcome } from '../../../lambda/model/probe-result.ts';
import type { ProberEvent } from '../../../lambda/probe/prober-message.ts';
import { startShop } from '../../bin/shop.ts';

export const world = healthyWorld();
const TOPIC = `arn:aws:sns:${world.region}:${world.accountId}:doctor`;
const FUNCTION = `arn:aws:lambda:${world.region}:${world.accountId}:function:doctor-monitor`;
/** ARNs of the shop's load balancers. */
export const [WEB = '', ORDERS = ''] = world.loadBalancers.map(({ arn }) => arn);

/** An account in which the monitor is deployed, for the length of a test; `cold` is a new instance of its function. */
export async function account(changes: Record<string, string> = {}, takesMs = 0) {
  const received: ReceivedMessage[] = [];
  const seen: { outcome: Outcome } = { outcome: 'connected' };
  const shop = await startShop({
    tables: [{ name: 'doctor', partitionKey: 'pk', sortKey: 'sk' }],
    received: (message) => received.push(message),
    invoke: async (_, payload) => {
      await sleep(takesMs);
      return answer(payload as ProberEvent, seen.outcome);
    },
  });
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await shop.close();
  });
  const environment: Record<string, string> = {
    ...shop.environment,
    ORIGIN_DOCTOR_DEPLOYMENT: 'shop',
    ORIGIN_DOCTOR_PROBERS: JSON.stringify(
      world.probers.map(({ name, subnetId, securityGroups }) => ({ functionName: name, subnetId, securityGroups })),
    ),
    ORIGIN_DOCTOR_LOAD_BALANCERS: JSON.stringify([WEB, ORDERS]),
    ORIGIN_DOCTOR_TABLE: 'doctor',
    ORIGIN_DOCTOR_TOPIC: TOPIC,
    ORIGIN_DOCTOR_EVENT_BUS: 'default',
    ...changes,
  };
  const cold = async () => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    vi.resetModules();
    const { handler } = await import('../../../lambda/handlers/monitor.ts');
    return (event: unknown) => handler(event, { invokedFunctionArn: FUNCTION, getRemainingTimeInMillis: () => 60_000 });
  };
  const told = () => received.flatMap((one) => (one.kind === 'notification' ? [one.subject ?? ''] : []));
  const events = () => received.filter(({ kind }) => kind === 'event');
  const since = (before: Record<string, number>) =>
    Object.keys(shop.calls()).filter((name) => (shop.calls()[name] ?? 0) > (before[name] ?? 0));
  return { shop, seen, cold, told, events, since };
}

function answer({ endpoints }: ProberEvent, outcome: Outcome): InvokeOutcome {
  const errno = outcome === 'refused' ? 'ECONNREFUSED' : null;
  const at = new Date().toISOString();
  const results = endpoints.map(({ id }) => ({ id, outcome, errno, detail: null, elapsedMs: 1, attempts: 1, at }));
  return { kind: 'answer', payload: { results } };
}

export const SCHEDULE = here(sample('scheduled-rule'));
/** Somebody's own question, whose answer is the report. */
export const ASKED = { trigger: { kind: 'lab' } };

export function sample(name: string): object {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../triggers/events', `${name}.json`), 'utf8'));
}

/** An event as it would come from the world's own account, now. */
export function here(event: object, changes: object = {}): object {
  return { ...event, account: world.accountId, region: world.region, time: new Date().toISOString(), ...changes };
}

/** That a rule of this group was taken away, now. */
export function revoked(group: string, id = 'e-1'): object {
  const event = sample('call-revoke-ingress') as { detail: object };
  const detail = {
    ...event.detail,
    eventID: id,
    eventTime: new Date().toISOString(),
    awsRegion: world.region,
    recipientAccountId: world.accountId,
    requestParameters: { groupId: group },
  };
  return here(event, { id, detail });
}

export function metricsIn(written: readonly string[]): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const line of written.map((text) => JSON.parse(text)).filter((one) => '_aws' in one)) {
    for (const { Name } of line._aws.CloudWatchMetrics[0].Metrics) {
      found[Name] = [...(found[Name] ?? []), line[Name]];
    }
  }
  return found;
}

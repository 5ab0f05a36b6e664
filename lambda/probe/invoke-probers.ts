import { InvokeCommand } from '@aws-sdk/client-lambda';
import type { VantagePoint } from '../model/endpoint.ts';
import type { ProbeResult } from '../model/probe-result.ts';
import type { Dial, DialWork } from './dial.ts';
import type { DialableRanges } from './dialable.ts';
import { inconclusiveResult } from './inconclusive-result.ts';
import type { ProberEvent } from './prober-message.ts';
import { type InvokeOutput, type ProberReply, readProberAnswer } from './read-prober-answer.ts';
import { whyNotDialled } from './why-not-dialled.ts';

/** A deployed prober function, and the place that it was given. */
export type Prober = {
  readonly functionName: string;
  readonly subnetId: string;
  readonly securityGroups: readonly string[];
  /** `own`: it wears groups of its own wherever it stands, and says so in its results; else it wears its load balancer's. */
  readonly identity?: 'load-balancer' | 'own' | undefined;
};

/** Where probers are and how they are asked. Times in milliseconds; unset ones are the prober's own defaults. */
export type InvokeProbersOptions = {
  /** A `LambdaClient`, or what answers like one. */
  readonly client: {
    send(command: InvokeCommand, options?: { readonly abortSignal?: AbortSignal }): Promise<InvokeOutput>;
  };
  readonly probers: readonly Prober[];
  /** What they may dial; null where that is not known. */
  readonly dialable?: DialableRanges | null;
  /** Invocations at the same time; 5 by default, as a new account has room for 10 (AWS Lambda Developer Guide, "Lambda quotas"). */
  readonly concurrency?: number;
  readonly deadlineMs?: number;
  readonly dwellMs?: number;
  /** When the caller's own time is up: what has not been answered by then is `inconclusive`, with errno `OutOfTime`. */
  readonly finishBy?: Date;
  readonly now: () => Date;
  /** Called with `lambda:Invoke` for every call made. */
  readonly count?: (operation: string) => void;
};

/**
 * Dials by invoking, for each vantage point, the prober that stands there: in the same subnet, with the same set of
 * security groups, or else one of its own identity. Whatever hinders an invocation makes exactly its endpoints `inconclusive`,
 * with AWS's exception name
 * in `errno` and its message in `detail`.
 */
export function invokeProbers(options: InvokeProbersOptions): Dial {
  return async (work) => {
    const results = await mapAtMost(options.concurrency ?? 5, work.flatMap(chunksOf), (chunk) => dial(chunk, options));
    return results.flat();
  };
}

/** Far below the 6 MB of a synchronous invocation, and a minute of silence at most (AWS Lambda Developer Guide, "Lambda quotas"). */
const ENDPOINTS_PER_INVOCATION = 2000;

function chunksOf({ vantagePoint, endpoints }: DialWork): DialWork[] {
  const count = Math.ceil(endpoints.length / ENDPOINTS_PER_INVOCATION);
  return Array.from({ length: count }, (_, index) => {
    const first = index * ENDPOINTS_PER_INVOCATION;
    return { vantagePoint, endpoints: endpoints.slice(first, first + ENDPOINTS_PER_INVOCATION) };
  });
}

/** Runs at most `limit` at a time; results stand in the order of the items. */
async function mapAtMost<T, R>(limit: number, items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  const remaining = items.entries();
  const takeTurns = async () => {
    for (const [index, item] of remaining) results[index] = await run(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, takeTurns));
  return results;
}

async function dial({ vantagePoint, endpoints }: DialWork, options: InvokeProbersOptions): Promise<ProbeResult[]> {
  const at = options.now().toISOString();
  const asked = endpoints.map((endpoint) => ({
    endpoint,
    hindrance: whyNotDialled(endpoint, options.dialable ?? null),
  }));
  const dialable = asked.filter(({ hindrance }) => hindrance === null).map(({ endpoint }) => endpoint);
  const prober = proberAt(vantagePoint, options.probers);
  const worn = prober?.identity === 'own' ? { securityGroups: prober.securityGroups } : {};
  const { probes, missing } = await ask(prober, { vantagePoint, endpoints: dialable }, options);
  return asked.map(({ endpoint, hindrance }) => {
    const probe = hindrance === null ? probes.get(endpoint.id) : undefined;
    if (probe !== undefined) {
      return { endpoint: endpoint.id, vantagePoint: vantagePoint.id, zone: vantagePoint.zone, ...probe, ...worn };
    }
    const why = hindrance === null ? missing : { errno: null, detail: hindrance };
    return inconclusiveResult(vantagePoint, endpoint, why, at);
  });
}

/** One that wears the very groups sees what the load balancer sees, and goes before one of its own identity. */
function proberAt(vantagePoint: VantagePoint, probers: readonly Prober[]): Prober | undefined {
  const there = probers.filter(({ subnetId }) => subnetId === vantagePoint.subnetId);
  return (
    there.find(({ securityGroups }) => isSameSet(securityGroups, vantagePoint.securityGroups)) ??
    there.find(({ identity }) => identity === 'own')
  );
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  const worn = new Set(some);
  const wanted = new Set(others);
  return worn.size === wanted.size && [...worn].every((group) => wanted.has(group));
}

async function ask(
  prober: Prober | undefined,
  { vantagePoint, endpoints }: DialWork,
  options: InvokeProbersOptions,
): Promise<ProberReply> {
  if (endpoints.length === 0) return noReply(null, 'no endpoint was left to dial');
  if (prober === undefined) return noReply(null, noProberText(vantagePoint));
  const requests = endpoints.map(({ id, address, port }) => ({ id, address: address ?? '', port }));
  const event: ProberEvent = { endpoints: requests, deadlineMs: options.deadlineMs, dwellMs: options.dwellMs };
  const leftMs = leftOf(options);
  if (leftMs !== null && leftMs <= 0) return OUT_OF_TIME;
  return invoke(prober, event, leftMs, options);
}

/** Milliseconds until the caller's own time is up; null where it has no end. */
function leftOf({ finishBy, now }: InvokeProbersOptions): number | null {
  return finishBy === undefined ? null : finishBy.getTime() - now().getTime();
}

async function invoke(
  { functionName }: Prober,
  event: ProberEvent,
  leftMs: number | null,
  { client, count }: InvokeProbersOptions,
): Promise<ProberReply> {
  const abortSignal = leftMs === null ? undefined : AbortSignal.timeout(leftMs);
  count?.('lambda:Invoke');
  try {
    const Payload = new TextEncoder().encode(JSON.stringify(event));
    const command = new InvokeCommand({ FunctionName: functionName, Payload });
    return readProberAnswer(await client.send(command, { abortSignal }), functionName);
  } catch (error) {
    if (abortSignal?.aborted) return OUT_OF_TIME;
    return error instanceof Error ? noReply(error.name, error.message) : noReply(null, String(error));
  }
}

function noProberText({ subnetId, securityGroups }: VantagePoint): string {
  const groups = securityGroups.length === 0 ? 'no security groups' : `security groups ${securityGroups.join(', ')}`;
  return `no prober stands in ${subnetId ?? 'no subnet'} with ${groups}`;
}

/** The check is due again before this place could answer. */
const OUT_OF_TIME = noReply('OutOfTime', 'the time of this check was up before the prober answered');

function noReply(errno: string | null, detail: string): ProberReply {
  return { probes: new Map(), missing: { errno, detail } };
}

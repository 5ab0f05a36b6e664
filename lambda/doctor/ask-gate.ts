import { setTimeout as sleep } from 'node:timers/promises';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import type { GateAnswer } from '../gate/gate-answer.ts';
import { CannotCheck } from '../inventory/cannot-check.ts';
import { onceAdmitted } from '../inventory/once-admitted.ts';
import { despiteFailures } from './despite-failures.ts';
import { type Invoked, invokeDeployed } from './invoke-deployed.ts';
import { sentOnce } from './sent-once.ts';

/**
 * What the gate is asked. `loadBalancers` are names or ARNs, none for all that the deployment watches; what is undefined is left
 * to the deployment. `baseline` is a report, or what was made of one; `readmit` are `TARGETGROUP:TARGET[:PORT]`.
 */
export type GateQuestion = {
  readonly loadBalancers: readonly string[];
  readonly targetGroups: readonly string[];
  readonly readmit: readonly string[];
  readonly baseline: unknown;
  readonly stable: number | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly pauseSeconds: number;
};

/** Whose credentials ask. */
export type Caller = { readonly region?: string | undefined; readonly profile?: string | undefined };

/**
 * A function runs 15 minutes at most, and a gate may take a day: it is asked again and again, each time with where it stands. A
 * NAT gateway forgets a connection on which nothing comes for 350 seconds
 * (https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html), and pipelines stand behind such.
 */
const WAIT_SECONDS = 240;

/** More than a day of them. */
const MOST_CALLS = 1_000;

/**
 * Waits at the deployed gate for its verdict, which is bounded by the gate's own timeout. Throws `CannotCheck`, with what the
 * gate or Lambda said, where none comes.
 */
export async function askGate(
  gate: Omit<Invoked, 'role'>,
  { loadBalancers, baseline, ...question }: GateQuestion,
  { region, profile }: Caller,
): Promise<GateAnswer> {
  const client = new LambdaClient({ region, profile, ...sentOnce });
  const asked = {
    ...question,
    waitSeconds: WAIT_SECONDS,
    loadBalancers: loadBalancers.length === 0 ? null : loadBalancers,
  };
  const ask = async (event: object, isRepeatable: boolean) => {
    const invoke = (input: ConstructorParameters<typeof InvokeCommand>[0]) => {
      const once = () => onceAdmitted(() => client.send(new InvokeCommand(input)));
      return isRepeatable ? despiteFailures(once) : once();
    };
    return answerIn(await invokeDeployed(invoke, { ...gate, role: 'gate' }, event), gate.functionName);
  };
  try {
    // Begun a second time without a baseline it would take for old what came since, and let pass what it must wait for.
    const isRepeatable = question.readmit.length === 0 && (baseline ?? null) !== null;
    let answer = await ask({ ...asked, baseline }, isRepeatable);
    for (let calls = 1; answer.standing !== null && calls < MOST_CALLS; calls += 1) {
      await sleep(question.pauseSeconds * 1000);
      // It only looks on, and to register a target twice is to register it.
      answer = await ask({ ...asked, standing: answer.standing }, true);
    }
    return answer;
  } catch (error) {
    throw ofOlderGate(error, gate.functionName) ?? error;
  } finally {
    client.destroy();
  }
}

/** A gate refuses what it does not know; null for any other error. */
function ofOlderGate(error: unknown, gate: string): CannotCheck | null {
  if (!(error instanceof CannotCheck) || !error.message.includes('the event cannot be read')) return null;
  const [, said = ''] = error.message.split('the event cannot be read: ');
  return new CannotCheck(
    `The gate ${gate} is of an older version, which does not read what this one asks: deploy it again. It said: ${said}`,
  );
}

/** The rest is the answer's own contract; where it stands is handed back as it came. */
const ANSWER = z.looseObject({
  schemaVersion: z.literal(1),
  verdict: z.enum(['passed', 'held', 'unknown']),
  reason: z.string(),
  checks: z.number(),
  findings: z.array(z.unknown()),
  readmitted: z.array(z.string()),
  standing: z.unknown().refine((standing) => standing !== undefined),
});

function answerIn(answer: unknown, gate: string): GateAnswer {
  if (ANSWER.safeParse(answer).success) return answer as GateAnswer;
  throw new CannotCheck(`The gate ${gate} gave no answer that this version reads: deploy it again.`);
}

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { InvokeOutcome } from '../aws/invoke-outcome.ts';
import type { DeployedFunction } from '../deployment.ts';
import { entryFile } from '../entry-file.ts';
import type { AddressBook, InvokedAnswer, InvokeMessage } from '../processes/messages.ts';
import { type Child, startChild } from './child.ts';
import { lines } from './lines.ts';

/** Where and how one function runs. */
export type Placement = {
  /** Words before the command: how to get into the namespace; none in loopback mode and outside the VPC. */
  readonly enter: readonly string[];
  readonly book: AddressBook | null;
};

/** The Lambda service of the world: starts execution environments when first needed, and runs events in them. */
export type FunctionRunner = {
  readonly run: (code: DeployedFunction, placement: Placement, event: unknown) => Promise<InvokeOutcome>;
  /** Ends every environment; what still runs in them comes back as an error. */
  readonly close: () => Promise<void>;
};

/** One execution environment, and who waits until it has printed the end of an invocation. */
type Environment = { readonly child: Child; readonly ends: Map<string, () => void> };
type Warm = { readonly code: DeployedFunction; readonly idle: Environment[] };

const RUNTIME = entryFile('function');

/**
 * Runs functions as Lambda does: an environment has one event at a time and stays warm for the next; two events at once have
 * two; one of a function that was deployed anew since is not used again. `printed` is told every line that functions print,
 * those of an invocation before its answer is given.
 */
export function functionRunner(printed: (functionName: string, line: string) => void = () => {}): FunctionRunner {
  const warm = new Map<string, Warm>();
  const all = new Set<Environment>();

  return {
    run: async (code, placement, event) => {
      const pool = await poolOf(code);
      const environment = pool.idle.pop() ?? (await start(code, placement.enter));
      const requestId = randomUUID();
      const message = {
        event,
        book: placement.book,
        requestId,
        functionArn: code.arn,
        timeoutMs: code.timeoutSeconds * 1000,
      };
      const { outcome, isSpent } = await invoke(environment, message);
      if (isSpent || warm.get(code.name) !== pool) await end(environment);
      else pool.idle.push(environment);
      return outcome;
    },
    close: async () => {
      await Promise.all([...all].map(end));
    },
  };

  async function poolOf(code: DeployedFunction): Promise<Warm> {
    const known = warm.get(code.name);
    if (known !== undefined && isDeepStrictEqual(known.code, code)) return known;
    const fresh: Warm = { code, idle: [] };
    warm.set(code.name, fresh);
    await Promise.all((known?.idle.splice(0) ?? []).map(end));
    return fresh;
  }

  async function start(code: DeployedFunction, enter: readonly string[]): Promise<Environment> {
    const ends = new Map<string, () => void>();
    const heard = lines((line) => {
      const requestId = /^END RequestId: (\S+)$/.exec(line)?.[1];
      if (requestId === undefined) printed(code.name, line);
      else ends.get(requestId)?.();
    });
    const env = { PATH: process.env['PATH'], ...code.environment };
    const child = await startChild([...enter, process.execPath, RUNTIME, code.file], { env, printed: heard });
    const environment = { child, ends };
    all.add(environment);
    return environment;
  }

  async function end(environment: Environment): Promise<void> {
    all.delete(environment);
    await environment.child.stop();
  }
}

/** `isSpent`: the environment is of no more use. */
type Invoked = { readonly outcome: InvokeOutcome; readonly isSpent: boolean };

async function invoke({ child, ends }: Environment, message: Omit<InvokeMessage, 'id'>): Promise<Invoked> {
  const { requestId, timeoutMs } = message;
  const ended = new Promise<void>((resolve) => void ends.set(requestId, resolve));
  let timer: NodeJS.Timeout | undefined;
  const timedOut = new Promise<Invoked>((resolve) => {
    const words = `RequestId: ${requestId} Error: Task timed out after ${timeoutMs / 1000} seconds`;
    timer = setTimeout(() => resolve({ outcome: failure('Sandbox.Timedout', words), isSpent: true }), timeoutMs);
  });
  const answered = child.request<InvokedAnswer>(message).then(async (answer) => {
    await ended;
    return { outcome: outcomeOf(answer), isSpent: false };
  });
  try {
    return await Promise.race([answered, timedOut]);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { outcome: failure('Runtime.ExitError', words), isSpent: true };
  } finally {
    clearTimeout(timer);
    ends.delete(requestId);
  }
}

function outcomeOf(answer: InvokedAnswer): InvokeOutcome {
  if ('error' in answer) return failure(answer.error.errorType, answer.error.errorMessage);
  return { kind: 'answer', payload: answer.payload };
}

function failure(errorType: string, errorMessage: string): InvokeOutcome {
  return { kind: 'function-error', payload: { errorType, errorMessage } };
}

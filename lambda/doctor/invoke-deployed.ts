import type { InvokeCommandInput, InvokeCommandOutput } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { CannotCheck } from '../inventory/cannot-check.ts';
import { credentialsProblem } from '../inventory/credentials-problem.ts';
import { unknownOf } from '../inventory/unknown-of.ts';

/** A deployed function: its name, what it is to a reader (`monitor`), and its stack. */
export type Invoked = { readonly functionName: string; readonly role: string; readonly stack: string };

/**
 * Invokes a deployed function and gives what it answers. Throws `CannotCheck`, with what the function or Lambda said, where no
 * answer comes.
 */
export async function invokeDeployed(
  invoke: (input: InvokeCommandInput) => Promise<InvokeCommandOutput>,
  invoked: Invoked,
  event: unknown,
): Promise<unknown> {
  try {
    return answerIn(await invoke({ FunctionName: invoked.functionName, Payload: JSON.stringify(event) }), invoked);
  } catch (error) {
    throw error instanceof CannotCheck ? error : problem(error, invoked);
  }
}

function problem(error: unknown, { functionName, role, stack }: Invoked): CannotCheck {
  const credentials = credentialsProblem(error);
  if (credentials !== null) return credentials;
  const { kind, reason } = unknownOf(error, 'lambda:InvokeFunction');
  const advice = kind === 'forbidden' ? ' Allow the IAM action lambda:InvokeFunction on it.' : '';
  return new CannotCheck(`The ${role} ${functionName} (stack ${stack}) could not be invoked: ${reason}.${advice}`);
}

const FAILED = z.object({ errorType: z.string().optional(), errorMessage: z.string() });

function answerIn({ Payload, FunctionError }: InvokeCommandOutput, { functionName, role }: Invoked): unknown {
  const answer = parsed(Payload?.transformToString() ?? '', `${role} ${functionName}`);
  if (FunctionError === undefined) return answer;
  const failed = FAILED.safeParse(answer);
  const what = failed.success ? failed.data.errorMessage : FunctionError;
  throw new CannotCheck(`The ${role} ${functionName} failed: ${what}`);
}

function parsed(text: string, who: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CannotCheck(`The ${who} answered no JSON: deploy it again.`);
  }
}

import * as z from 'zod';
import type { Hindrance } from './inconclusive-result.ts';
import type { TcpProbe } from './tcp.ts';

/** What came of an invocation: results by endpoint id, and why any endpoint that is not among them has none. */
export type ProberReply = { readonly probes: ReadonlyMap<string, TcpProbe>; readonly missing: Hindrance };

/** Lambda's answer to an invocation, as far as it matters: the function's own error, and its JSON. */
export type InvokeOutput = {
  readonly FunctionError?: string | undefined;
  readonly Payload?: Uint8Array | undefined;
};

/** Reads a prober's answer. Never throws: what is malformed, be it one result or all of them, counts as missing. */
export function readProberAnswer({ FunctionError, Payload }: InvokeOutput, functionName: string): ProberReply {
  const payload = parsed(new TextDecoder().decode(Payload));
  if (FunctionError !== undefined) return { probes: new Map(), missing: functionError(payload, FunctionError) };
  const answer = ANSWER.safeParse(payload);
  if (!answer.success) {
    const detail = `prober ${functionName} gave a malformed answer: ${z.prettifyError(answer.error)}`;
    return { probes: new Map(), missing: { errno: null, detail } };
  }
  const results = answer.data.results.map((result) => RESULT.safeParse(result)).filter(({ success }) => success);
  const probes = new Map(results.flatMap(({ data }) => (data === undefined ? [] : [entryOf(data)])));
  const detail = `prober ${functionName} gave no well-formed result for this endpoint`;
  return { probes, missing: { errno: null, detail } };
}

const ANSWER = z.object({ results: z.array(z.unknown()) });

const RESULT = z.object({
  id: z.string(),
  outcome: z.enum(['connected', 'refused', 'timed-out', 'reset', 'closed-early', 'unreachable', 'inconclusive']),
  errno: z.string().nullable(),
  detail: z.string().nullable(),
  elapsedMs: z.number().nonnegative(),
  attempts: z.int().nonnegative(),
  at: z.iso.datetime(),
});

/** What the runtime answers for a function that threw (AWS Lambda Developer Guide, "function errors"). */
const FUNCTION_ERROR = z.object({ errorType: z.string().optional(), errorMessage: z.string() });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function functionError(payload: unknown, kind: string): Hindrance {
  const error = FUNCTION_ERROR.safeParse(payload).data;
  return { errno: error?.errorType ?? kind, detail: error?.errorMessage ?? 'the prober failed and did not say why' };
}

function entryOf({ id, ...probe }: z.infer<typeof RESULT>): [string, TcpProbe] {
  return [id, probe];
}

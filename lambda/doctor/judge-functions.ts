import type { Fact } from '../model/fact.ts';
import type { GroundLine } from './ground-line.ts';
import { lineOf } from './line-of.ts';
import type { FunctionState } from './read-function.ts';
import { unknownLine } from './unknown-line.ts';

/** A deployed function, and what Lambda says of it. */
export type LookedAtFunction = { readonly functionName: string; readonly found: Fact<FunctionState> };

/** Whether monitors and probers can be invoked; those that can are told in one line. `deploy` is the command that deploys. */
export function judgeFunctions(functions: readonly LookedAtFunction[], deploy: string): readonly GroundLine[] {
  const judged = functions.map((one) => judge(one, deploy));
  const active = judged.filter((line) => line === null).length;
  const says = `${active === 1 ? '1 function is' : `${active} functions are`} active.`;
  const well = lineOf({ part: 'probers', state: 'ok', subject: 'functions', says });
  return [...(active === 0 ? [] : [well]), ...judged.filter((line) => line !== null)];
}

function judge({ functionName: subject, found }: LookedAtFunction, deploy: string): GroundLine | null {
  const line = { part: 'probers', subject } as const;
  if (!found.known && found.kind === 'not-found') {
    const says = 'The stack tells of it, and there is no such function.';
    return lineOf({ ...line, state: 'missing', says, todo: 'Deploy again.', command: deploy });
  }
  if (!found.known) return unknownLine('probers', subject, found);
  const { state, reason, update, updateReason } = found.value;
  if (state !== 'Active') return lineOf({ ...line, ...inState(state, because(reason)) });
  return update === 'Successful' ? null : lineOf({ ...line, ...afterUpdate(update, because(updateReason)) });
}

function because(reason: string | null): string {
  return reason === null ? '' : ` (${reason.replace(/\.$/, '')})`;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html; a function in a VPC is put to rest after 14 idle days. */
function inState(state: string, why: string): Pick<GroundLine, 'state' | 'says' | 'todo'> {
  switch (state) {
    case 'Pending':
      return {
        state: 'warning',
        says: `It is being made ready${why}.`,
        todo: 'Wait a few minutes, and ask again.',
      };
    case 'Inactive':
      return {
        state: 'warning',
        says: `It is at rest${why}: nobody invoked it for 14 days, and the next invocation fails while Lambda makes its network interface anew.`,
        todo: 'See why the schedule did not have it invoked (the heartbeat alarm), then check twice, some minutes apart.',
      };
    case 'Failed':
      return {
        state: 'missing',
        says: `It cannot run${why}.`,
        todo: 'Mend what Lambda says, and deploy again.',
      };
    default:
      return {
        state: 'unknown',
        says: `Its state "${state}" is not known to this version${why}.`,
        todo: 'Ask again.',
      };
  }
}

/** While an update is under way, and after one that failed, the code and configuration of before run: same page. */
function afterUpdate(update: string | null, why: string): Pick<GroundLine, 'state' | 'says' | 'todo'> {
  switch (update) {
    case 'InProgress':
      return {
        state: 'warning',
        says: `It is being updated${why}: the code and configuration of before run until then.`,
        todo: 'Wait a few minutes, and ask again.',
      };
    case 'Failed':
      return {
        state: 'missing',
        says: `Its last update failed${why}, and the code and configuration of before run on.`,
        todo: 'Mend what Lambda says, and deploy again.',
      };
    default:
      return {
        state: 'unknown',
        says: `What came of its last update is not known: Lambda says ${update ?? 'nothing'}${why}.`,
        todo: 'Ask again.',
      };
  }
}

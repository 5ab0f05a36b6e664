import type { Operation } from '../operation.ts';

/** `GetAccountSettings`: the limits of the account, of which only concurrency is told. */
export const getAccountSettings: Operation = {
  action: 'lambda:GetAccountSettings',
  run: (_input, { sources }) => {
    const { limit, unreserved } = sources.account?.().concurrency ?? { limit: 1000, unreserved: 1000 };
    const limits = { ConcurrentExecutions: limit, UnreservedConcurrentExecutions: unreserved };
    return { StatusCode: 200, Payload: JSON.stringify({ AccountLimit: limits }) };
  },
};

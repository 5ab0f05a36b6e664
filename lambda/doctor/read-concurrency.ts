import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda';
import { required } from '../inventory/required.ts';
import type { Fact } from '../model/fact.ts';
import { asked } from './asked.ts';
import type { DoctorClients } from './doctor-clients.ts';

/** Invocations that an account and Region may have at the same time: in all, and of functions that reserve none. */
export type Concurrency = { readonly limit: number; readonly unreserved: number };

/** What Lambda says of it. Throws `CannotCheck` where the credentials do not hold. */
export function readConcurrency({ lambda }: Pick<DoctorClients, 'lambda'>): Promise<Fact<Concurrency>> {
  return asked('lambda:GetAccountSettings', async () => {
    const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
    return {
      limit: required(AccountLimit?.ConcurrentExecutions, 'ConcurrentExecutions'),
      unreserved: required(AccountLimit?.UnreservedConcurrentExecutions, 'UnreservedConcurrentExecutions'),
    };
  });
}

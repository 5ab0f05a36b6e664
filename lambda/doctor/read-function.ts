import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { required } from '../inventory/required.ts';
import type { Fact } from '../model/fact.ts';
import { asked } from './asked.ts';
import type { DoctorClients } from './doctor-clients.ts';

/**
 * A function as Lambda tells of it. `state`: `Pending`, `Active`, `Inactive`, `Failed`; `update`, the last one: `InProgress`,
 * `Successful`, `Failed`, and null until the function is made.
 */
export type FunctionState = {
  readonly state: string;
  readonly reason: string | null;
  readonly update: string | null;
  readonly updateReason: string | null;
};

/** What Lambda says of a function; unknown as `not-found` where there is none. Throws `CannotCheck` where the credentials do not hold. */
export function readFunction(
  { lambda }: Pick<DoctorClients, 'lambda'>,
  functionName: string,
): Promise<Fact<FunctionState>> {
  return asked('lambda:GetFunctionConfiguration', async () => {
    const answer = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: functionName }));
    return {
      state: required(answer.State, 'State'),
      reason: answer.StateReason ?? null,
      update: answer.LastUpdateStatus ?? null,
      updateReason: answer.LastUpdateStatusReason ?? null,
    };
  });
}

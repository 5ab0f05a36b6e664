import { InvokeCommand } from '@aws-sdk/client-lambda';
import { type Fact, known } from '../model/fact.ts';
import { asked } from './asked.ts';
import type { DoctorClients } from './doctor-clients.ts';

/**
 * Whether the caller may invoke this function, asked without running it (`InvocationType` `DryRun`,
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html). Throws `CannotCheck` where the credentials do not hold.
 */
export async function tryInvoking(
  { lambda }: Pick<DoctorClients, 'lambda'>,
  functionName: string,
): Promise<Fact<true>> {
  const command = new InvokeCommand({ FunctionName: functionName, InvocationType: 'DryRun' });
  const answer = await asked('lambda:InvokeFunction', () => lambda.send(command));
  return answer.known ? known(true) : answer;
}

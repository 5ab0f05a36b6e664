import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { required } from '../inventory/required.ts';
import type { Fact } from '../model/fact.ts';
import { asked } from './asked.ts';
import type { DoctorClients } from './doctor-clients.ts';
import type { Identity } from './identity.ts';

/**
 * Who the caller is. No permission is needed
 * (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html). Throws `CannotCheck` where the
 * credentials do not hold.
 */
export function readIdentity({ sts }: Pick<DoctorClients, 'sts'>): Promise<Fact<Identity>> {
  return asked('sts:GetCallerIdentity', async () => {
    const { Account, Arn } = await sts.send(new GetCallerIdentityCommand({}));
    return { account: required(Account, 'Account'), arn: required(Arn, 'Arn') };
  });
}

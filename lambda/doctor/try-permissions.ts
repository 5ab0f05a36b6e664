import type { AwsClients } from '../inventory/aws-clients.ts';
import { mapBounded } from '../inventory/map-bounded.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import { asked } from './asked.ts';
import { type Nowhere, permissionTrials } from './permission-trials.ts';

/** Whether the caller may: `granted`, or unknown with the reason; `forbidden` where AWS refuses. */
export type Tried = { readonly action: string; readonly granted: Fact<true> };

/** Asks AWS for each of these IAM actions, one call each, few at a time. Throws `CannotCheck` where the credentials do not hold. */
export function tryPermissions(
  clients: Pick<AwsClients, 'ec2' | 'elbv2'>,
  actions: readonly string[],
  nowhere: Nowhere,
): Promise<readonly Tried[]> {
  return mapBounded(4, actions, async (action) => ({ action, granted: await granted(action, clients, nowhere) }));
}

async function granted(
  action: string,
  clients: Pick<AwsClients, 'ec2' | 'elbv2'>,
  nowhere: Nowhere,
): Promise<Fact<true>> {
  const trial = permissionTrials[action];
  if (trial === undefined) return unknown('not-asked', `no call is known that would tell of ${action}`);
  const fact = await asked(action, () => trial(clients, nowhere).catch(passed));
  // AWS asks whether one may before it looks for the thing.
  if (fact.known || fact.kind === 'not-found') return known(true);
  return fact;
}

/** `DryRunOperation` is how EC2 says yes (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html). */
function passed(error: unknown): true {
  if (error instanceof Error && error.name === 'DryRunOperation') return true;
  throw error;
}

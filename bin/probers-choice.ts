import type { Choice } from '../lambda/doctor/choose-deployed.ts';
import type { Deployed } from '../lambda/doctor/deployed.ts';
import { CannotCheck } from '../lambda/inventory/cannot-check.ts';
import { deployCommand } from './deploy-command.ts';

/** Where to look for deployed probers, and whether the caller insists on them. */
export type ProbersAsked = {
  readonly names: readonly string[];
  readonly stack?: string | undefined;
  readonly insists: boolean;
  /** In one sentence why a deployment does not serve, null where it does; all do, by default. */
  readonly whyNot?: ((deployed: Deployed) => string | null) | undefined;
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
};

/**
 * The deployment that is to check these load balancers; where the caller does not insist, null with the reason why there is
 * none. Throws `CannotCheck` where the caller insists and there is none, for ARNs of another Region, and without credentials.
 */
export async function probersChoice({
  names,
  stack,
  insists,
  whyNot = () => null,
  region: asked,
  profile,
}: ProbersAsked): Promise<{ readonly deployed: Deployed } | { readonly deployed: null; readonly why: string }> {
  const [{ awsClients }, { checkLoadBalancerArn }, { doctorClients }, { findWatching }] = await Promise.all([
    import('../lambda/inventory/aws-clients.ts'),
    import('../lambda/inventory/check-load-balancer-arn.ts'),
    import('../lambda/doctor/doctor-clients.ts'),
    import('../lambda/doctor/find-watching.ts'),
  ]);
  const account = { region: asked, profile };
  const region = await awsClients(account).region();
  for (const arn of names.filter((name) => name.startsWith('arn:'))) checkLoadBalancerArn(arn, region);
  const found = await findWatching(doctorClients(account), names, { region, stack: stack ?? null });
  const choice = serving(found, whyNot);
  if ('deployed' in choice) return choice;
  if (!insists) return { deployed: null, why: choice.why };
  throw new CannotCheck(
    `${choice.why} Deploy it (\`${deployCommand()}\`), or say --from local to dial from this machine.`,
  );
}

function serving(choice: Choice, whyNot: NonNullable<ProbersAsked['whyNot']>): Choice {
  const why = 'deployed' in choice ? whyNot(choice.deployed) : null;
  return why === null ? choice : { why };
}

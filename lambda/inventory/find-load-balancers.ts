import type { LoadBalancer } from '../model/inventory.ts';
import type { AwsClients } from './aws-clients.ts';
import { CannotCheck } from './cannot-check.ts';
import { checkLoadBalancerArn } from './check-load-balancer-arn.ts';
import { collectPages } from './collect-pages.ts';
import { loadBalancers } from './load-balancers.ts';
import { loadBalancersProblem } from './load-balancers-problem.ts';
import { nearest } from './nearest.ts';

type Described = Omit<LoadBalancer, 'attributes'>;

/**
 * What is to be done about a name that nobody has: `refuse`, or `pass-over`, so that one load balancer that is gone does not
 * hinder a check of the others.
 */
export type Missing = 'refuse' | 'pass-over';

/**
 * The load balancers with these names or ARNs, each once; all without any. Throws `CannotCheck` where they cannot be read, for
 * a name or ARN that is wrong, and, unless it is to be passed over, for one that is unknown, with those that are known.
 */
export async function findLoadBalancers(
  clients: AwsClients,
  names: readonly string[],
  missing: Missing = 'refuse',
): Promise<readonly Described[]> {
  const region = await clients.region();
  const arns = names.filter(isArn);
  for (const arn of arns) checkLoadBalancerArn(arn, region);
  try {
    if (names.length === 0) return await collectPages(loadBalancers, clients, 'all');
    const asked = await ask(clients, names);
    // AWS fails the whole call for one name that it does not know, and does not always say which.
    const found = asked ?? (await collectPages(loadBalancers, clients, 'all'));
    return select(found, names, { region, missing });
  } catch (error) {
    throw error instanceof CannotCheck ? error : loadBalancersProblem(error, clients);
  }
}

function isArn(name: string): boolean {
  return name.startsWith('arn:');
}

/** Null where one of them is not known, or could not be a name at all. */
async function ask(clients: AwsClients, names: readonly string[]): Promise<readonly Described[] | null> {
  const plain = names.filter((name) => !isArn(name));
  if (!plain.every((name) => /^[A-Za-z0-9-]{1,32}$/.test(name))) return null;
  try {
    const byArn = await collectPages(loadBalancers, clients, names.filter(isArn));
    return [...byArn, ...(await collectPages(loadBalancers, clients, plain))];
  } catch (error) {
    if (error instanceof Error && /^(LoadBalancerNotFound|ValidationError)/.test(error.name)) return null;
    throw error;
  }
}

function select(
  found: readonly Described[],
  names: readonly string[],
  { region, missing }: { readonly region: string; readonly missing: Missing },
): readonly Described[] {
  const byName = new Map(found.flatMap((one) => [[one.name, one] as const, [one.arn, one] as const]));
  const unknown = missing === 'pass-over' ? [] : names.filter((name) => !byName.has(name));
  if (unknown.length > 0) {
    throw new CannotCheck(unknown.map((name) => stranger(name, found, region)).join('\n'), { isUnknownName: true });
  }
  return [...new Set(names.flatMap((name) => byName.get(name) ?? []))];
}

function stranger(name: string, found: readonly Described[], region: string): string {
  const known = found.map((one) => (isArn(name) ? one.arn : one.name));
  const most = nearest(name, known).join(', ');
  return `There is no load balancer "${name}" in ${region}${known.length === 0 ? ', nor any other' : `; there are: ${most}`}.`;
}

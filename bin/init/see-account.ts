import { doctorClients } from '../../lambda/doctor/doctor-clients.ts';
import { readIdentity } from '../../lambda/doctor/read-identity.ts';
import { type AwsClients, awsClients } from '../../lambda/inventory/aws-clients.ts';
import { CannotCheck } from '../../lambda/inventory/cannot-check.ts';
import { findLoadBalancers } from '../../lambda/inventory/find-load-balancers.ts';
import { loadBalancerTags } from '../../lambda/inventory/load-balancer-tags.ts';
import { nearest } from '../../lambda/inventory/nearest.ts';
import { readPages } from '../../lambda/inventory/read-pages.ts';
import { subnets } from '../../lambda/inventory/subnets.ts';
import { vpcs } from '../../lambda/inventory/vpcs.ts';
import type { Fact } from '../../lambda/model/fact.ts';
import type { Config } from '../../lib/config/config-schema.ts';
import type { Chosen } from './chosen.ts';
import type { Seen, SeenLoadBalancer } from './seen.ts';

/** Whose account is asked. */
type Account = { readonly region?: string | undefined; readonly profile?: string | undefined };

/**
 * Finds the chosen load balancers of one Region with what else the configuration tells of; `before` is the one that is brought up
 * to date, null where there is none. Throws `CannotCheck`, with the IAM action where one is missing, unless all of it was read:
 * half of a configuration would deploy half of the probers. That there is no load balancer is wrong unless `before` has
 * deployments in the Region.
 */
export async function seeAccount(chosen: Chosen, account: Account, before: Config | null): Promise<Seen> {
  const clients = awsClients({ region: account.region, profile: account.profile });
  const region = await clients.region();
  const found = await findLoadBalancers(clients, chosen.names);
  const gateways = found.filter(({ type }) => type === 'gateway').map(({ name }) => name);
  if (chosen.names.length > 0 && gateways.length > 0) throw new CannotCheck(cannotBeWatched(gateways));
  const dialled = found.filter(({ type }) => type !== 'gateway');
  const loadBalancers = await tagged(dialled, chosen.tags, clients);
  const standing = before?.deployments.filter((one) => one.region === region) ?? [];
  if (loadBalancers.length === 0 && standing.length === 0) {
    throw new CannotCheck(`There is no Application or Network Load Balancer in ${region}: name another --region.`);
  }
  const vpcIds = [...new Set(loadBalancers.map(({ vpcId }) => vpcId))];
  const vpcIdsBefore = standing.map(({ vpcId }) => vpcId);
  const read = all(await readPages(vpcs, clients, [...vpcIds, ...vpcIdsBefore]), 'The ranges of the VPCs');
  const places = all(await readPages(subnets, clients, vpcIds), 'The subnets of the load balancers');
  for (const one of loadBalancers) {
    refuseUnseen(
      one,
      places.map(({ id }) => id),
    );
  }
  const there = chosen.names.length > 0 ? null : found.map(({ arn }) => arn);
  const whose = accountIn(loadBalancers) ?? (await accountOfCaller(account));
  return { account: whose, region, loadBalancers, vpcs: read, there, leftOut: gateways };
}

/** `arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/…`; null where there is none. */
function accountIn([first]: readonly SeenLoadBalancer[]): string | null {
  return first?.arn.split(':')[4] ?? null;
}

/** By the file alone nobody knows whether its load balancers are gone, or only another account was asked. */
async function accountOfCaller(caller: Account): Promise<string> {
  const identity = await readIdentity(doctorClients({ region: caller.region, profile: caller.profile }));
  if (identity.known) return identity.value.account;
  throw new CannotCheck(`Whose account this is cannot be read: ${identity.reason}.`);
}

function cannotBeWatched(names: readonly string[]): string {
  return `Gateway Load Balancers cannot be watched, since nobody dials their targets: leave out ${names.join(', ')}.`;
}

async function tagged(
  found: readonly SeenLoadBalancer[],
  wanted: Chosen['tags'],
  clients: AwsClients,
): Promise<readonly SeenLoadBalancer[]> {
  if (wanted.length === 0 || found.length === 0) return found;
  const arns = found.map(({ arn }) => arn);
  const tagsOf = new Map(
    all(await readPages(loadBalancerTags, clients, arns), 'The tags of the load balancers').map(({ arn, tags }) => [
      arn,
      tags,
    ]),
  );
  const has = ({ arn }: SeenLoadBalancer) => wanted.every(({ key, value }) => tagsOf.get(arn)?.[key] === value);
  const chosen = found.filter(has);
  if (chosen.length > 0) return chosen;
  throw new CannotCheck(noneTagged(wanted, [...tagsOf.values()]));
}

function noneTagged(wanted: Chosen['tags'], there: readonly Readonly<Record<string, string>>[]): string {
  const asked = wanted.map(({ key, value }) => `${key}=${value}`).join(', ');
  const known = new Set(there.flatMap((tags) => Object.entries(tags).map(([key, value]) => `${key}=${value}`)));
  const likeliest = nearest(asked, [...known].toSorted()).join(', ');
  return `No load balancer is tagged ${asked}; ${likeliest === '' ? 'none has any tag' : `there are ${likeliest}`}.`;
}

function all<T>(fact: Fact<readonly T[]>, what: string): readonly T[] {
  if (fact.known) return fact.value;
  const advice = fact.action === undefined ? '' : ` Allow the IAM action ${fact.action}.`;
  throw new CannotCheck(`${what} cannot be read: ${fact.reason}.${advice}`);
}

function refuseUnseen({ name, zones }: SeenLoadBalancer, ids: readonly string[]): void {
  const unseen = zones.map(({ subnetId }) => subnetId).filter((id) => !ids.includes(id));
  if (unseen.length === 0) return;
  throw new CannotCheck(
    `The subnets of ${name} could not be read: AWS does not tell of ${unseen.join(', ')} (ec2:DescribeSubnets).`,
  );
}

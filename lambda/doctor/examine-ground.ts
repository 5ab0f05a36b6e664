import { readActions } from '../actions.ts';
import type { AwsClients } from '../inventory/aws-clients.ts';
import { loadBalancers } from '../inventory/load-balancers.ts';
import { mapBounded } from '../inventory/map-bounded.ts';
import { readPages } from '../inventory/read-pages.ts';
import { subnets } from '../inventory/subnets.ts';
import { type Fact, known } from '../model/fact.ts';
import type { LoadBalancer, Subnet } from '../model/inventory.ts';
import type { Deployed } from './deployed.ts';
import type { DoctorClients } from './doctor-clients.ts';
import { findDeployed } from './find-deployed.ts';
import type { Ground } from './ground.ts';
import { type GroundLine, groundParts } from './ground-line.ts';
import { judgeConcurrency } from './judge-concurrency.ts';
import { judgeConfiguration } from './judge-configuration.ts';
import { judgeDeployments } from './judge-deployments.ts';
import { judgeFunctions } from './judge-functions.ts';
import { judgeHeartbeat } from './judge-heartbeat.ts';
import { judgeIdentity } from './judge-identity.ts';
import { judgeInvoking } from './judge-invoking.ts';
import { judgePermissions } from './judge-permissions.ts';
import { judgeSubnets, type SubnetPlaces } from './judge-subnets.ts';
import { judgeSubscriptions } from './judge-subscriptions.ts';
import { judgeTrails } from './judge-trails.ts';
import type { Planned } from './planned.ts';
import { readConcurrency } from './read-concurrency.ts';
import { readFunction } from './read-function.ts';
import { readHeartbeat } from './read-heartbeat.ts';
import { readIdentity } from './read-identity.ts';
import { readSize, type Size } from './read-size.ts';
import { readSubscriptions } from './read-subscriptions.ts';
import { readTrails } from './read-trails.ts';
import { tryInvoking } from './try-invoking.ts';
import { tryPermissions } from './try-permissions.ts';
import { unknownLine } from './unknown-line.ts';

/** What is looked at and for whom; `planned` is null where there is no configuration. */
export type GroundOptions = {
  readonly clients: DoctorClients;
  readonly aws: AwsClients;
  readonly planned: Planned | null;
  /** Of the command line. */
  readonly version: string;
  /** The command that deploys. */
  readonly deploy: string;
};

/** Probers invoked at the same time where the configuration does not say otherwise. */
const UNTOLD = { concurrency: 5 };

/**
 * Looks at all that the doctor stands on; writes nothing, and runs no function. Throws `CannotCheck` where there is no region, or
 * no credentials that hold.
 */
export async function examineGround({ clients, aws, planned, version, deploy }: GroundOptions): Promise<Ground> {
  const region = await aws.region();
  const identity = await readIdentity(clients);
  const caller = identity.known ? identity.value : null;
  const [tried, trails, concurrency, deployed, found] = await Promise.all([
    tryPermissions(aws, readActions, { region, caller }),
    readTrails(clients),
    readConcurrency(clients),
    findDeployed(clients, region, null),
    readPages(loadBalancers, aws, 'all'),
  ]);
  const deployments = planned?.deployments ?? [];
  const standing = deployed.known ? deployed.value : [];
  const absent = deployments.filter(({ stack }) => !standing.some((one) => one.stack === stack));
  const running = deployments.length > 0 ? deployments : [UNTOLD, ...standing.slice(1).map(() => UNTOLD)];
  const places = placesOf(planned, found);
  const stood = places.known ? await readSubnets(aws, places.value) : places;
  const toReserve = absent.reduce((sum, { reserved }) => sum + reserved, 0);
  const lines = [
    judgeIdentity(identity, region, planned?.account ?? null),
    ...judgePermissions(tried),
    ...(await invokingLines(clients, standing)),
    ...judgeConfiguration(planned, { found, subnets: stood }, region),
    ...(places.known
      ? judgeSubnets(places.value, stood, planned?.rewrite ?? 'origin-doctor init')
      : [unknownLine('subnets', 'free addresses', places)]),
    judgeConcurrency(concurrency, running, toReserve),
    judgeTrails(trails, region),
    ...judgeDeployments(deployed, deployments, { region, version, deploy }),
    ...(await functionLines(clients, standing, deploy)),
    ...(await aliveLines(clients, standing)),
  ];
  const inOrder = groundParts.flatMap((part) => lines.filter((line) => line.part === part));
  return { account: caller?.account ?? null, lines: inOrder, size: await sizeOf(aws, planned, found) };
}

type FoundLoadBalancer = Omit<LoadBalancer, 'attributes'>;

async function invokingLines(clients: DoctorClients, deployed: readonly Deployed[]): Promise<readonly GroundLine[]> {
  return mapBounded(4, deployed, async ({ monitor }) => judgeInvoking(monitor, await tryInvoking(clients, monitor)));
}

/** The planned subnets, or without a plan those of all load balancers. */
function placesOf(planned: Planned | null, found: Fact<readonly FoundLoadBalancer[]>): Fact<readonly SubnetPlaces[]> {
  if (planned === null) return found.known ? known(found.value.filter(isDialled).map(placesOfOne)) : found;
  const places = planned.deployments.map(({ vpcId, loadBalancers: its, watches }) => {
    return { vpcId, subnets: [...its, ...watches].flatMap((one) => one.subnets) };
  });
  return known(places);
}

function placesOfOne({ vpcId, zones }: FoundLoadBalancer): SubnetPlaces {
  return { vpcId, subnets: zones.map(({ subnetId }) => subnetId) };
}

async function readSubnets(aws: AwsClients, places: readonly SubnetPlaces[]): Promise<Fact<readonly Subnet[]>> {
  const vpcIds = [...new Set(places.map(({ vpcId }) => vpcId))];
  return vpcIds.length === 0 ? known([]) : readPages(subnets, aws, vpcIds);
}

async function functionLines(
  clients: DoctorClients,
  deployed: readonly Deployed[],
  deploy: string,
): Promise<readonly GroundLine[]> {
  const names = deployed.flatMap(({ monitor, gate, probers }) => [
    ...[monitor, gate].filter((name) => name !== null),
    ...probers.map(({ functionName }) => functionName),
  ]);
  const looked = await mapBounded(4, names, async (functionName) => {
    return { functionName, found: await readFunction(clients, functionName) };
  });
  return judgeFunctions(looked, deploy);
}

/** What shows that a deployment works: its heartbeat, and who gets its messages. */
async function aliveLines(clients: DoctorClients, deployed: readonly Deployed[]): Promise<readonly GroundLine[]> {
  const lines = await mapBounded(4, deployed, async ({ deployment, topic }) => [
    ...judgeHeartbeat(deployment, await readHeartbeat(clients, deployment)),
    ...(topic === null ? [] : [judgeSubscriptions(topic, await readSubscriptions(clients, topic))]),
  ]);
  return lines.flat();
}

/** Of what is planned, or without a plan of all that could be. */
async function sizeOf(
  aws: AwsClients,
  planned: Planned | null,
  found: Fact<readonly FoundLoadBalancer[]>,
): Promise<Fact<Size>> {
  if (!found.known) return found;
  const arns = planned?.deployments.flatMap(({ loadBalancers: its }) => its.map(({ arn }) => arn));
  const watched = found.value.filter(({ arn, type }) => isDialled({ type }) && (arns?.includes(arn) ?? true));
  const watches = planned?.deployments.flatMap((one) => one.watches.map(({ subnets: its }) => its.length));
  return readSize(aws, watched, watches ?? []);
}

/** Nobody dials a Gateway Load Balancer's targets. */
function isDialled({ type }: Pick<LoadBalancer, 'type'>): boolean {
  return type !== 'gateway';
}

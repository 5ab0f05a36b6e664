import type { Endpoint, VantagePoint } from '../model/endpoint.ts';
import type { EndpointEvidence } from '../model/evidence.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { Inventory, LoadBalancer, TargetGroup, TargetHealth } from '../model/inventory.ts';
import type { Memory } from '../model/memory.ts';
import type { ProbeResult } from '../model/probe-result.ts';
import { clientPathsToTarget } from '../reachability/clients/client-paths-to-target.ts';
import { oncePer } from '../reachability/once-per.ts';
import { addressHolder } from './address-holder.ts';
import { conclusiveResults } from './conclusive-results.ts';
import { declaredFor } from './declared-for.ts';
import { dialledPorts } from './dialled-ports.ts';
import type { Declarations } from './load-balancer-evidence.ts';
import { loadBalancerWord } from './load-balancer-word.ts';
import { pathsOf } from './paths-of.ts';
import { proberPaths } from './prober-paths.ts';
import { proves } from './proves.ts';
import { resultsOf } from './results-of.ts';
import { seenSymptoms } from './seen-symptoms.ts';
import { symptomSince } from './symptom-since.ts';
import { symptomsOf } from './symptoms-of.ts';
import { targetHealthOf } from './target-health-of.ts';
import { targetInstance } from './target-instance.ts';
import { targetZone } from './target-zone.ts';
import { trafficProbes } from './traffic-probes.ts';
import { unjudgedBecause } from './unjudged-because.ts';
import { zonesWithoutTarget } from './zones-without-target.ts';

/**
 * What one check looked at. `vantagePoints` are all of the check, a local one among them; `results` is null where
 * nothing was dialled; `memory` is what checks before this one saw; `at` is ISO 8601.
 */
export type Looked = {
  readonly inventory: Inventory;
  readonly endpoint: Endpoint;
  readonly vantagePoints: readonly VantagePoint[];
  readonly results: readonly ProbeResult[] | null;
  readonly memory: Memory | null;
  readonly declarations: Declarations;
  readonly at: string;
};

/**
 * Brings together all that is known of one endpoint: probe, configuration and the load balancer's word, and what of it
 * is not as it should be. Null where the inventory holds no such load balancer or target group.
 */
export function evidenceOf(looked: Looked): EndpointEvidence | null {
  const { inventory, endpoint, memory, declarations, at } = looked;
  const { networkAcls, securityGroups, securityGroupRules, staleSecurityGroups, subnets, routeTables } = inventory;
  const loadBalancer = loadBalancersByArn(inventory.loadBalancers).get(endpoint.loadBalancer);
  const targetGroup = targetGroupsByArn(valuesOf(inventory.targetGroups)).get(endpoint.targetGroup);
  if (loadBalancer === undefined || targetGroup === undefined) return null;

  const vantagePoints = placesOf(looked);
  const probes = probesOf(looked);
  const results = valuesOf(probes);
  const proving = results.filter((result) => proves(result, looked));
  const inconclusive = results.filter(({ outcome }) => outcome === 'inconclusive');
  const contradicting = seenSymptoms(endpoint.purpose, proving)[0];
  const paths = pathsOf(inventory, endpoint, vantagePoints);
  const holder = addressHolder(inventory, endpoint, targetGroup);
  const instance = targetInstance(inventory, endpoint, holder);
  const health = targetHealthOf(inventory, targetGroup.arn, endpoint.target);
  const checksThisPort = health.known && isChecked(endpoint, health.value, targetGroup);
  const word = map(health, (line) =>
    loadBalancerWord({
      health: line,
      check: targetGroup.healthCheck,
      checksThisPort,
      symptomSince: contradicting ? symptomSince(memory, endpoint.id, contradicting.outcome, at) : null,
      at,
    }),
  );
  const symptoms = symptomsOf({
    purpose: endpoint.purpose,
    seen: seenSymptoms(endpoint.purpose, inconclusive.length === 0 ? proving : [...proving, ...inconclusive]),
    dialled: conclusiveResults(proving, { vantagePoints }).length > 0,
    word: word.known && checksThisPort ? word.value : null,
    paths,
  });
  // Written out, as spreading one object into another is what most of this would cost.
  return {
    subject: 'endpoint',
    endpoint,
    loadBalancer,
    targetGroup,
    symptoms,
    vantagePoints,
    at,
    dialledPorts: dialledPorts(inventory),
    unjudged: unjudgedBecause({ endpoint, vantagePoints: looked.vantagePoints, probes, proving, word, paths }),
    facts: {
      probes,
      paths,
      loadBalancerWord: word,
      networkAcls,
      securityGroups,
      securityGroupRules,
      staleSecurityGroups,
      subnets,
      routeTables,
      zonesWithoutTarget: zonesWithoutTarget(inventory, endpoint, { loadBalancer, targetGroup }),
      trafficProbes: trafficProbes({ endpoint, targetGroup, vantagePoints, results: looked.results }),
      proberPaths: proberPaths(probes, { inventory, endpoint, vantagePoints }),
      targetInstance: instance,
      targetZone: targetZone(endpoint.target, { addressHolder: holder, targetInstance: instance, subnets }),
      addressHolder: holder,
      clientPaths: clientPathsToTarget(inventory, {
        endpoint,
        loadBalancer,
        targetGroup,
        declared: declaredFor(loadBalancer, declarations),
      }),
    },
  };
}

const loadBalancersByArn = oncePer(
  (all: readonly LoadBalancer[]) => new Map<string | null, LoadBalancer>(all.map((one) => [one.arn, one])),
);
const targetGroupsByArn = oncePer(
  (all: readonly TargetGroup[]) => new Map<string | null, TargetGroup>(all.map((one) => [one.arn, one])),
);

/** The places that should reach the endpoint. Targets of one load balancer have the same, and share the list. */
function placesOf({ vantagePoints, endpoint }: Looked): readonly VantagePoint[] {
  const lists = listsOf(vantagePoints);
  const key = endpoint.vantagePoints.join();
  const kept = lists.get(key);
  if (kept !== undefined) return kept;
  const places = vantagePoints.filter(({ id }) => endpoint.vantagePoints.includes(id));
  lists.set(key, places);
  return places;
}

const listsOf = oncePer((_all: readonly VantagePoint[]) => new Map<string, readonly VantagePoint[]>());

/** An endpoint without an address could not be dialled, whatever came back for it; that blames no prober. */
function probesOf({ results, endpoint }: Looked): Fact<readonly ProbeResult[]> {
  if (endpoint.address === null) return unknown('failed', endpoint.addressUnknown ?? 'its address is not known');
  if (results === null) return unknown('not-asked', 'nothing was dialled');
  const own = resultsOf(results, endpoint.id);
  return own.length === 0 ? unknown('failed', 'no result came back for it') : known(own);
}

/** Whether the load balancer's check dials this endpoint's port; the target's own line knows it best. */
function isChecked({ port }: Endpoint, { healthCheckPort }: TargetHealth, { healthCheck }: TargetGroup): boolean {
  const checked = healthCheckPort ?? healthCheck.port;
  return checked === 'traffic-port' || checked === String(port);
}

function map<T, U>(fact: Fact<T>, change: (value: T) => U): Fact<U> {
  return fact.known ? known(change(fact.value)) : fact;
}

function valuesOf<T>(fact: Fact<readonly T[]>): readonly T[] {
  return fact.known ? fact.value : [];
}

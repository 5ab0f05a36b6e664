import type { Endpoint, VantagePoint } from '../model/endpoint.ts';
import type { Declarations, EndpointEvidence, LoadBalancerWord } from '../model/evidence.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { Inventory, TargetGroup, TargetHealth } from '../model/inventory.ts';
import type { Memory } from '../model/memory.ts';
import type { ProbeResult } from '../model/probe-result.ts';
import { clientPathsToTarget } from '../reachability/clients/client-paths-to-target.ts';
import { oncePer } from '../reachability/once-per.ts';
import { aclTraffic } from './acl-traffic.ts';
import { addressHolder } from './address-holder.ts';
import { conclusiveResults } from './conclusive-results.ts';
import { declaredFor } from './declared-for.ts';
import { loadBalancerWord } from './load-balancer-word.ts';
import { NO_WORD } from './no-word.ts';
import { pathsOf } from './paths-of.ts';
import { proberPaths } from './prober-paths.ts';
import { proves } from './proves.ts';
import { resultsOf } from './results-of.ts';
import { seenSymptoms } from './seen-symptoms.ts';
import { servedBy } from './served-by.ts';
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
 * is not as it should be. Null where the inventory holds no such load balancer, target group or watch.
 */
export function evidenceOf(looked: Looked): EndpointEvidence | null {
  const { inventory, endpoint, memory, declarations, at } = looked;
  const { networkAcls, securityGroups, securityGroupRules, staleSecurityGroups, subnets, routeTables } = inventory;
  const vantagePoints = placesOf(looked);
  const served = servedBy(inventory, endpoint, vantagePoints);
  if (served === null) return null;

  const { caller, loadBalancer, targetGroup } = served;
  const probes = probesOf(looked);
  const results = valuesOf(probes);
  const proving = results.filter((result) => proves(result, looked));
  const inconclusive = results.filter(({ outcome }) => outcome === 'inconclusive');
  const contradicting = seenSymptoms(endpoint.purpose, proving)[0];
  const paths = pathsOf(inventory, endpoint, vantagePoints);
  const holder = addressHolder(inventory, endpoint, targetGroup ?? caller);
  const instance = targetInstance(inventory, endpoint, holder);
  const since = contradicting ? symptomSince(memory, endpoint.id, contradicting.outcome, at) : null;
  const { word, checksThisPort } = wordOn(looked, targetGroup, since);
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
    caller,
    loadBalancer,
    targetGroup,
    symptoms,
    vantagePoints,
    at,
    aclTraffic: aclTraffic(inventory, declarations),
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
      zonesWithoutTarget:
        targetGroup === null ? NONE : zonesWithoutTarget(inventory, endpoint, { loadBalancer, targetGroup }),
      trafficProbes: trafficProbes({ endpoint, targetGroup, vantagePoints, results: looked.results }),
      proberPaths: proberPaths(probes, { inventory, endpoint, vantagePoints }),
      targetInstance: instance,
      targetZone: targetZone(endpoint.target, { addressHolder: holder, targetInstance: instance, subnets }),
      addressHolder: holder,
      clientPaths:
        targetGroup === null
          ? NONE
          : clientPathsToTarget(inventory, {
              endpoint,
              loadBalancer,
              targetGroup,
              declared: declaredFor(loadBalancer, declarations),
            }),
    },
  };
}

const NONE: Fact<readonly never[]> = known([]);

type Word = { readonly word: Fact<LoadBalancerWord>; readonly checksThisPort: boolean };

/** What the load balancer says, weighed against a symptom that is there since then (ISO 8601; null: none). */
function wordOn(
  { inventory, endpoint, at }: Looked,
  targetGroup: TargetGroup | null,
  symptomSince: string | null,
): Word {
  if (targetGroup === null) return { word: known(NO_WORD), checksThisPort: false };
  const health = targetHealthOf(inventory, targetGroup.arn, endpoint.target);
  if (!health.known) return { word: health, checksThisPort: false };
  const checksThisPort = isChecked(endpoint, health.value, targetGroup);
  const weighed = { health: health.value, check: targetGroup.healthCheck, checksThisPort, symptomSince, at };
  return { word: known(loadBalancerWord(weighed)), checksThisPort };
}

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

/** Whether the load balancer's check dials this endpoint's port; the target's own line knows it best. What is not dialled has no other. */
function isChecked(
  { port, dialled }: Endpoint,
  { healthCheckPort }: TargetHealth,
  { healthCheck }: TargetGroup,
): boolean {
  const checked = healthCheckPort ?? healthCheck.port;
  return dialled === false || checked === 'traffic-port' || checked === String(port);
}

function valuesOf<T>(fact: Fact<readonly T[]>): readonly T[] {
  return fact.known ? fact.value : [];
}

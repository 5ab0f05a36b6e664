import type { Diagnosis, Finding } from '../model/diagnosis.ts';
import type { VantagePoint } from '../model/endpoint.ts';
import type { EndpointEvidence, Evidence } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import type { Inventory } from '../model/inventory.ts';
import { isDialled } from '../model/is-dialled.ts';
import type { ProbeResult } from '../model/probe-result.ts';
import type { Report, ReportedEndpoint, ReportedPath, ReportedProbe } from '../model/report.ts';
import { sortFindings } from './sort-findings.ts';
import { targetName } from './target-name.ts';
import { unexcludedBy } from './unexcluded-by.ts';
import { unreadOf } from './unread-of.ts';

/** The evidence on one subject and what it comes to. */
export type Judged = { readonly evidence: Evidence; readonly diagnosis: Diagnosis };

/** All that a report is made of. `vantagePoints` are the places that were dialled from; `checkedAt` is ISO 8601. */
export type Checked = {
  readonly inventory: Inventory;
  readonly judged: readonly Judged[];
  readonly vantagePoints: readonly VantagePoint[];
  readonly trigger: Report['trigger'];
  readonly checkedAt: string;
  readonly cost: Report['cost'];
};

/** Brings the diagnoses of one check into the report that the contract describes. Leading findings come first. */
export function reportOf({ inventory, judged, vantagePoints, trigger, checkedAt, cost }: Checked): Report {
  const endpoints = judged.flatMap(({ evidence, diagnosis }) =>
    evidence.subject === 'endpoint' ? [reportedEndpoint(evidence, diagnosis, inventory)] : [],
  );
  const findings = findingsOf(judged.map(({ diagnosis }) => diagnosis));
  const diagnoses = new Map(judged.flatMap(ofResources));
  return {
    schemaVersion: 1,
    checkedAt,
    configurationReadAt: inventory.readAt,
    trigger,
    findings,
    loadBalancers: reportedLoadBalancers(inventory, diagnoses, endpoints),
    targetGroups: reportedTargetGroups(inventory, diagnoses, endpoints),
    endpoints,
    vantagePoints,
    unread: unreadOf(inventory),
    securityGroups: groupsNamedIn(findings, inventory),
    cost,
  };
}

/** Diagnoses of load balancers and target groups as such, by ARN. */
type Diagnoses = ReadonlyMap<string, Diagnosis>;

function ofResources({ evidence, diagnosis }: Judged): readonly (readonly [string, Diagnosis])[] {
  if (evidence.subject === 'endpoint') return [];
  const { arn } = evidence.subject === 'load-balancer' ? evidence.loadBalancer : evidence.targetGroup;
  return [[arn, diagnosis]];
}

function reportedLoadBalancers(
  inventory: Inventory,
  diagnoses: Diagnoses,
  endpoints: readonly ReportedEndpoint[],
): Report['loadBalancers'] {
  const mine = Map.groupBy(endpoints, ({ loadBalancer }) => loadBalancer);
  const unexcluded = unexcludedBy(inventory);
  return inventory.loadBalancers.map(({ arn, name, type, state }) => {
    const diagnosis = diagnoses.get(arn) ?? NOTHING;
    return {
      ...{ arn, name, type, state },
      leading: diagnosis.leading ?? leadingOf(mine.get(arn) ?? []),
      diagnosis,
      unjudged: unreadSentence('listeners', inventory.listeners[arn]) ?? unreadTargetGroups(inventory),
      ...unexcluded(diagnosis),
    };
  });
}

function reportedEndpoint(evidence: EndpointEvidence, diagnosis: Diagnosis, inventory: Inventory): ReportedEndpoint {
  const { endpoint, facts } = evidence;
  const { id, loadBalancer, targetGroup, watch, target, address, dialled, port, purpose } = endpoint;
  return {
    id,
    loadBalancer,
    targetGroup,
    watch,
    target: {
      id: target.id,
      port: target.port,
      name: targetName(inventory, { targetId: target.id, vpcId: (evidence.targetGroup ?? evidence.caller).vpcId }),
    },
    address,
    ...(dialled === false ? { dialled } : {}),
    port,
    purpose,
    elb: facts.loadBalancerWord.known && evidence.loadBalancer !== null ? facts.loadBalancerWord.value : null,
    probes: facts.probes.known ? facts.probes.value.map(reportedProbe) : [],
    paths: reportedPaths(evidence),
    unjudged: evidence.unjudged,
    diagnosis,
  };
}

function reportedProbe({ endpoint: _, ...probe }: ProbeResult): ReportedProbe {
  return probe;
}

function reportedPaths({ facts: { paths } }: EndpointEvidence): readonly ReportedPath[] {
  if (!paths.known) return [];
  return paths.value.map(({ vantagePoint, path }) => ({
    vantagePoint: vantagePoint.id,
    zone: vantagePoint.zone,
    verdict: path.verdict,
    forward: path.forward,
    return: path.return,
  }));
}

function findingsOf(diagnoses: readonly Diagnosis[]): readonly Finding[] {
  const leading = diagnoses.flatMap((diagnosis) => diagnosis.leading ?? []);
  const others = diagnoses.flatMap((diagnosis) => diagnosis.others);
  return [...sortFindings(leading), ...sortFindings(others)];
}

/** An account has thousands: only those that someone will read of. */
function groupsNamedIn(findings: readonly Finding[], { securityGroups }: Inventory): Report['securityGroups'] {
  if (!securityGroups.known) return [];
  // Ten thousand findings say much the same: each word is looked through once.
  const said = findings.flatMap(({ why, culprit }) => `${why} ${culprit.resource} ${culprit.value}`.split(' '));
  const words = [...new Set(said)].join(' ');
  return securityGroups.value.filter(({ id }) => words.includes(id)).map(({ id, name }) => ({ id, name }));
}

/** The first of the findings that lead at the endpoints, in reading order. */
function leadingOf(endpoints: readonly ReportedEndpoint[]): Finding | null {
  const leading = endpoints.flatMap(({ diagnosis }) => (diagnosis.leading === null ? [] : [diagnosis.leading]));
  return sortFindings(leading)[0] ?? null;
}

function reportedTargetGroups(
  inventory: Inventory,
  diagnoses: Diagnoses,
  endpoints: readonly ReportedEndpoint[],
): Report['targetGroups'] {
  if (!inventory.targetGroups.known) return [];
  const mine = Map.groupBy(endpoints, ({ targetGroup }) => targetGroup);
  const unexcluded = unexcludedBy(inventory);
  return inventory.targetGroups.value.map((group) => {
    const { arn, name, loadBalancerArns } = group;
    const diagnosis = diagnoses.get(arn) ?? NOTHING;
    return {
      ...{ arn, name, loadBalancers: loadBalancerArns },
      leading: diagnosis.leading ?? leadingOf(mine.get(arn) ?? []),
      diagnosis,
      // No load balancer sends anything to the targets of a group that none uses.
      unjudged: loadBalancerArns.length === 0 ? null : unreadSentence('targets', inventory.targetHealth[arn]),
      ...unexcluded(diagnosis),
      ...(isDialled(group) ? {} : { dialled: false as const }),
    };
  });
}

/** Of a resource on which there is no evidence. */
const NOTHING: Diagnosis = {
  ...{ symptom: null, since: null, lastWell: null, leading: null },
  ...{ others: [], inconclusive: [] },
};

function unreadTargetGroups({ targetGroups }: Inventory): string | null {
  return unreadSentence('target groups', targetGroups);
}

function unreadSentence(what: string, fact: Fact<unknown> | undefined): string | null {
  if (fact === undefined) return `${what} were not asked for`;
  return fact.known ? null : `${what} could not be read: ${fact.reason}`;
}

import { listed } from '../../diagnosis/listed.ts';
import type { Finding } from '../../model/diagnosis.ts';
import { watchesIn } from '../../model/owners-of.ts';
import type { Report } from '../../model/report.ts';
import { type NamedGroups, namedGroups } from '../named-groups.ts';
import type { FindingGroup } from './group-findings.ts';
import { lastWell } from './last-well.ts';
import { observed } from './observed.ts';
import type { Block, Piece, Row } from './page.ts';
import { since } from './since.ts';

/** A finding as a block: what was observed, since when, why, what mends it, and how to see that it is mended. */
export function findingBlock({ finding, endpoints, diagnoses }: FindingGroup, report: Report): Block {
  const named = namedGroups(report.securityGroups ?? []);
  const rows: readonly Row[] = [
    { label: 'Where', pieces: texts(whereabouts(finding, endpoints, report)) },
    { label: 'Observed', pieces: [...seen(finding, endpoints, report), ...texts(zonesOf(finding))] },
    {
      label: 'Since',
      pieces: texts([since(finding.since, report.checkedAt, lastWell(diagnoses, finding.since)), ...changeOf(finding)]),
    },
    { label: 'Because', pieces: texts(reasonsOf(finding, report).map(named)) },
    { label: 'Fix', pieces: fixOf(finding, named) },
    { label: 'Confirm', pieces: texts([finding.fix.confirm]) },
  ];
  return {
    title: finding.title,
    tag: finding.kind === 'cause' ? finding.certainty : `${finding.kind}, ${finding.certainty}`,
    code: finding.code,
    rows: rows.filter(({ pieces }) => pieces.length > 0),
  };
}

function texts(sentences: readonly string[]): readonly Piece[] {
  return sentences.filter((text) => text !== '').map((text) => ({ kind: 'text', text }));
}

/** What was seen at the endpoints; of a load balancer or target group as such, the facts that it rests on. */
function seen({ facts }: Finding, endpoints: FindingGroup['endpoints'], report: Report): readonly Piece[] {
  if (endpoints.length > 0) return observed(endpoints, report);
  return texts(facts.map(({ name, value }) => `- ${name}: ${value}`));
}

/** The target groups, load balancers and watched paths that are hit; without endpoints, the thing itself. */
function whereabouts({ resource }: Finding, endpoints: FindingGroup['endpoints'], report: Report): readonly string[] {
  const groups = endpoints.flatMap(({ targetGroup }) => nameOf(report.targetGroups, targetGroup) ?? []);
  const owners = endpoints.flatMap(({ loadBalancer }) => nameOf(report.loadBalancers, loadBalancer) ?? []);
  const watches = watchesIn({ endpoints }).map((name) => `watched path ${name}`);
  if (groups.length === 0 || owners.length === 0)
    return watches.length > 0 ? watches : [nounOf(resource, report) ?? resource];
  return [`${nouned('target group', once(groups))} of ${nouned('load balancer', once(owners))}`, ...watches];
}

function nounOf(resource: string, { loadBalancers, targetGroups }: Report): string | null {
  const loadBalancer = loadBalancers.find(({ arn }) => arn === resource);
  if (loadBalancer !== undefined) return `load balancer ${loadBalancer.name}`;
  const group = targetGroups.find(({ arn }) => arn === resource);
  if (group === undefined) return null;
  const owners = group.loadBalancers.map((arn) => nameOf(loadBalancers, arn) ?? arn);
  return `target group ${group.name}${owners.length === 0 ? '' : ` of ${nouned('load balancer', owners)}`}`;
}

function nouned(noun: string, names: readonly string[]): string {
  return `${noun}${names.length === 1 ? '' : 's'} ${listed(names)}`;
}

function once(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function nameOf(things: readonly { readonly arn: string; readonly name: string }[], arn: string | null): string | null {
  return things.find((thing) => thing.arn === arn)?.name ?? arn;
}

function zonesOf({ zones }: Finding): readonly string[] {
  return zones === null ? [] : [`It shows only from ${listed(zones)}.`];
}

function changeOf({ changedBy }: Finding): readonly string[] {
  return changedBy === null ? [] : [`Brought by ${changedBy.event}, ${changedBy.who}, ${changedBy.when}.`];
}

/** A cause has somebody to blame; a consequence or a note only concerns somebody. */
function reasonsOf({ kind, why, culprit, certainty, impact }: Finding, report: Report): readonly string[] {
  return [
    why,
    `${kind === 'cause' ? 'To blame' : 'Concerns'}: ${culpritWords(culprit, report)}. ${SURE[certainty]}`,
    ...(impact === null ? [] : [impact.summary]),
  ];
}

/** A rule's number, a range or an id is a line of its resource; a word (`state`, `rule 10`) is a property of it. */
function culpritWords({ resource, line, value }: Finding['culprit'], report: Report): string {
  const name = nounOf(resource, report) ?? resource;
  const said = value === undefined ? '' : ` (${value})`;
  if (line === undefined) return `${name}${said}`;
  if (!PROPERTY.test(line)) return `${name}, line ${line}${said}`;
  return `${name} (${line}${value === undefined ? '' : `: ${value}`})`;
}

const PROPERTY = /^[a-z][a-z_. ]*( \d+)?$/;

const SURE: Record<Finding['certainty'], string> = {
  certain: 'This is certain.',
  likely: 'This is likely, not proven.',
  possible: 'This is possible, no more.',
};

function fixOf({ fix }: Finding, named: NamedGroups): readonly Piece[] {
  return [
    ...texts([named(fix.summary)]),
    ...fix.commands.map((text): Piece => ({ kind: 'command', text })),
    ...texts([verifiedWords(fix), fix.cdk === '' ? '' : `In CDK: ${fix.cdk}`]),
  ];
}

function verifiedWords({ verified, commands }: Finding['fix']): string {
  if (verified === true) return 'Verified: judged again with this applied, the path passes.';
  if (verified === false) return 'Not enough alone: judged again with this applied, the path does not pass yet.';
  return commands.length === 0 ? '' : 'Not verified: only another check can tell whether it helped.';
}

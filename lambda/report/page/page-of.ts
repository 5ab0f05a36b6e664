import { listed } from '../../diagnosis/listed.ts';
import { ownersOf, watchesIn } from '../../model/owners-of.ts';
import type { Report } from '../../model/report.ts';
import { isProvenCause } from '../is-proven-cause.ts';
import { whyUnjudged } from '../why-unjudged.ts';
import { basis } from './basis.ts';
import { counted } from './counted.ts';
import { findingBlock } from './finding-block.ts';
import { type FindingGroup, groupFindings } from './group-findings.ts';
import { inconclusiveSection } from './inconclusive-section.ts';
import { moment } from './moment.ts';
import type { Page, Section } from './page.ts';
import { stateOf } from './state-of.ts';
import { subjects } from './subjects.ts';
import { unexplainedSection } from './unexplained-section.ts';
import { unjudgedSection } from './unjudged-section.ts';
import { unreadSection } from './unread-section.ts';

/** Turns a report into words: what was looked at and how it is, then each distinct finding once, then what is not known. */
export function pageOf(report: Report): Page {
  const groups = groupFindings(report);
  const sections = [
    ...findingSections(groups, report),
    unexplainedSection(report),
    unjudgedSection(report),
    inconclusiveSection(report),
    unreadSection(report),
  ];
  return {
    title: 'Origin Doctor',
    when: moment(report.checkedAt),
    verdict: verdict(groups, report),
    subjects: subjects(report),
    basis: basis(report),
    sections: sections.filter(({ blocks, lines }) => blocks.length + lines.length > 0),
    closing: closing(groups, report),
  };
}

function findingSections(groups: readonly FindingGroup[], report: Report): readonly Section[] {
  const leading = groups.filter(({ finding, leads }) => leads && isProvenCause(finding));
  const further = groups.filter(({ finding, leads }) => !leads && isProvenCause(finding));
  const possible = groups.filter(({ finding }) => finding.kind === 'cause' && !isProvenCause(finding));
  const rest = groups.filter(({ finding }) => finding.kind !== 'cause');
  const section = (heading: string, tone: Section['tone'], of: readonly FindingGroup[]): Section => ({
    heading,
    tone,
    blocks: of.map((group) => findingBlock(group, report)),
    lines: [],
  });
  return [
    section(leading.length === 1 ? 'The fault' : 'The faults', 'bad', leading),
    section('Also in the way', 'bad', further),
    section('Possible causes, none of them proven', 'unsure', possible),
    section('Worth knowing', 'plain', rest),
  ];
}

function verdict(groups: readonly FindingGroup[], report: Report): Page['verdict'] {
  const faults = groups.filter(({ finding }) => isProvenCause(finding)).length;
  const least = report.omitted?.findings ? 'At least ' : '';
  if (faults > 0) return { tone: 'bad', text: `${least}${counted(faults, 'fault')} found.` };
  const states = report.endpoints.map(stateOf);
  if (states.includes('unexplained')) {
    return { tone: 'unsure', text: 'Something is wrong, and no cause of it is proven.' };
  }
  const unjudged = [...report.loadBalancers, ...report.targetGroups].some((one) => whyUnjudged(one) !== null);
  const left = report.gone !== undefined || report.truncated === 'subjects';
  if (unjudged || left || states.includes('unjudged')) {
    return { tone: 'unsure', text: 'No fault found, but not everything could be judged.' };
  }
  if (ownersOf(report).length === 0) return { tone: 'plain', text: 'There was no load balancer to look at.' };
  if (!states.includes('healthy')) return { tone: 'plain', text: idleWords(report) };
  return { tone: 'good', text: 'All that was looked at is healthy.' };
}

/** Functions, and what does not speak TCP, may take traffic unseen. */
function idleWords({ targetGroups }: Report): string {
  const unseen = targetGroups.some(({ dialled, loadBalancers }) => dialled === false && loadBalancers.length > 0);
  return unseen
    ? 'No fault found, but whether the targets take traffic was not seen: none that is in use is dialled.'
    : 'No fault found, but no target takes traffic.';
}

function closing(groups: readonly FindingGroup[], report: Report): readonly string[] {
  const { apiCalls, probes, elapsedMs } = report.cost;
  const calls = Object.values(apiCalls).reduce((sum, count) => sum + count, 0);
  const watches = watchesIn(report).length;
  const of = [
    counted(report.loadBalancers.length, 'load balancer'),
    ...(watches === 0 ? [] : [counted(watches, 'watched path')]),
  ];
  const endpoints = report.endpoints.length + (report.omitted?.endpoints ?? 0);
  const looked = `${counted(endpoints, 'endpoint')} of ${listed(of)}`;
  const cost = `${counted(calls, 'API call')}, ${counted(probes, 'probe')}, ${elapsedMs} ms`;
  const more = groups.length === 0 ? [] : ['More on a finding, by its code: origin-doctor explain CODE'];
  return [`${looked}; ${cost}.`, ...more];
}

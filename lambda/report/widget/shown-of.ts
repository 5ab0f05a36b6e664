import type { Finding } from '../../model/diagnosis.ts';
import type { Report, ReportedEndpoint } from '../../model/report.ts';
import type { Shown, ShownFinding, ShownPath, ShownState, ShownTone } from '../../model/shown.ts';
import { isProvenCause } from '../is-proven-cause.ts';
import { counted } from '../page/counted.ts';
import { findingBlock } from '../page/finding-block.ts';
import { type FindingGroup, groupFindings } from '../page/group-findings.ts';
import type { Block } from '../page/page.ts';
import { stateOf } from '../page/state-of.ts';
import { subjects } from '../page/subjects.ts';
import { unexplainedSection } from '../page/unexplained-section.ts';
import { whyUnjudged } from '../why-unjudged.ts';
import { bounded } from './bounded.ts';
import { leadingPath } from './leading-path.ts';
import { reportOnOne } from './report-on-one.ts';
import { stationsBefore, stationsOf } from './stations-of.ts';
import { zoneStates } from './zone-states.ts';

/** More than these are counted: who has more opens the report. */
const FINDINGS = 6;
const TARGET_GROUPS = 20;
const ZONES = 12;

/**
 * What is to be shown of a load balancer (ARN) or a watched path (name): its state, and what leads, each with one path. Null
 * where the report has it not.
 */
export function shownOf(report: Report, key: string): Shown | null {
  const one = reportOnOne(report, key);
  const [subject] = subjects(one);
  if (subject === undefined) return null;
  const groups = groupFindings(one);
  const leading = groups.filter(({ leads }) => leads);
  const findings = [...leading.map((group) => shownFinding(group, one)), ...unexplained(one)];
  const targetGroups = subject.parts.toSorted((a, b) => TONES[a.tone] - TONES[b.tone]);
  return bounded({
    arn: key,
    loadBalancer: stateIn(subject),
    zones: zoneStates(one).slice(0, ZONES),
    targetGroups: targetGroups.slice(0, TARGET_GROUPS).map(stateIn),
    findings: findings.slice(0, FINDINGS),
    notes: [
      ...left(findings.length - FINDINGS, 'finding'),
      ...left(targetGroups.length - TARGET_GROUPS, 'target group'),
      ...alsoFound(groups),
      ...unjudged(one),
    ],
  });
}

const TONES: Record<ShownTone, number> = { bad: 0, unsure: 1, plain: 2, good: 3 };

function stateIn({ state, tone, name, detail }: ShownState): ShownState {
  // What a whole report has further down stands here among the notes.
  return { state, tone, name, detail: detail.replace('could not be judged, see below', 'could not be judged') };
}

function shownFinding(group: FindingGroup, report: Report): ShownFinding {
  const { finding, endpoints } = group;
  const path = leadingPath(endpoints, finding);
  const stations = path === null ? null : stationsOf(path, finding, report);
  return asShown(
    findingBlock(group, report),
    toneOf(finding),
    endpoints.length === 0 ? stationsBefore(finding, report) : stations,
  );
}

function toneOf(finding: Finding): ShownTone {
  if (finding.kind === 'note') return 'plain';
  return isProvenCause(finding) ? 'bad' : 'unsure';
}

function asShown({ title, tag, code, rows }: Block, tone: ShownTone, path: ShownPath | null): ShownFinding {
  return { title, tag, code, tone, rows, path };
}

/** What fails without a proven cause, one entry for each target group. */
function unexplained(report: Report): readonly ShownFinding[] {
  const failing = report.endpoints.filter((endpoint) => stateOf(endpoint) === 'unexplained');
  return [...Map.groupBy(failing, ({ targetGroup, watch }) => targetGroup ?? watch).values()].flatMap((endpoints) => {
    const path = leadingPath(endpoints, null);
    const stations = path === null ? null : stationsOf(path, null, report);
    return unexplainedSection({ ...report, endpoints }).blocks.map((block) =>
      asShown({ ...block, title: `Failing, cause not proven: ${block.title}` }, 'unsure', stations),
    );
  });
}

function left(count: number, noun: string): readonly string[] {
  return count > 0 ? [`${counted(count, `more ${noun}`)} not shown here: origin-doctor check shows all.`] : [];
}

function alsoFound(groups: readonly FindingGroup[]): readonly string[] {
  const titles = groups.filter(({ leads }) => !leads).map(({ finding }) => `${finding.title} (${finding.certainty})`);
  return titles.length === 0 ? [] : [`Also found, behind what leads: ${[...new Set(titles)].join('; ')}.`];
}

/** Why what could not be judged could not, each reason once. */
function unjudged({ loadBalancers, targetGroups, endpoints, unread }: Report): readonly string[] {
  const reasons = [
    ...[...loadBalancers, ...targetGroups].map(whyUnjudged),
    ...endpoints.filter(isUnjudged).map((one) => one.unjudged),
  ].filter((why) => why !== null);
  return [
    ...[...new Set(reasons)].map((reason) => `Could not be judged: ${reason}.`),
    ...unread.map(({ what, reason }) => `Could not be read: ${what}: ${reason}.`),
  ];
}

function isUnjudged(endpoint: ReportedEndpoint): boolean {
  return stateOf(endpoint) === 'unjudged';
}

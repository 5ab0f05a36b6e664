import type { Decision } from '../../model/flow.ts';
import type { TargetWay, ThroughLoadBalancer, Way, WayHop, WayJudgement } from '../../model/way.ts';
import type { NamedGroups } from '../named-groups.ts';
import { moment } from '../page/moment.ts';
import type { Block, Page, Section, Tone } from '../page/page.ts';
import { hopPlace } from './hop-place.ts';
import { hopWords } from './hop-words.ts';
import { stepsOf } from './steps-of.ts';
import { targetWords } from './target-words.ts';
import { throughBranches } from './through-branches.ts';

/** When the inventory was read (ISO 8601), and the names of security groups. */
export type PathContext = { readonly readAt: string; readonly named: NamedGroups };

/** Turns a judged way into words: the verdict, each hop there and back, what stands behind a load balancer, what stops it. */
export function pathPage(judged: WayJudgement, { readAt, named }: PathContext): Page {
  const { worst, verdict, ways } = judged;
  const { path, through } = worst;
  const listener = through === null ? [] : [through.hop];
  const sections: readonly Section[] = [
    { ...plain('There'), steps: stepsOf([...path.forward, ...listener], named) },
    { ...plain('And back'), steps: stepsOf(path.return, named) },
    ...(through === null ? [] : behind(through, named)),
    { ...plain('What stops it'), tone: 'bad', blocks: worst.blockers.map((hop) => blocker(hop, named)) },
    { ...plain('What cannot be told'), tone: 'unsure', lines: unknowns(worst).map(named) },
    { ...plain('Taken for granted'), lines: worst.assumptions.map(named) },
  ];
  return {
    title: 'Origin Doctor',
    when: moment(readAt),
    verdict: { tone: TONES[verdict], text: sentence(judged) },
    subjects: ways.length < 2 ? [] : ways.map((way) => placeSubject(way, worst)),
    basis: [basisOf(judged)],
    sections: sections.filter(isFilled),
    closing: ['Judged on configuration alone: nothing was dialled, and whether anything listens is not known.'],
  };
}

const TONES: Record<Decision, Tone> = { allow: 'good', deny: 'bad', unknown: 'unsure' };
const STATES: Record<Decision, string> = { allow: 'allow', deny: 'DENY', unknown: 'UNKNOWN' };

function plain(heading: string): Section {
  return { heading, tone: 'plain', blocks: [], lines: [] };
}

function isFilled({ blocks, lines, steps = [], branches = [] }: Section): boolean {
  return blocks.length + lines.length + steps.length + branches.length > 0;
}

function sentence({ verdict, to, worst }: WayJudgement): string {
  const { from, path, through } = worst;
  if (verdict === 'allow') return `ALLOW: ${from} reaches ${to}, and the answers come back.`;
  if (verdict === 'unknown') return `UNKNOWN: whether ${from} reaches ${to} cannot be told.`;
  const there = through?.verdict === 'deny' || path.forward.some((hop) => hop.decision === 'deny');
  const back = path.return.some((hop) => hop.decision === 'deny');
  if (there || !back) return `DENY: ${from} does not reach ${to}.`;
  return `DENY: ${from} reaches ${to}, but the answers do not come back.`;
}

function placeSubject(way: Way, worst: Way): Page['subjects'][number] {
  const detail = way === worst ? `${way.zone}, shown below` : `${way.zone}`;
  return { state: STATES[way.verdict], tone: TONES[way.verdict], name: way.from, detail, parts: [] };
}

function basisOf({ protocol, worst, ways, from }: WayJudgement): string {
  const { from: first, to: last } = worst.path.flow.sourcePorts;
  const ports = first === last ? `source port ${first}` : `any source port from ${first} to ${last}`;
  const several = ways.length < 2 ? '' : ` The worst place of ${from} is shown.`;
  return `${protocol}, ${ports}.${several}`;
}

/** The tree behind the node, then the way to one target in full: the first that is reached, failing that the first of all. */
function behind(through: ThroughLoadBalancer, named: NamedGroups): readonly Section[] {
  const { name, type } = through.loadBalancer;
  const zone = through.zone === null ? '' : `, node in ${through.zone}`;
  const root = { name: `${name} (${type}${zone})`, state: null, tone: 'plain' } as const;
  const targets = through.rules.flatMap(({ groups }) => groups.flatMap((group) => group.targets));
  const shown = targets.find(({ verdict }) => verdict === through.verdict) ?? targets[0];
  return [
    { ...plain('Behind the load balancer'), branches: [{ ...root, below: throughBranches(through) }] },
    ...(shown === undefined ? [] : onwards(shown, named)),
  ];
}

function onwards({ target, sees, forward, return: answer }: TargetWay, named: NamedGroups): readonly Section[] {
  const seen = sees === null ? '' : ` It sees ${sees}.`;
  const lead = named(`To ${targetWords(target)}.${seen}`);
  return [
    { ...plain('On to a target'), lead, steps: stepsOf(forward, named) },
    { ...plain('And back from it'), steps: stepsOf(answer, named) },
  ];
}

function blocker(hop: WayHop, named: NamedGroups): Block {
  const { kind, why, nearestMiss } = hop;
  const rows = [
    { label: 'Because', text: why },
    ...(nearestMiss === undefined ? [] : [{ label: 'Nearest', text: nearestMiss.why }]),
  ];
  return {
    title: `${hopWords(kind)}: ${named(hopPlace(hop))}`,
    tag: null,
    code: null,
    rows: rows.map(({ label, text }) => ({ label, pieces: [{ kind: 'text', text: named(text) }] })),
  };
}

/** Each reason once, from before the load balancer and from behind it. */
function unknowns({ path, through, verdict }: Way): readonly string[] {
  const targets = through?.rules.flatMap(({ groups }) =>
    groups.flatMap((group) => [group.hop, ...group.targets.flatMap(hopsOf)]),
  );
  const behindIt = verdict === 'allow' ? [] : [...(through === null ? [] : [through.hop]), ...(targets ?? [])];
  const hops = [...path.forward, ...path.return, ...behindIt];
  return [...new Set(hops.filter((hop) => hop.decision === 'unknown').map((hop) => hop.why))];
}

function hopsOf({ forward, return: answer }: TargetWay): readonly WayHop[] {
  return [...forward, ...answer];
}

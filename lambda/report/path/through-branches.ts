import type { Decision } from '../../model/flow.ts';
import type { GroupWay, RuleWay, TargetWay, ThroughLoadBalancer } from '../../model/way.ts';
import { counted } from '../page/counted.ts';
import type { Branch, Tone } from '../page/page.ts';
import { hopWords } from './hop-words.ts';
import { ruleWords } from './rule-words.ts';
import { targetWords } from './target-words.ts';

/** What stands behind a load balancer's node: its rules, target groups and targets, each with its outcome. */
export function throughBranches({ rules, hop }: ThroughLoadBalancer): readonly Branch[] {
  if (hop.line === undefined) return [];
  return [{ name: `listener ${hop.line}`, state: null, tone: 'plain', below: rules.map(ruleBranch) }];
}

function ruleBranch(rule: RuleWay): Branch {
  const { answers, groups } = rule;
  const state = groups.length > 0 ? null : (answers ?? 'forwards nowhere');
  return { name: ruleWords(rule), state, tone: 'plain', below: groups.map(groupBranch) };
}

function groupBranch({ name, weight, hop, verdict, targets }: GroupWay): Branch {
  const reached = targets.filter((target) => target.verdict === 'allow').length;
  const tally = targets.length === 0 ? hop.why : `${reached} of ${counted(targets.length, 'target')} reached`;
  const state = hop.decision === 'allow' || targets.length === 0 ? tally : `${hop.why}; ${tally}`;
  return { name: `${name} (weight ${weight})`, state, tone: TONES[verdict], below: targets.map(targetBranch) };
}

function targetBranch(way: TargetWay): Branch {
  const { target, verdict, through } = way;
  const state = `${MARKS[verdict]}${stopped(way)}${healthWords(way)}`;
  const below = through === null ? [] : throughBranches(through);
  return { name: targetWords(target), state, tone: TONES[verdict], below };
}

const MARKS: Record<Decision, string> = { allow: 'ok', deny: 'STOP', unknown: '?' };
const TONES: Record<Decision, Tone> = { allow: 'good', deny: 'bad', unknown: 'unsure' };

function stopped({ blockers, forward, return: answer }: TargetWay): string {
  const [first] = blockers.length > 0 ? blockers : [...forward, ...answer].filter((hop) => hop.decision === 'unknown');
  return first === undefined ? '' : ` at ${hopWords(first.kind)}`;
}

/** A witness only: it decides nothing. */
function healthWords({ health }: TargetWay): string {
  if (health === null) return '';
  return `; the load balancer says ${health.state}${health.reason === null ? '' : ` (${health.reason})`}`;
}

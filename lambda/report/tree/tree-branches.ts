import type { Branch, Tone } from '../page/page.ts';
import { ruleWords } from '../path/rule-words.ts';
import { targetWords } from '../path/target-words.ts';
import type { Tree, TreeGroup, TreeListener, TreeLoadBalancer, TreeRule, TreeTarget } from './tree.ts';

/** The tree as branches, each with how it is. */
export function treeBranches({ loadBalancers }: Tree): readonly Branch[] {
  return loadBalancers.map(balancerBranch);
}

function balancerBranch({ name, type, scheme, state, leading, unread, listeners }: TreeLoadBalancer): Branch {
  const none = listeners.length === 0 ? 'no listener' : null;
  return {
    name: `${name} (${type}, ${scheme}, ${state})`,
    ...said(unread ?? leading ?? none),
    below: listeners.map(listenerBranch),
  };
}

function said(state: string | null): Pick<Branch, 'state' | 'tone'> {
  return { state, tone: state === null ? 'plain' : 'unsure' };
}

function listenerBranch({ protocol, port, unread, rules }: TreeListener): Branch {
  return { name: `${protocol}:${port}`, ...said(unread), below: rules.map(ruleBranch) };
}

function ruleBranch(rule: TreeRule): Branch {
  const { answers, groups } = rule;
  const words = answers.length > 0 ? answers.join(', ') : groups.length === 0 ? 'forwards nowhere' : null;
  const tone = groups.length + answers.length === 0 ? 'bad' : 'plain';
  return { name: ruleWords(rule), state: words, tone, below: groups.map(groupBranch) };
}

function groupBranch({ name, weight, healthy, registered, leading, unread, targets }: TreeGroup): Branch {
  const tally = registered === 0 ? 'no target registered' : `${healthy} of ${registered} healthy`;
  const tone = registered > 0 && healthy === registered ? 'good' : 'bad';
  const words = leading === null ? tally : `${tally}: ${leading}`;
  const state = unread === null ? ({ state: words, tone } as const) : said(unread);
  return { name: `${name} (weight ${weight})`, ...state, below: targets.map(targetBranch) };
}

function targetBranch(target: TreeTarget): Branch {
  const { health, path, outcome, leading } = target;
  const reason = health.reason === null ? '' : ` (${health.reason})`;
  const way = path === null ? '' : `; path ${path === 'allow' ? path : path.toUpperCase()}`;
  const why = leading === null ? '' : `: ${leading}`;
  const tone = outcome === null ? 'plain' : TONES[outcome];
  return { name: targetWords(target), state: `${health.state}${reason}${way}${why}`, tone, below: [] };
}

const TONES: Record<NonNullable<TreeTarget['outcome']>, Tone> = {
  faulty: 'bad',
  unexplained: 'unsure',
  unjudged: 'unsure',
  idle: 'plain',
  healthy: 'good',
};

import type { Branch, Tone } from '../page/page.ts';
import { ruleWords } from '../path/rule-words.ts';
import { targetWords } from '../path/target-words.ts';
import type {
  Tree,
  TreeGroup,
  TreeListener,
  TreeLoadBalancer,
  TreeRule,
  TreeTarget,
  TreeWatch,
  TreeWatchedAddress,
} from './tree.ts';

/** The tree as branches, each with how it is: of load balancers, and of watched paths. */
export function treeBranches({ loadBalancers, watches }: Tree): {
  readonly [kind in 'loadBalancers' | 'watches']: readonly Branch[];
} {
  return { loadBalancers: loadBalancers.map(balancerBranch), watches: watches.map(watchBranch) };
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
  const { health } = target;
  const reason = health.reason === null ? '' : ` (${health.reason})`;
  return { name: targetWords(target), ...judged(`${health.state}${reason}`, target), below: [] };
}

function judged(
  word: string,
  { path, outcome, leading }: Pick<TreeTarget, 'path' | 'outcome' | 'leading'>,
): Pick<Branch, 'state' | 'tone'> {
  const way = path === null ? '' : `; path ${path === 'allow' ? path : path.toUpperCase()}`;
  const why = leading === null ? '' : `: ${leading}`;
  return { state: `${word}${way}${why}`, tone: outcome === null ? 'plain' : TONES[outcome] };
}

function watchBranch({ name, host, port, addresses }: TreeWatch): Branch {
  const below = addresses.map((one) => addressBranch(one, port));
  return { name: `${name} (${hostAndPort(host, port)})`, state: null, tone: 'plain', below };
}

/** No load balancer has a word on it: what it came to stands in its place. */
function addressBranch(watched: TreeWatchedAddress, port: number): Branch {
  const { address, outcome } = watched;
  const name = address === null ? 'address not known' : hostAndPort(address, port);
  return { name, ...judged(OUTCOMES[outcome], watched), below: [] };
}

function hostAndPort(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

const OUTCOMES: Record<NonNullable<TreeTarget['outcome']>, string> = {
  faulty: 'faulty',
  unexplained: 'failing, cause not proven',
  unjudged: 'could not be judged',
  idle: 'idle',
  healthy: 'healthy',
};

const TONES: Record<NonNullable<TreeTarget['outcome']>, Tone> = {
  faulty: 'bad',
  unexplained: 'unsure',
  unjudged: 'unsure',
  idle: 'plain',
  healthy: 'good',
};

import type { Flow, Hop, NearestMiss, PathJudgement } from '../model/flow.ts';

/** Gives a judgement in which the destination's name was left out, as the judgement on a flow to one of that name. */
export type Naming = (flow: Flow, name: string) => PathJudgement;

/** Hops without the destination's name, by all that they say, and what gives them one. */
export type HopNamings = Map<string, (name: string) => Hop>;

/**
 * Prepares a judgement whose sentences hold `blank` where the destination's name belongs. What does not name the
 * destination is shared by all that come of it; what does is shared by the judgements that have `kept` in common.
 */
export function namedJudgement(
  { verdict, forward, return: answer, ...rest }: PathJudgement,
  blank: string,
  kept: HopNamings,
): Naming {
  const there = allNaming(forward, blank, kept);
  const back = allNaming(answer, blank, kept);
  const assumptions = rest.assumptions?.map((text) => textNaming(text, blank));
  return (flow, name) => {
    const forward = there(name);
    const answer = back(name);
    const blockers =
      rest.blockers.length === 0 ? rest.blockers : [...forward, ...answer].filter((hop) => hop.decision === 'deny');
    const judgement = { flow, verdict, forward, return: answer, blockers };
    if (assumptions === undefined) return judgement;
    return { ...judgement, assumptions: assumptions.map((naming) => naming(name)) };
  };
}

function allNaming(hops: readonly Hop[], blank: string, kept: HopNamings): (name: string) => readonly Hop[] {
  if (!hops.some((hop) => isNaming(hop, blank))) return () => hops;
  const namings = hops.map((hop) => hopNaming(hop, blank, kept));
  return (name) => namings.map((naming) => naming(name));
}

function isNaming({ why, nearestMiss }: Hop, blank: string): boolean {
  return why.includes(blank) || nearestMiss?.why.includes(blank) === true;
}

/** The places that dial an endpoint do so one after another and mostly meet the same lines: the last answer often serves. */
function hopNaming(hop: Hop, blank: string, kept: HopNamings): (name: string) => Hop {
  if (!isNaming(hop, blank)) return () => hop;
  const key = JSON.stringify(hop);
  const before = kept.get(key);
  if (before !== undefined) return before;
  const fill = filling(hop, blank);
  let last = { name: blank, hop };
  const naming = (name: string) => {
    if (last.name !== name) last = { name, hop: fill(name) };
    return last.hop;
  };
  kept.set(key, naming);
  return naming;
}

function filling(hop: Hop, blank: string): (name: string) => Hop {
  const { why, nearestMiss } = hop;
  const whyNaming = textNaming(why, blank);
  if (nearestMiss === undefined) return (name) => ({ ...hop, why: whyNaming(name) });
  const missNaming = textNaming(nearestMiss.why, blank);
  return (name) => {
    const miss: NearestMiss = { ...nearestMiss, why: missNaming(name) };
    return { ...hop, why: whyNaming(name), nearestMiss: miss };
  };
}

function textNaming(text: string, blank: string): (name: string) => string {
  const parts = text.split(blank);
  return (name) => parts.join(name);
}

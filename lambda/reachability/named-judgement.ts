import type { Flow, Hop, NearestMiss, PathJudgement } from '../model/flow.ts';

/** Gives a judgement in which the destination's name was left out, as the judgement on a flow to one of that name. */
export type Naming = (flow: Flow, name: string) => PathJudgement;

/**
 * Prepares a judgement whose sentences hold `blank` where the destination's name belongs. What does not name the
 * destination is shared by all that come of it.
 */
export function namedJudgement({ verdict, forward, return: answer, ...rest }: PathJudgement, blank: string): Naming {
  const there = forward.map((hop) => hopNaming(hop, blank));
  const back = answer.map((hop) => hopNaming(hop, blank));
  const assumptions = rest.assumptions?.map((text) => textNaming(text, blank));
  return (flow, name) => {
    const fill = <T>(naming: (name: string) => T) => naming(name);
    const hops = { forward: there.map(fill), return: back.map(fill) };
    const blockers =
      rest.blockers.length === 0
        ? rest.blockers
        : [...hops.forward, ...hops.return].filter((hop) => hop.decision === 'deny');
    const judgement = { flow, verdict, ...hops, blockers };
    return assumptions === undefined ? judgement : { ...judgement, assumptions: assumptions.map(fill) };
  };
}

function hopNaming(hop: Hop, blank: string): (name: string) => Hop {
  const { why, nearestMiss } = hop;
  if (!why.includes(blank) && !nearestMiss?.why.includes(blank)) return () => hop;
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

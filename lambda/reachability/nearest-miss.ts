import type { NearestMiss } from '../model/flow.ts';
import type { Asked } from './asked.ts';
import { atPort, type Candidate } from './at-port.ts';
import type { GroupRule } from './group-rules.ts';
import { matchPeer } from './match-peer.ts';
import { missPhrase } from './miss-phrase.ts';

/**
 * The rule that comes closest to admitting what none admits: the fewest misses, then the likeliest slip, then the
 * nearest port, then references to groups before ranges, then the first of `rules`. Undefined without any rule.
 */
export function nearestMiss(rules: readonly GroupRule[], refused: Asked): NearestMiss | undefined {
  let best: Candidate | undefined;
  let bestRank = Number.POSITIVE_INFINITY;
  let peerRight = false;
  for (const candidate of atPort(rules, refused.port).candidates()) {
    if (candidate.rankIfRight >= bestRank) break;
    const right = isPeerRight(candidate, refused);
    const rank = right ? candidate.rankIfRight : candidate.rankIfWrong;
    if (rank < bestRank) [best, bestRank, peerRight] = [candidate, rank, right];
  }
  if (best === undefined) return undefined;
  const misses = peerRight ? best.misses : [...best.misses, 'peer' as const];
  return { line: best.rule.id, misses, why: missPhrase(best.rule, misses, refused) };
}

function isPeerRight({ rule, misses }: Candidate, refused: Asked): boolean {
  return misses.length > 0 && matchPeer(rule, refused) === 'yes';
}

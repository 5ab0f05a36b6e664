import type { Flow, Hop, PathJudgement } from '../model/flow.ts';
import type { Inventory } from '../model/inventory.ts';
import { isNarrow } from '../reachability/is-narrow.ts';
import { judgeFleetPath } from '../reachability/judge-fleet-path.ts';
import { oncePer } from '../reachability/once-per.ts';
import { worstOf } from '../reachability/way/worst-of.ts';

/**
 * Judges a flow as `judgeFleetPath` does, save that a network ACL that denies hardly a port lets it pass: such a line
 * neither explains a silence nor is contradicted by an answer.
 */
export function judgeEndpointPath(inventory: Inventory, flow: Flow): PathJudgement {
  const path = judgeFleetPath(inventory, flow);
  if (!path.blockers.some(isPassable)) return path;
  const [forward, answer] = [path.forward.map(passing), path.return.map(passing)];
  const hops = [...forward, ...answer];
  return {
    ...{ ...path, forward, return: answer, verdict: worstOf(hops.map(({ decision }) => decision)) },
    blockers: hops.filter(({ decision }) => decision === 'deny'),
  };
}

const passing = oncePer((hop: Hop): Hop => {
  if (!isPassable(hop)) return hop;
  const { line: _denying, ...passed } = hop;
  return { ...passed, decision: 'allow', why: `passed over, as it denies less than one port in a hundred: ${hop.why}` };
});

function isPassable({ deniedShare = 1 }: Hop): boolean {
  return isNarrow(deniedShare);
}

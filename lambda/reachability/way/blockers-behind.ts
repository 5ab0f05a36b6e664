import type { ThroughLoadBalancer, WayHop } from '../../model/way.ts';

/** Every line that stops a way behind a load balancer's node, each once; none where it is not stopped there. */
export function blockersBehind({ verdict, hop, rules }: ThroughLoadBalancer): readonly WayHop[] {
  if (verdict !== 'deny') return [];
  if (hop.decision === 'deny') return [hop];
  const groups = rules.flatMap((rule) => rule.groups);
  const lines = groups.flatMap((group) =>
    group.hop.decision === 'deny' ? [group.hop] : group.targets.flatMap((target) => target.blockers),
  );
  return [...new Map(lines.map((line) => [`${line.kind} ${line.resource} ${line.line} ${line.why}`, line])).values()];
}

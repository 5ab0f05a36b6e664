import { listed } from '../diagnosis/listed.ts';
import type { Report } from '../model/report.ts';
import { counted } from './page/counted.ts';

type Subjects = Pick<Report, 'targetGroups' | 'endpoints'>;

/**
 * A shortened report whose load balancers and target groups say how much of theirs was left out, and count as not judged: what
 * is not told is not well.
 */
export function sayingWhatIsLeft(shortened: Report, left: Subjects): Report {
  const ofBalancer = Map.groupBy(left.endpoints, ({ loadBalancer }) => loadBalancer);
  const ofGroup = Map.groupBy(left.endpoints, ({ targetGroup }) => targetGroup);
  const groups = Map.groupBy(
    left.targetGroups.flatMap(({ loadBalancers }) => loadBalancers),
    (arn) => arn,
  );
  const number = (of: ReadonlyMap<string | null, readonly unknown[]>, arn: string) => of.get(arn)?.length ?? 0;
  return {
    ...shortened,
    loadBalancers: shortened.loadBalancers.map((one) =>
      saying(one, [
        [number(groups, one.arn), 'target group'],
        [number(ofBalancer, one.arn), 'endpoint'],
      ]),
    ),
    targetGroups: shortened.targetGroups.map((one) => saying(one, [[number(ofGroup, one.arn), 'endpoint']])),
  };
}

function saying<T extends { readonly unjudged: string | null }>(
  resource: T,
  left: readonly (readonly [number, string])[],
): T {
  const words = left.flatMap(([count, noun]) => (count === 0 ? [] : [counted(count, noun)]));
  if (words.length === 0 || resource.unjudged !== null) return resource;
  return { ...resource, unjudged: `${listed(words)} of it found no room in this report` };
}

import type { Report } from '../../model/report.ts';

/**
 * Of these alarm names those whose target group is gone: no longer behind a load balancer whose groups the report knows, or
 * behind one that is not watched any more, or none of whose targets is ever dialled (`watched` are names; null: it is not
 * known which). A name that does not begin with the prefix, or is not written as kept alarms are, is never among them.
 */
export function staleAlarms(
  names: readonly string[],
  { loadBalancers, targetGroups }: Report,
  { prefix, watched }: { readonly prefix: string; readonly watched: readonly string[] | null },
): readonly string[] {
  const dialled = targetGroups.filter((group) => group.dialled !== false);
  const read = new Map(loadBalancers.filter(({ unjudged }) => unjudged === null).map(({ arn, name }) => [name, arn]));
  return names.filter((name) => {
    const owner = ownerOf(name, prefix);
    if (owner === null) return false;
    const arn = read.get(owner.loadBalancer);
    if (arn === undefined) return watched !== null && !watched.includes(owner.loadBalancer);
    return !dialled.some((group) => group.name === owner.targetGroup && group.loadBalancers.includes(arn));
  });
}

function ownerOf(name: string, prefix: string): { readonly loadBalancer: string; readonly targetGroup: string } | null {
  if (prefix === '' || !name.startsWith(prefix)) return null;
  const [, loadBalancer, targetGroup] =
    /^([^/]+)\/([^/]+)\/(?:refused|silent|broken)$/.exec(name.slice(prefix.length)) ?? [];
  return loadBalancer === undefined || targetGroup === undefined ? null : { loadBalancer, targetGroup };
}

import type { Report, ReportedEndpoint } from '../../model/report.ts';
import { stateOf } from '../page/state-of.ts';
import type { TreeWatch, TreeWatchedAddress } from './tree.ts';
import { worstPath } from './worst-path.ts';

/** The watched paths of a report, in its order. What is watched stands at the endpoints; an inventory read later may lack it. */
export function treeWatches({ endpoints }: Pick<Report, 'endpoints'>): readonly TreeWatch[] {
  const byName = Map.groupBy(
    endpoints.filter(({ watch }) => watch !== null),
    ({ watch }) => watch,
  );
  return [...byName].flatMap(([name, mine]) => {
    const [first] = mine;
    if (name === null || first === undefined) return [];
    return [{ name, host: first.target.id, port: first.port, addresses: mine.map(watchedAddress) }];
  });
}

function watchedAddress(endpoint: ReportedEndpoint): TreeWatchedAddress {
  const { address, diagnosis } = endpoint;
  return {
    address,
    path: worstPath([endpoint]),
    outcome: stateOf(endpoint),
    leading: diagnosis.leading?.code ?? null,
  };
}

import type { ReportedEndpoint } from '../../model/report.ts';
import { endpointName } from '../../report/page/endpoint-name.ts';
import type { GateRules } from './gate.ts';
import type { Trouble } from './troubles-of.ts';

/**
 * The new endpoints that nobody dials (load balancers that are registered as targets), where connections are what is asked
 * for: a deployment with such a one is never passed unseen. Those that are in the way already (`known`) are told once.
 */
export function unseenOf(
  fresh: readonly ReportedEndpoint[],
  known: readonly Trouble[],
  { witness }: Pick<GateRules, 'witness'>,
): readonly Trouble[] {
  if (witness === 'load-balancer') return [];
  const told = new Set(known.map(({ endpoint }) => endpoint));
  return fresh
    .filter(({ id, dialled }) => dialled === false && !told.has(id))
    .map((one) => ({
      ...{ kind: 'blind', key: `${one.id} blind`, endpoint: one.id, since: null, finding: null },
      words: `${endpointName(one)} is new and is not dialled, so whether it accepts connections could not be told.`,
    }));
}

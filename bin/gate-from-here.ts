import type { GateAnswer } from '../lambda/gate/gate-answer.ts';
import { readReadmission } from '../lambda/gate/read-readmission.ts';
import type { Report } from '../lambda/model/report.ts';
import type { GateOptions } from './gate-options.ts';
import { localVantagePoint } from './local-vantage-point.ts';
import { readBaselineFile } from './read-baseline-file.ts';

const STABLE = 3;
const TIMEOUT_SECONDS = 600;

/**
 * Runs a gate on this machine, dialling from it or not at all: then the load balancer's word is what counts. Throws `CannotCheck`
 * where there is nothing to go on. The SDK is loaded here and not before: it takes half a second.
 */
export async function gateFromHere(
  from: 'local' | 'none',
  names: readonly string[],
  options: GateOptions,
): Promise<{ readonly answer: GateAnswer; readonly report: Report | null }> {
  const { stable = STABLE, timeout: timeoutSeconds = TIMEOUT_SECONDS, pause, baseline: file } = options;
  const [{ awsClients }, { looker }, { passThrough }, { probeLocally }] = await Promise.all([
    import('../lambda/inventory/aws-clients.ts'),
    import('../lambda/gate/looker.ts'),
    import('../lambda/gate/pass-through.ts'),
    import('../lambda/probe/probe-locally.ts'),
  ]);
  const readmissions = options.readmit.flatMap((text) => readReadmission(text) ?? []);
  const baseline = file === undefined ? null : await readBaselineFile(file);
  const clients = awsClients({ profile: options.profile, region: options.region });
  const now = () => new Date();
  const look = looker({
    ...{ clients, names, now, memory: null, wanted: { targetGroups: options.targetGroup, readmit: readmissions } },
    dial: from === 'none' ? null : probeLocally(),
    local: from === 'none' ? null : localVantagePoint(),
    trigger: { kind: 'cli', detail: 'gate' },
  });
  const witness = from === 'none' ? 'load-balancer' : 'connections';
  const rules = { stable, timeoutSeconds, witness } as const;
  return passThrough({ rules, baseline, look, pauseMs: pause * 1000, until: null, now, clients, readmissions });
}

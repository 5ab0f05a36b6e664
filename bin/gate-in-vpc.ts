import type { Deployed } from '../lambda/doctor/deployed.ts';
import type { GateAnswer } from '../lambda/gate/gate-answer.ts';
import { announceDeployed } from './announce-deployed.ts';
import type { GateOptions } from './gate-options.ts';
import { readBaselineFile } from './read-baseline-file.ts';

/** Waits at the deployed gate, and says on standard error which it is. Throws `CannotCheck` where no verdict comes of it. */
export async function gateInVpc(
  { deployed, functionName }: { readonly deployed: Deployed; readonly functionName: string },
  loadBalancers: readonly string[],
  { stable, timeout, pause, baseline: file, targetGroup, readmit, region, profile }: GateOptions,
): Promise<GateAnswer> {
  const baseline = file === undefined ? null : await readBaselineFile(file);
  announceDeployed(deployed, 'gate');
  const { askGate } = await import('../lambda/doctor/ask-gate.ts');
  return askGate(
    { functionName, stack: deployed.stack },
    {
      ...{ loadBalancers, targetGroups: targetGroup, readmit, baseline, stable },
      timeoutSeconds: timeout,
      pauseSeconds: pause,
    },
    { region, profile },
  );
}

import type { GateAnswer } from '../gate-answer.ts';
import type { GateGround } from '../gate-ground.ts';
import type { Baseline } from '../law/baseline.ts';
import { passThrough } from '../pass-through.ts';
import { readBaseline } from '../read-baseline.ts';
import type { DirectCall } from './direct-call.ts';
import { memoryBefore } from './memory-before.ts';

/**
 * Waits with whoever called, at most as long as the call wants or the function has time: then it says that it could not tell, and
 * where the gate stands, so that another call can go on. Throws where the call asks for what the deployment does not allow, and
 * as `runGate` does.
 */
export async function answerDirect(ground: GateGround, call: DirectCall): Promise<GateAnswer> {
  const { mayReadmit, rules, now, clients, log } = ground;
  const { loadBalancers: names, targetGroups, readmit: readmissions, stable, timeoutSeconds, standing } = call;
  if (readmissions.length > 0 && !mayReadmit) {
    throw new Error('readmit: this deployment does not allow it (gate.readmit of the construct)');
  }
  // Who names load balancers means these: the groups of the deployment may belong to others.
  const deployed = names === null ? ground.targetGroups : [];
  const wanted = { targetGroups: [...deployed, ...targetGroups], readmit: readmissions };
  const { answer } = await passThrough({
    rules: { stable: stable ?? rules.stable, timeoutSeconds: timeoutSeconds ?? rules.timeoutSeconds },
    baseline: baselineIn(call),
    look: ground.looker({ names, wanted, memory: await memoryBefore(ground) }),
    pauseMs: call.pauseSeconds === undefined ? ground.pauseMs : call.pauseSeconds * 1000,
    until: endOf(ground, call),
    ...{ standing, now, clients, readmissions },
  });
  const { verdict, reason, checks } = answer;
  const isWell = verdict === 'passed' || answer.standing !== null;
  log[isWell ? 'info' : 'error']('the gate tells its caller', { verdict, reason, checks });
  return answer;
}

/** When this call's time is up. */
function endOf({ finishBy, now }: GateGround, { waitSeconds }: DirectCall): Date {
  if (waitSeconds === undefined) return finishBy;
  return new Date(Math.min(finishBy.getTime(), now().getTime() + waitSeconds * 1000));
}

function baselineIn({ baseline }: DirectCall): Baseline | null {
  if (baseline === undefined || baseline === null) return null;
  const read = readBaseline(baseline);
  if ('baseline' in read) return read.baseline;
  throw new Error(`baseline: ${read.problem}`);
}

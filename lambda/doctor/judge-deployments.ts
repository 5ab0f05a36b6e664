import type { Fact } from '../model/fact.ts';
import type { Deployed } from './deployed.ts';
import type { GroundLine } from './ground-line.ts';
import { lineOf } from './line-of.ts';
import type { PlannedDeployment } from './planned.ts';
import { unknownLine } from './unknown-line.ts';

/** What is deployed, and whether it is what is planned, in this version. `deploy` is the command that deploys. */
export function judgeDeployments(
  deployed: Fact<readonly Deployed[]>,
  planned: readonly PlannedDeployment[],
  { region, version, deploy }: { readonly region: string; readonly version: string; readonly deploy: string },
): readonly GroundLine[] {
  if (!deployed.known) return [unknownLine('deployment', 'stacks', deployed)];
  const stacks = deployed.value.map(({ stack }) => stack);
  const notYet = planned.filter(({ stack }) => !stacks.includes(stack));
  const lines = [
    ...deployed.value.map((one) => standing(one, { version, deploy })),
    ...notYet.map((one) => absent(one, deploy)),
  ];
  if (lines.length > 0) return lines;
  const says = `Nothing is deployed in ${region}: checks dial from where they run.`;
  return [lineOf({ part: 'deployment', state: 'warning', subject: 'stacks', says, todo: WHERE, command: deploy })];
}

const WHERE = 'Deploy it where targets should be dialled from the places of the load balancers.';

function standing(
  { stack, monitor, probers, version: its }: Deployed,
  { version, deploy }: { readonly version: string; readonly deploy: string },
): GroundLine {
  const says = `${monitor} with ${probers.length === 1 ? '1 prober' : `${probers.length} probers`}, version ${its}`;
  if (its === version) return lineOf({ part: 'deployment', state: 'ok', subject: stack, says: `${says}.` });
  const differs = `${says}; this command line is of version ${version}.`;
  const todo = 'Deploy this version, or use that one here.';
  return lineOf({ part: 'deployment', state: 'warning', subject: stack, says: differs, todo, command: deploy });
}

function absent({ stack, vpcId }: PlannedDeployment, deploy: string): GroundLine {
  const says = `It is planned for ${vpcId}, and not deployed.`;
  return lineOf({ part: 'deployment', state: 'warning', subject: stack, says, todo: WHERE, command: deploy });
}

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
    ...deployed.value.flatMap((one) => standing(one, { version, deploy })),
    ...notYet.map((one) => absent(one, deploy)),
  ];
  if (lines.length > 0) return lines;
  const says = `Nothing is deployed in ${region}: checks dial from where they run.`;
  return [lineOf({ part: 'deployment', state: 'warning', subject: 'stacks', says, todo: WHERE, command: deploy })];
}

const WHERE = 'Deploy it where targets should be dialled from the places of the load balancers.';

/** In these all of the stack is as its template says; the old is only being cleaned up. */
const SOUND = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'IMPORT_COMPLETE'];

function standing(
  { stack, monitor, probers, version: its, status, region }: Deployed,
  { version, deploy }: { readonly version: string; readonly deploy: string },
): readonly GroundLine[] {
  const line = { part: 'deployment', state: 'warning', subject: stack } as const;
  const says = `${monitor} with ${probers.length === 1 ? '1 prober' : `${probers.length} probers`}, version ${its}`;
  const differs = `${says}; this command line is of version ${version}.`;
  const todo = 'Deploy this version, or use that one here.';
  const lines = [
    ...(SOUND.includes(status) ? [] : [unsound(stack, status, region)]),
    ...(its === version ? [] : [lineOf({ ...line, says: differs, todo, command: deploy })]),
  ];
  return lines.length > 0 ? lines : [lineOf({ ...line, state: 'ok', says: `${says}.` })];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
function unsound(subject: string, status: string, region: string): GroundLine {
  const line = { part: 'deployment', state: 'warning', subject } as const;
  if (status.endsWith('_IN_PROGRESS')) {
    const says = `Its stack is being changed: CloudFormation says ${status}.`;
    return lineOf({ ...line, says, todo: 'Wait until that has come to its end, and ask again.' });
  }
  return lineOf({
    ...line,
    says: `CloudFormation says ${status || 'nothing'} of its stack, of which not all may be as it was deployed.`,
    todo: 'See in the events of the stack what went wrong, mend it, and deploy again.',
    command: `aws cloudformation describe-stack-events --stack-name ${subject} --region ${region}`,
  });
}

function absent({ stack, vpcId }: PlannedDeployment, deploy: string): GroundLine {
  const says = `It is planned for ${vpcId}, and not deployed.`;
  return lineOf({ part: 'deployment', state: 'warning', subject: stack, says, todo: WHERE, command: deploy });
}

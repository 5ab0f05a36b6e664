import { type BusEvent, busEvent } from './bus-event.ts';
import { autoScaling } from './deploys/auto-scaling.ts';
import { cloudFormation } from './deploys/cloud-formation.ts';
import { codeDeploy } from './deploys/code-deploy.ts';
import { codePipeline } from './deploys/code-pipeline.ts';
import { ecs } from './deploys/ecs.ts';
import { instanceState } from './deploys/instance-state.ts';
import type { MonitorTrigger } from './monitor-trigger.ts';
import { parseField } from './parse-field.ts';
import { readChange } from './read-change.ts';
import { valueInWords } from './value-in-words.ts';

/** The account and Region that the monitor watches; null where it does not know. */
export type Here = { readonly accountId: string | null; readonly region: string | null };

type Reader = (event: BusEvent) => MonitorTrigger;

/** By source and detail-type. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['aws.events: Scheduled Event', schedule],
  ['aws.scheduler: Scheduled Event', schedule],
  ['aws.codedeploy: CodeDeploy Deployment State-change Notification', codeDeploy],
  ['aws.codedeploy: CodeDeploy Instance State-change Notification', codeDeploy],
  ['aws.ecs: ECS Deployment State Change', ecs],
  ['aws.ecs: ECS Service Action', ecs],
  ['aws.cloudformation: CloudFormation Stack Status Change', cloudFormation],
  ['aws.autoscaling: EC2 Instance Launch Successful', autoScaling],
  ['aws.autoscaling: EC2 Instance Terminate Successful', autoScaling],
  ['aws.ec2: EC2 Instance State-change Notification', instanceState],
  ['aws.codepipeline: CodePipeline Pipeline Execution State Change', codePipeline],
  ['aws.ec2: AWS API Call via CloudTrail', readChange],
  ['aws.elasticloadbalancing: AWS API Call via CloudTrail', readChange],
]);

/** Reads an event of EventBridge's. */
export function readBusEvent(event: object, here: Here): MonitorTrigger {
  const parsed = parseField(busEvent, event);
  if (!parsed.ok) return { kind: 'refused', why: parsed.why };
  const { account, region, source, 'detail-type': detailType } = parsed.value;
  const stranger = foreign('account', account, here.accountId) ?? foreign('region', region, here.region);
  if (stranger !== null) return { kind: 'refused', why: stranger };
  const read = READERS.get(`${source}: ${detailType}`);
  if (read !== undefined) return read(parsed.value);
  const named = `${valueInWords(detailType)} of source ${valueInWords(source)}`;
  return { kind: 'refused', why: `detail-type: ${named} is not an event that is read here` };
}

function foreign(field: string, value: string, watched: string | null): string | null {
  if (watched === null || value === watched) return null;
  return `${field}: expected ${watched}, which is watched, but it is ${valueInWords(value)}`;
}

function schedule(): MonitorTrigger {
  return { kind: 'schedule', detail: null };
}

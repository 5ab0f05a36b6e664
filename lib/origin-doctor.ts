import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { alarms } from './alarms.ts';
import { checkTemplateSize } from './checks/check-template-size.ts';
import { dashboard } from './dashboard.ts';
import { deadLetters } from './dead-letters.ts';
import { deploymentOf } from './deployment-of.ts';
import { gate } from './gate.ts';
import { monitor } from './monitor.ts';
import { notifications } from './notifications.ts';
import type { OriginDoctorProps } from './origin-doctor-props.ts';
import { outputs } from './outputs.ts';
import { packageVersion } from './package-version.ts';
import { proberList } from './prober-list.ts';
import { probers } from './probers.ts';
import { settle } from './settle.ts';
import { table } from './table.ts';
import { triggers } from './triggers.ts';
import { widget } from './widget.ts';

/** Watches load balancers and other paths of one VPC from where they start, and says what ails them. */
export class OriginDoctor extends Construct {
  /** Names what is kept apart from other deployments of the account. Metrics carry it as a dimension, alarms begin with it. */
  readonly deploymentName: string;
  /** Invoke it to have everything, or named load balancers, checked now. */
  readonly monitor: IFunction;
  /** The hook for CodeDeploy and ECS; undefined where `gate` is false or no load balancer is watched. */
  readonly gate: IFunction | undefined;
  /** Where messages go. */
  readonly topic: ITopic;
  /** The heartbeat's alarm first, then one for each of `loadBalancers` and each of `watches`, in their order. */
  readonly alarms: readonly IAlarm[];

  /** Throws where props cannot be, naming the property, its value and what is allowed; what shows only then, synthesis says so. */
  constructor(scope: Construct, id: string, props: OriginDoctorProps) {
    super(scope, id);
    const deployment = deploymentOf(this, props);
    const made = { probers: probers(this, deployment), table: table(this, deployment.tableRemovalPolicy) };
    const parts = {
      deployment,
      table: made.table,
      settled: settle(this, { deployment, ...made }),
      notifications: notifications(this, props.notifications),
      eventBus: props.eventBus ?? null,
      deadLetters: deadLetters(this),
    };
    const checking = monitor(this, parts);
    triggers(this, { ...parts, monitor: checking });
    this.deploymentName = deployment.name;
    this.monitor = checking;
    this.topic = parts.notifications.topic;
    this.gate = deployment.gate === null ? undefined : gate(this, { ...parts, allowed: deployment.gate });
    this.alarms = alarms(this, deployment, this.topic);
    if (deployment.dashboard) {
      dashboard(this, { deployment, alarms: this.alarms, widget: widget(this, deployment, parts.table) });
    }
    outputs(this, {
      deployment: deployment.name,
      monitor: checking.functionName,
      probers: JSON.stringify(proberList(made.probers.list)),
      loadBalancers: JSON.stringify([
        ...deployment.loadBalancers.map(({ arn }) => arn),
        ...deployment.watches.map(({ name }) => name),
      ]),
      table: parts.table.tableName,
      topic: this.topic.topicArn,
      gate: this.gate?.functionName,
      version: packageVersion(),
    });
    acknowledge(this);
    checkTemplateSize(this, deployment.loadBalancers.length + deployment.watches.length);
  }
}

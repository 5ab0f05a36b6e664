import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmRule,
  AlarmState,
  ComparisonOperator,
  CompositeAlarm,
  type IAlarmAction,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { documentation, metrics, symptomPages } from '../lambda/contract.ts';
import type { Deployment } from './deployment.ts';
import { metricOf } from './metric-of.ts';
import { type WatchedKind, watchedStates } from './watched-states.ts';

/** Whose alarms, when they go off, and who is told. */
export type StateAlarmsProps = {
  readonly deployment: Deployment;
  /** Of a load balancer or a watch. */
  readonly name: string;
  readonly kind: WatchedKind;
  readonly thresholds: NonNullable<Deployment['alarms']>;
  readonly action: IAlarmAction;
};

/**
 * One alarm for each state of what is watched, and one over them, which alone tells somebody: once, and not while a
 * deploy is followed. A series that is zero is not emitted, so missing data is well. Whose alarm it is its name says, and no
 * description repeats: a name that is known when it is deployed takes much room in a template.
 */
export function stateAlarms(scope: Construct, props: StateAlarmsProps): CompositeAlarm {
  const { deployment, name, kind, thresholds, action } = props;
  const prefix = `${deployment.name}/${name}`;
  const common = {
    threshold: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  };
  const states = Object.entries(watchedStates).map(
    ([state, { alarm, metric, says }]) =>
      new Alarm(scope, state, {
        ...common,
        ...thresholds,
        alarmName: `${prefix}/${alarm}`,
        alarmDescription: `${says[kind]} ${documentation}/${symptomPages[alarm]}`,
        metric: metricOf(metric, deployment, name),
      }),
  );
  const deployWindow = new Alarm(scope, 'deployWindow', {
    ...common,
    evaluationPeriods: 1,
    alarmName: `${prefix}/deploy-window`,
    alarmDescription: `A deploy or a change is being followed. Not a fault: it holds back the alarm over the others. ${documentation}/${symptomPages['deploy-window']}`,
    metric: metricOf(metrics.deployWindow, deployment, name),
  });
  const composite = new CompositeAlarm(scope, 'any', {
    compositeAlarmName: prefix,
    alarmDescription: `${ILL[kind]}. Origin Doctor's message names the cause. ${documentation}/${symptomPages.any}`,
    alarmRule: AlarmRule.anyOf(...states.map((alarm) => AlarmRule.fromAlarm(alarm, AlarmState.ALARM))),
    actionsSuppressor: deployWindow,
    actionsSuppressorWaitPeriod: Duration.seconds(deployment.intervalSeconds),
    actionsSuppressorExtensionPeriod: Duration.seconds(deployment.intervalSeconds),
  });
  composite.addAlarmAction(action);
  composite.addOkAction(action);
  return composite;
}

const ILL: Readonly<Record<WatchedKind, string>> = {
  loadBalancer: 'Its targets are not as they should be',
  watch: 'What it leads to is not as it should be',
};

import { Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  CustomWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { documentation, metrics } from '../lambda/contract.ts';
import type { Deployment } from './deployment.ts';
import { metricOf } from './metric-of.ts';

/** What the page shows. `alarms` may be empty; then its row is left out. */
export type DashboardProps = {
  readonly deployment: Deployment;
  readonly alarms: readonly IAlarm[];
  readonly widget: IFunction;
};

/** One page: what is in force, the doctor's own pulse, and for each load balancer and watch its outcomes and connect time. */
export function dashboard(parent: Construct, { deployment, alarms, widget }: DashboardProps): Dashboard {
  const scope = new Construct(parent, 'Dashboard');
  const states =
    alarms.length === 0 ? [] : [[new AlarmStatusWidget({ title: 'State', alarms: [...alarms], width: 24, height: 3 })]];
  return new Dashboard(scope, 'Page', {
    // An account has one list of dashboards for all Regions
    // (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-dashboard.html).
    dashboardName: `${deployment.name}-${Stack.of(scope).region}`,
    widgets: [
      [
        new TextWidget({
          markdown: `# Origin Doctor ${deployment.name}\n[What each fault means](${documentation}/faults/README.md)`,
          width: 24,
          height: 2,
        }),
      ],
      ...states,
      [pathWidget(widget)],
      pulse(deployment),
      ...[...deployment.loadBalancers, ...deployment.watches].map(({ name }) => outcomes(deployment, name)),
    ],
  });
}

/** Findings in force, and the age of the last check, told by a function that reads the table. */
function pathWidget(widget: IFunction): IWidget {
  return new CustomWidget({
    functionArn: widget.functionArn,
    title: 'What is in force',
    width: 24,
    height: 13,
    updateOnTimeRangeChange: false,
  });
}

function pulse(deployment: Deployment): IWidget[] {
  const graph = (title: string, names: readonly (keyof typeof metrics)[]) =>
    new GraphWidget({
      title,
      width: 12,
      left: names.map((name) => metricOf(metrics[name], deployment)),
      leftYAxis: { min: 0 },
    });
  return [
    graph('Checks that came to their end', ['heartbeat']),
    graph('Trouble of our own', ['overrun', 'refusedEvents', 'notCovered']),
  ];
}

const OUTCOMES = [
  'connected',
  'refused',
  'silent',
  'broken',
  'unhealthy',
  'misconfigured',
  'notLooked',
  'deployWindow',
] as const;

function outcomes(deployment: Deployment, watched: string): IWidget[] {
  const connectTime = metricOf(metrics.connectTime, deployment, watched);
  return [
    new GraphWidget({
      title: `${watched}: outcomes`,
      width: 16,
      left: OUTCOMES.map((name) => metricOf(metrics[name], deployment, watched)),
      leftYAxis: { min: 0 },
    }),
    new GraphWidget({
      title: `${watched}: time until a connection stood`,
      width: 8,
      left: ['p50', 'p90', 'p99'].map((statistic) => connectTime.with({ statistic, label: statistic })),
      leftYAxis: { min: 0, label: 'ms', showUnits: false },
    }),
  ];
}

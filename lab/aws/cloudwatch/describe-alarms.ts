import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { pageOf } from '../codecs/page-of.ts';
import { textOf } from '../codecs/text-of.ts';
import { textsOf } from '../codecs/texts-of.ts';
import type { TreeObject } from '../codecs/tree.ts';
import type { Operation } from '../operation.ts';
import type { MetricWatch, RuleWatch, StoredAlarm } from './stored-alarm.ts';

/** API Reference, DescribeAlarms, `MaxRecords`. */
const PAGE = 100;

/** `DescribeAlarms`, by names, prefix and state; without `AlarmTypes` metric alarms only, as in AWS. */
export const describeAlarms: Operation = {
  action: 'cloudwatch:DescribeAlarms',
  // A list is asked of all alarms, whatever beginning of a name it is asked for.
  resource: (_, { region, accountId }) => `arn:aws:cloudwatch:${region}:${accountId}:alarm:*`,
  run: (input, { world, cloudWatch: { store } }) => {
    const matching = [...store.alarms.values()].filter((alarm) => matches(alarm, input));
    const sorted = matching.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const size = Number(textOf(input, 'MaxRecords') ?? PAGE);
    const page = pageOf(sorted, 'DescribeAlarms', Math.min(size, PAGE), textOf(input, 'NextToken'));
    if (page === null) throw new AwsError('InvalidNextToken', 'Invalid nextToken');
    return {
      MetricAlarms: page.items.flatMap((alarm) =>
        alarm.watch.kind === 'metric' ? { ...common(alarm, world), ...metricTree(alarm.watch) } : [],
      ),
      CompositeAlarms: page.items.flatMap((alarm) =>
        alarm.watch.kind === 'composite' ? { ...common(alarm, world), ...ruleTree(alarm.watch) } : [],
      ),
      NextToken: page.next,
    };
  },
};

function matches({ name, state, watch }: StoredAlarm, input: Input): boolean {
  const names = textsOf(input, 'AlarmNames');
  const types = textsOf(input, 'AlarmTypes');
  const type = watch.kind === 'metric' ? 'MetricAlarm' : 'CompositeAlarm';
  if (!(types.length === 0 ? ['MetricAlarm'] : types).includes(type)) return false;
  if (names.length > 0 && !names.includes(name)) return false;
  return name.startsWith(textOf(input, 'AlarmNamePrefix') ?? '') && (textOf(input, 'StateValue') ?? state) === state;
}

function common(alarm: StoredAlarm, { region, accountId }: World): TreeObject {
  return {
    AlarmName: alarm.name,
    AlarmArn: `arn:aws:cloudwatch:${region}:${accountId}:alarm:${alarm.name}`,
    AlarmDescription: alarm.description,
    ActionsEnabled: alarm.actionsEnabled,
    OKActions: alarm.actions.OK,
    AlarmActions: alarm.actions.ALARM,
    InsufficientDataActions: alarm.actions.INSUFFICIENT_DATA,
    StateValue: alarm.state,
    StateReason: alarm.reason,
    // The JSON protocol writes times as seconds since 1970.
    StateUpdatedTimestamp: alarm.stateSinceMs / 1000,
  };
}

function metricTree(watch: MetricWatch): TreeObject {
  const extended = watch.statistic.startsWith('p');
  return {
    Namespace: watch.namespace,
    MetricName: watch.metric,
    Dimensions: watch.dimensions.map(({ name, value }) => ({ Name: name, Value: value })),
    Statistic: extended ? null : watch.statistic,
    ExtendedStatistic: extended ? watch.statistic : null,
    Period: watch.periodSeconds,
    EvaluationPeriods: watch.evaluationPeriods,
    DatapointsToAlarm: watch.datapointsToAlarm,
    Threshold: watch.threshold,
    ComparisonOperator: watch.comparison,
    TreatMissingData: watch.missingData,
  };
}

function ruleTree({ rule, suppressor, waitSeconds, extensionSeconds }: RuleWatch): TreeObject {
  const waits = { ActionsSuppressorWaitPeriod: waitSeconds, ActionsSuppressorExtensionPeriod: extensionSeconds };
  return { AlarmRule: rule, ActionsSuppressor: suppressor, ...(suppressor === null ? {} : waits) };
}

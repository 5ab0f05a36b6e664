import { Duration, Names, RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { checkDeclared } from './checks/check-declared.ts';
import { checkDialable } from './checks/check-dialable.ts';
import { checkPlaces } from './checks/check-places.ts';
import { checkProps } from './checks/check-props.ts';
import { checkStillWorn } from './checks/check-still-worn.ts';
import { checkWatches } from './checks/check-watches.ts';
import { checkWhole } from './checks/check-whole.ts';
import { checkWithinDialable } from './checks/check-within-dialable.ts';
import { checkWorn } from './checks/check-worn.ts';
import { durationIn } from './checks/duration-in.ts';
import { rangeKey } from './checks/range-key.ts';
import { wrongProperty } from './checks/wrong-property.ts';
import type { Deployment } from './deployment.ts';
import { loadBalancersOf } from './load-balancers-of.ts';
import type { AlarmProps, GateProps, OriginDoctorProps } from './origin-doctor-props.ts';
import { textOf } from './text-of.ts';
import type { Watch } from './watch-props.ts';

/** Checks the props of the construct `scope` and fills in the defaults. Throws at the first that cannot be. */
export function deploymentOf(scope: Construct, props: OriginDoctorProps): Deployment {
  checkProps(props);
  const { watches = [], declared = {}, dashboard = true, gate = {} } = props;
  const { logRetention = RetentionDays.ONE_MONTH, tableRemovalPolicy = RemovalPolicy.DESTROY } = props;
  const loadBalancers = loadBalancersOf(scope, props.loadBalancers);
  checkWatches(watches, loadBalancers);
  const [first] = [...loadBalancers, ...watches];
  if (first === undefined)
    throw wrongProperty('loadBalancers', [], 'at least one load balancer, or else one of watches');
  checkDeclared(declared, loadBalancers);
  checkPlaces(scope, props);
  if (props.identity !== 'own') checkGroups(scope, props, loadBalancers);
  return {
    name: Names.uniqueResourceName(scope, { maxLength: MAX_NAME, separator: '-', allowedSpecialCharacters: '-' }),
    vpcId: first.vpcId,
    loadBalancers,
    watches,
    dualStackSubnets: [...loadBalancers, ...watches.map(({ from }) => from)].flatMap(({ dualStack, subnets }) =>
      dualStack ? subnets : [],
    ),
    identity: props.identity ?? 'load-balancer',
    ...dialableOf(scope, props, [...loadBalancers, ...watches]),
    watchedElsewhere: props.watchedElsewhere ?? [],
    declared,
    ...numbersOf(props),
    dashboard,
    // What is deployed beside no load balancer has no gate to pass.
    gate: gate === false || loadBalancers.length === 0 ? null : gateOf(gate),
    logRetention,
    tableRemovalPolicy,
  };
}

/** What probers wear must be no more than a function can, and stay what load balancers wear. */
function checkGroups(
  scope: Construct,
  { loadBalancers: sources, watches = [] }: OriginDoctorProps,
  loadBalancers: Deployment['loadBalancers'],
): void {
  for (const [index, { securityGroups }] of loadBalancers.entries()) {
    checkWorn(`loadBalancers[${index}].securityGroups`, securityGroups);
  }
  for (const [index, source] of sources.entries()) {
    checkStillWorn(scope, `loadBalancers[${index}].securityGroups`, source);
  }
  for (const { name, from } of watches) checkWorn(`watch "${name}": from.securityGroups`, from.securityGroups);
}

/** With what probers (`-prober-` and 8 digits) and the gate (`CodeDeployHook_`) add, names have the 64 that Lambda takes. */
const MAX_NAME = 48;

function dialableOf(
  scope: Construct,
  { dialable = {}, watches = [] }: OriginDoctorProps,
  watched: readonly Pick<Watch, 'vpcCidrs'>[],
) {
  const ranges = watched.flatMap(({ vpcCidrs }) => vpcCidrs);
  const ofTheVpc = [...new Map(ranges.map((range) => [textOf(scope, rangeKey(range)), range])).values()];
  const { addresses = ofTheVpc, ports = ['1-65535'] } = dialable;
  checkDialable(addresses, ports);
  checkWithinDialable(watches, { addresses, ports });
  return { addresses, ports };
}

function numbersOf(props: OriginDoctorProps) {
  const {
    interval = Duration.minutes(1),
    deadline = Duration.seconds(4),
    concurrency = 5,
    reservedConcurrency,
  } = props;
  const intervalMinutes = durationIn('minutes', 'interval', interval);
  const deadlineMs = durationIn('milliseconds', 'deadline', deadline);
  checkWhole('interval', intervalMinutes, { from: 1, to: 60, unit: 'minutes' });
  checkWhole('deadline', deadlineMs, { from: 100, to: 10_000, unit: 'milliseconds' });
  checkWhole('concurrency', concurrency, { from: 1, to: 500 });
  checkWhole('reservedConcurrency', reservedConcurrency ?? 1, { from: 1, to: 500 });
  const alarms = props.alarms === false ? null : alarmsOf(props.alarms ?? {}, intervalMinutes);
  return { intervalSeconds: intervalMinutes * 60, deadlineMs, concurrency, reservedConcurrency, alarms };
}

/** An alarm may look back a day at most: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html */
const MINUTES_OF_A_DAY = 1440;

function alarmsOf({ evaluationPeriods = 3, ...props }: AlarmProps, intervalMinutes: number) {
  const { datapointsToAlarm = Math.min(2, evaluationPeriods) } = props;
  const longest = Math.floor(MINUTES_OF_A_DAY / intervalMinutes);
  checkWhole('alarms.evaluationPeriods', evaluationPeriods, { from: 1, to: longest });
  checkWhole('alarms.datapointsToAlarm', datapointsToAlarm, { from: 1, to: evaluationPeriods });
  return { datapointsToAlarm, evaluationPeriods };
}

function gateOf(props: GateProps): NonNullable<Deployment['gate']> {
  const { deploymentGroups, readmit = false, stable = 3, timeout = Duration.minutes(10), targetGroups = [] } = props;
  const timeoutSeconds = durationIn('seconds', 'gate.timeout', timeout);
  checkWhole('gate.stable', stable, { from: 1, to: 100 });
  checkWhole('gate.timeout', timeoutSeconds, { from: 1, to: 86_400, unit: 'seconds' });
  return { deploymentGroups, readmit, stable, timeoutSeconds, targetGroups };
}

import { Duration, Names, RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { checkDeclared } from './check-declared.ts';
import { checkDialable } from './check-dialable.ts';
import { checkWatches } from './check-watches.ts';
import { checkWhole } from './check-whole.ts';
import { checkWithinDialable } from './check-within-dialable.ts';
import type { Deployment } from './deployment.ts';
import { loadBalancersOf } from './load-balancers-of.ts';
import type { AlarmProps, GateProps, OriginDoctorProps } from './origin-doctor-props.ts';
import type { Watch } from './watch-props.ts';
import { wrongProperty } from './wrong-property.ts';

/** Checks the props of the construct `scope` and fills in the defaults. Throws at the first that cannot be. */
export function deploymentOf(scope: Construct, props: OriginDoctorProps): Deployment {
  const { watches = [], declared = {}, dashboard = true, gate = {} } = props;
  const { logRetention = RetentionDays.ONE_MONTH, tableRemovalPolicy = RemovalPolicy.DESTROY } = props;
  const loadBalancers = loadBalancersOf(scope, props.loadBalancers);
  checkWatches(scope, watches, loadBalancers);
  const [first] = [...loadBalancers, ...watches];
  if (first === undefined)
    throw wrongProperty('loadBalancers', [], 'at least one load balancer, or else one of watches');
  checkDeclared(declared, loadBalancers);
  return {
    name: Names.uniqueResourceName(scope, { maxLength: MAX_NAME, separator: '-', allowedSpecialCharacters: '-' }),
    vpcId: first.vpcId,
    loadBalancers,
    watches,
    identity: identityOf(props),
    ...dialableOf(props, [...loadBalancers, ...watches]),
    declared,
    ...numbersOf(props),
    dashboard,
    gate: gate === false ? null : gateOf(gate),
    logRetention,
    tableRemovalPolicy,
  };
}

/** With what probers (`-prober-` and 8 digits) and the gate (`CodeDeployHook_`) add, names have the 64 that Lambda takes. */
const MAX_NAME = 48;

const IDENTITIES: readonly string[] = ['load-balancer', 'own'];

function identityOf({ identity = 'load-balancer' }: OriginDoctorProps): Deployment['identity'] {
  if (!IDENTITIES.includes(identity)) throw wrongProperty('identity', identity, IDENTITIES.join(' or '));
  return identity;
}

function dialableOf({ dialable = {}, watches = [] }: OriginDoctorProps, watched: readonly Pick<Watch, 'vpcCidrs'>[]) {
  const ofTheVpc = [...new Set(watched.flatMap(({ vpcCidrs }) => vpcCidrs))];
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
  const intervalMinutes = interval.toSeconds() / 60;
  const deadlineMs = deadline.toMilliseconds();
  checkWhole('interval', intervalMinutes, { from: 1, to: 60, unit: 'minutes' });
  checkWhole('deadline', deadlineMs, { from: 100, to: 10_000, unit: 'milliseconds' });
  checkWhole('concurrency', concurrency, { from: 1, to: 500 });
  checkWhole('reservedConcurrency', reservedConcurrency ?? 1, { from: 1, to: 500 });
  const alarms = props.alarms === false ? null : alarmsOf(props.alarms ?? {}, intervalMinutes);
  return { intervalSeconds: intervalMinutes * 60, deadlineMs, concurrency, reservedConcurrency, alarms };
}

/** An alarm may look back a day at most: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html */
const MINUTES_OF_A_DAY = 1440;

function alarmsOf({ datapointsToAlarm = 2, evaluationPeriods = 3 }: AlarmProps, intervalMinutes: number) {
  const longest = Math.floor(MINUTES_OF_A_DAY / intervalMinutes);
  checkWhole('alarms.evaluationPeriods', evaluationPeriods, { from: 1, to: longest });
  checkWhole('alarms.datapointsToAlarm', datapointsToAlarm, { from: 1, to: evaluationPeriods });
  return { datapointsToAlarm, evaluationPeriods };
}

function gateOf(props: GateProps): NonNullable<Deployment['gate']> {
  const { deploymentGroups, readmit = false, stable = 3, timeout = Duration.minutes(10), targetGroups = [] } = props;
  const timeoutSeconds = timeout.toSeconds();
  checkWhole('gate.stable', stable, { from: 1, to: 100 });
  checkWhole('gate.timeout', timeoutSeconds, { from: 1, to: 86_400, unit: 'seconds' });
  return { deploymentGroups, readmit, stable, timeoutSeconds, targetGroups };
}

import type { ImportedLoadBalancer, LoadBalancerDescription } from '../load-balancer-source.ts';
import type {
  AlarmProps,
  DeclaredProps,
  DialableProps,
  GateProps,
  NotificationProps,
  OriginDoctorProps,
} from '../origin-doctor-props.ts';
import type { Caller, CallerDescription, WatchedHost, WatchProps } from '../watch-props.ts';

/** The properties of everything that a construct is given, complete by their types. */
export const knownKeys = {
  props: {
    ...{
      loadBalancers: true,
      watches: true,
      watchedElsewhere: true,
      interval: true,
      identity: true,
      dialable: true,
      declared: true,
    },
    ...{ notifications: true, alarms: true, dashboard: true, gate: true, deadline: true, concurrency: true },
    ...{ reservedConcurrency: true, logRetention: true, tableRemovalPolicy: true, eventBus: true },
  } satisfies All<OriginDoctorProps>,
  dialable: { addresses: true, ports: true } satisfies All<DialableProps>,
  declared: { ports: true, clients: true } satisfies All<DeclaredProps>,
  notifications: { topic: true, emails: true, subscriptions: true } satisfies All<NotificationProps>,
  alarms: { datapointsToAlarm: true, evaluationPeriods: true } satisfies All<AlarmProps>,
  gate: {
    ...{ deploymentGroups: true, stable: true, timeout: true, targetGroups: true, readmit: true },
  } satisfies All<GateProps>,
  description: {
    ...{ arn: true, vpcId: true, vpcCidrs: true, subnets: true, securityGroups: true, dualStack: true },
  } satisfies All<LoadBalancerDescription>,
  imported: {
    ...{ loadBalancer: true, vpcId: true, vpcCidrs: true, subnets: true, securityGroups: true, dualStack: true },
  } satisfies All<ImportedLoadBalancer>,
  watch: { name: true, from: true, to: true } satisfies All<WatchProps>,
  caller: { vpc: true, subnets: true, securityGroups: true } satisfies All<Caller>,
  callerDescription: {
    ...{ vpcId: true, vpcCidrs: true, subnets: true, securityGroups: true, dualStack: true },
  } satisfies All<CallerDescription>,
  host: { host: true, port: true } satisfies All<WatchedHost>,
} as const;

type All<T> = Readonly<Record<keyof T, true>>;

import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic, ITopicSubscription } from 'aws-cdk-lib/aws-sns';
import type { LoadBalancerSource } from './load-balancer-source.ts';
import type { Watch } from './watch-props.ts';

/** What an `OriginDoctor` is built with. Only `loadBalancers` must be given. */
export interface OriginDoctorProps {
  /** What is watched: one or more, all of one VPC; none where there are `watches`. For another VPC make another `OriginDoctor`. */
  readonly loadBalancers: readonly LoadBalancerSource[];
  /**
   * Paths of the same VPC that have no load balancer, each as `watch({ name, from, to })` gives it.
   *
   * @default - none
   */
  readonly watches?: readonly Watch[];
  /**
   * Time between two checks: whole minutes from 1 to 60.
   *
   * @default Duration.minutes(1)
   */
  readonly interval?: Duration;
  /**
   * Which security groups probers wear. `load-balancer`: the load balancer's own, so that they see what it sees. `own`:
   * a group of ours, where something else must be able to delete the load balancer's groups (a Kubernetes controller); rules
   * of targets that name the load balancer's group are then judged from the configuration alone. The same of the groups of
   * callers that `watches` name. It is the way too where these are more than five, which is what a function can wear.
   *
   * @default 'load-balancer'
   */
  readonly identity?: 'load-balancer' | 'own';
  /**
   * What probers may dial, fixed when they are deployed.
   *
   * @default - every port of the VPC's ranges
   */
  readonly dialable?: DialableProps;
  /**
   * ARNs of load balancers that other deployments watch, so that this one does not tell of them as not covered. The app
   * knows its own.
   *
   * @default - none
   */
  readonly watchedElsewhere?: readonly string[];
  /**
   * By load balancer ARN: the ports and the ranges of clients that it is meant to serve. It tells a group that admits
   * too little from one that is meant so.
   *
   * @default - none
   */
  readonly declared?: Readonly<Record<string, DeclaredProps>>;
  /** @default - a topic of its own, encrypted with a key of its own, without subscribers */
  readonly notifications?: NotificationProps;
  /**
   * Alarms per load balancer and watch, the heartbeat's, and those of target groups that the monitor keeps; `false` for none.
   *
   * @default - alarms after 2 of 3 checks
   */
  readonly alarms?: AlarmProps | false;
  /**
   * One page with the state of everything.
   *
   * @default true
   */
  readonly dashboard?: boolean;
  /**
   * The function that tells a deployment whether new targets may take traffic; `false` for none.
   *
   * @default - a gate that only watches
   */
  readonly gate?: GateProps | false;
  /**
   * How long a probe waits for an answer: 100 milliseconds to 10 seconds.
   *
   * @default Duration.seconds(4)
   */
  readonly deadline?: Duration;
  /**
   * Probers invoked at the same time: 1 to 500. A new account has room for 10 invocations of everything together
   * (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
   *
   * @default 5
   */
  readonly concurrency?: number;
  /**
   * Invocations reserved for each prober, at least 1. They are taken from what the account's other functions share.
   *
   * @default - none reserved
   */
  readonly reservedConcurrency?: number;
  /** @default RetentionDays.ONE_MONTH */
  readonly logRetention?: RetentionDays;
  /**
   * What becomes of the table when the stack goes. It holds what was seen, nothing that cannot be seen again.
   *
   * @default RemovalPolicy.DESTROY
   */
  readonly tableRemovalPolicy?: RemovalPolicy;
  /**
   * Where the events `Origin Diagnosis Changed` are put. The policy of a bus of another account must admit the role of the monitor
   * (`doctor.monitor.role`).
   *
   * @default - the account's default event bus
   */
  readonly eventBus?: IEventBus;
}

/** What probers may dial. Special addresses (loopback, link-local, multicast) are refused whatever stands here. */
export interface DialableProps {
  /**
   * Ranges of addresses, as in `10.0.0.0/16`. Name peered networks here if targets stand in them. Each is of /8 or longer for IPv4
   * and of /32 or longer for IPv6 (/8 within `fc00::/7`), all together at most a sixteenth of the IPv4 addresses.
   *
   * @default - the VPC's
   */
  readonly addresses?: readonly string[];
  /**
   * Ports and ranges of ports, as in `443` and `8000-8999`.
   *
   * @default ['1-65535']
   */
  readonly ports?: readonly string[];
}

/** What a load balancer is meant to serve. */
export interface DeclaredProps {
  readonly ports: readonly number[];
  /** Ranges of addresses. */
  readonly clients: readonly string[];
}

/** Who is told. */
export interface NotificationProps {
  /**
   * A topic of yours, of the stack's Region. One that the app builds is made to admit CloudWatch and EventBridge, and so is its key. One
   * that is imported, and its key, must admit cloudwatch.amazonaws.com, and the role of the monitor (`doctor.monitor.role`) where they
   * are another account's, or the key is not imported with it, or messages are lost without a word
   * (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html).
   *
   * @default - one is made, with a key whose policy does
   */
  readonly topic?: ITopic;
  /** @default - none */
  readonly emails?: readonly string[];
  /** @default - none */
  readonly subscriptions?: readonly ITopicSubscription[];
}

/** When an alarm goes off: in `datapointsToAlarm` of the last `evaluationPeriods` checks. */
export interface AlarmProps {
  /** @default - 2, or `evaluationPeriods` where these are fewer */
  readonly datapointsToAlarm?: number;
  /** @default 3 */
  readonly evaluationPeriods?: number;
}

/** What the gate may do beside looking. */
export interface GateProps {
  /**
   * CodeDeploy deployment groups whose lifecycle hooks it may answer, by ARN.
   *
   * @default - all of the account and Region
   */
  readonly deploymentGroups?: readonly string[];
  /**
   * Checks in a row that must be good before it lets a deployment through: 1 to 100.
   *
   * @default 3
   */
  readonly stable?: number;
  /**
   * For how long it waits for them: up to a day. CodeDeploy waits an hour for its hooks
   * (https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html).
   *
   * @default Duration.minutes(10)
   */
  readonly timeout?: Duration;
  /**
   * Target groups, by name or ARN, to look at even while no load balancer uses them, as of blue and green.
   *
   * @default - none
   */
  readonly targetGroups?: readonly string[];
  /**
   * Whether it may register a target again once it has passed. It does so only when asked.
   *
   * @default false
   */
  readonly readmit?: boolean;
}

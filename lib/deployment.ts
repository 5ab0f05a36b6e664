import type { RemovalPolicy } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { DeclaredProps, GateProps } from './origin-doctor-props.ts';
import type { Watch } from './watch-props.ts';
import type { WatchedLoadBalancer } from './watched-load-balancer.ts';

/** The props, checked, with every default filled in. */
export type Deployment = {
  /** Names what is kept apart from other deployments of the account: at most 48 characters, letters, digits and hyphens. */
  readonly name: string;
  readonly vpcId: string;
  readonly loadBalancers: readonly (WatchedLoadBalancer & {
    /**
     * The id of constructs that are made for it: the same as long as its name is, since alarms are named by that, and
     * CloudFormation cannot make one of a name that there still is.
     */
    readonly id: string;
  })[];
  /** Their names are unlike those of the load balancers, and are the ids of constructs that are made for them. */
  readonly watches: readonly Watch[];
  /** Of subnets that the app does not build: those that have IPv6 ranges. */
  readonly dualStackSubnets: readonly string[];
  readonly identity: 'load-balancer' | 'own';
  readonly addresses: readonly string[];
  readonly ports: readonly string[];
  /** ARNs of what other deployments watch. */
  readonly watchedElsewhere: readonly string[];
  readonly declared: Readonly<Record<string, DeclaredProps>>;
  readonly intervalSeconds: number;
  readonly deadlineMs: number;
  readonly concurrency: number;
  readonly reservedConcurrency: number | undefined;
  readonly alarms: { readonly datapointsToAlarm: number; readonly evaluationPeriods: number } | null;
  readonly dashboard: boolean;
  readonly gate: DeployedGate | null;
  readonly logRetention: RetentionDays;
  readonly tableRemovalPolicy: RemovalPolicy;
};

/** What the gate looks at and may do. `deploymentGroups` undefined: all. */
type DeployedGate = Required<Omit<GateProps, 'deploymentGroups' | 'timeout'>> &
  Pick<GateProps, 'deploymentGroups'> & { readonly timeoutSeconds: number };

/** What `origin-doctor.json` plans for one Region. Ids of subnets and groups as it says. */
export type Planned = {
  /** The file, for words. */
  readonly file: string;
  /** The command that writes it again. */
  readonly rewrite: string;
  readonly account: string;
  readonly deployments: readonly PlannedDeployment[];
};

/** One stack of it. */
export type PlannedDeployment = {
  readonly stack: string;
  readonly vpcId: string;
  readonly loadBalancers: readonly PlannedLoadBalancer[];
  readonly watches: readonly PlannedWatch[];
  /** Probers invoked at the same time. */
  readonly concurrency: number;
  /** Invocations reserved for all of its probers together; 0 where none are. */
  readonly reserved: number;
};

/** A load balancer that is to be watched, as it was when the configuration was written. */
export type PlannedLoadBalancer = {
  readonly arn: string;
  readonly name: string;
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  /** Whether its subnets are said to have IPv6 ranges. */
  readonly dualStack: boolean;
};

/** A path without a load balancer that is to be watched: where its caller stands. */
export type PlannedWatch = Pick<PlannedLoadBalancer, 'name' | 'subnets' | 'dualStack'>;

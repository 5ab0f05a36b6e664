// What lambda/ and lib/ must call by the same name. Data only: it imports nothing, and nothing here does anything.

/** Environment of the prober function: what it may dial. */
export const proberEnvironment = { cidrs: 'ORIGIN_DOCTOR_CIDRS', ports: 'ORIGIN_DOCTOR_PORTS' } as const;

/**
 * Environment of the functions outside the VPC. What grows with the number of load balancers stands in the table instead
 * (`settingsRow`), since an environment has room for 4 KB
 * (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html); where `probers` or `loadBalancers` is set all the
 * same, the table is not asked. JSON where a list or object is meant: `probers`
 * (`[{ functionName, subnetId, securityGroups, identity? }]`), `loadBalancers` (`[ARN]`), `declared`
 * (`{ ARN: { ports, clients } }`), `watches` (`[{ name, from: { vpcId, subnets, securityGroups }, to: { host, port } }]`).
 */
export const monitorEnvironment = {
  /** The stack and construct, which names everything that is kept apart from other deployments of the same account. */
  deployment: 'ORIGIN_DOCTOR_DEPLOYMENT',
  /** The version of the settings in the table. A new one makes Lambda start anew, so that they are read again. */
  settings: 'ORIGIN_DOCTOR_SETTINGS',
  probers: 'ORIGIN_DOCTOR_PROBERS',
  loadBalancers: 'ORIGIN_DOCTOR_LOAD_BALANCERS',
  watches: 'ORIGIN_DOCTOR_WATCHES',
  declared: 'ORIGIN_DOCTOR_DECLARED',
  deadlineMs: 'ORIGIN_DOCTOR_DEADLINE_MS',
  /** Invocations of probers at the same time. */
  concurrency: 'ORIGIN_DOCTOR_CONCURRENCY',
  /** Seconds between two scheduled checks. */
  intervalSeconds: 'ORIGIN_DOCTOR_INTERVAL_SECONDS',
  table: 'ORIGIN_DOCTOR_TABLE',
  topic: 'ORIGIN_DOCTOR_TOPIC',
  /** A name, or the ARN of any but the account's default one. */
  eventBus: 'ORIGIN_DOCTOR_EVENT_BUS',
  /** Alarms that the monitor keeps itself are named with this prefix, and no other alarm is touched. */
  alarmPrefix: 'ORIGIN_DOCTOR_ALARM_PREFIX',
  /** When these go off: in so many of the last so many checks; 2 of 3 by default. Set, as the prefix is, only where there are alarms. */
  datapointsToAlarm: 'ORIGIN_DOCTOR_DATAPOINTS_TO_ALARM',
  evaluationPeriods: 'ORIGIN_DOCTOR_EVALUATION_PERIODS',
} as const;

/** What the gate is told beside what the monitor is (`monitorEnvironment`); all of it optional. */
export const gateEnvironment = {
  /** Checks in a row that must be good; 3 by default. */
  stable: 'ORIGIN_DOCTOR_GATE_STABLE',
  /** For how long it waits for them; 600 by default. */
  timeoutSeconds: 'ORIGIN_DOCTOR_GATE_TIMEOUT_SECONDS',
  /** JSON: names or ARNs of target groups to look at even while no load balancer uses them, as of blue and green. */
  targetGroups: 'ORIGIN_DOCTOR_GATE_TARGET_GROUPS',
  /** `true` where it may register targets again. */
  readmit: 'ORIGIN_DOCTOR_GATE_READMIT',
} as const;

/** Where the project's pages stand: alarms, messages and the dashboard link to them. */
export const documentation = 'https://github.com/origin-doctor/origin-doctor/blob/main/docs';

/** The last part of the name of the alarm on the heartbeat; no load balancer's and no watch's name holds an underscore. */
export const heartbeatAlarm = '_heartbeat';

/**
 * What to read when an alarm goes off, below `documentation`: by what it is on, `any` for the one over all states of a load
 * balancer or a watch. The page is generated, and a test holds it to these.
 */
export const symptomPages = {
  any: 'symptoms.md',
  refused: 'symptoms.md#refused',
  silent: 'symptoms.md#silent',
  broken: 'symptoms.md#broken',
  misconfigured: 'symptoms.md#misconfigured',
  'could-not-look': 'symptoms.md#could-not-look',
  'deploy-window': 'symptoms.md#deploy-window',
  heartbeat: 'symptoms.md#heartbeat',
} as const;

/** The event that tells of a change of state (EventBridge `source` and `detail-type`). */
export const changedEvent = { source: 'origin-doctor', detailType: 'Origin Diagnosis Changed' } as const;

/** The table: one partition key, one sort key, both text, and the attribute that holds a row's expiry (epoch seconds). */
export const tableKeys = { partition: 'pk', sort: 'sk', expiry: 'expiresAt' } as const;

/** CloudWatch namespace of every metric. */
export const metricNamespace = 'OriginDoctor';

/**
 * Dimensions. The load balancer's and target group's values are names, as AWS's own metrics have them readable. Where a path has
 * no load balancer, `loadBalancer` holds the name of its watch, which is no load balancer's.
 */
export const dimensions = {
  deployment: 'Deployment',
  loadBalancer: 'LoadBalancer',
  targetGroup: 'TargetGroup',
} as const;

/** A metric: declared once, and used by code, alarms, dashboard and docs/metrics.md alike. */
export type MetricDefinition = {
  readonly name: string;
  readonly unit: 'Count' | 'Milliseconds' | 'Seconds';
  /** Each set is a metric of its own in CloudWatch, and costs as one. */
  readonly dimensionSets: readonly (readonly string[])[];
  /** How to aggregate it over a period. */
  readonly statistic: 'Maximum' | 'Sum' | 'p50' | 'SampleCount';
  readonly meaning: string;
};

const { deployment, loadBalancer, targetGroup } = dimensions;
const EACH = [
  [deployment, loadBalancer],
  [deployment, loadBalancer, targetGroup],
] as const;

/** Every metric. A series that is zero is not emitted, save the heartbeat, whose absence is what it tells by. */
export const metrics = {
  connected: metric('Connected', EACH, 'Endpoints that accepted a connection from every place that should reach them'),
  refused: metric(
    'Refused',
    EACH,
    'Endpoints that refused a connection; not targets that the load balancer still calls `initial` while others of the group are healthy, as in `Silent` and `Broken`',
  ),
  silent: metric('Silent', EACH, 'Endpoints from which nothing came back'),
  broken: metric(
    'Broken',
    EACH,
    'Endpoints that reset a connection, closed it at once, or answered that they cannot be reached',
  ),
  unhealthy: metric(
    'Unhealthy',
    EACH,
    'Endpoints that accept connections, or are never dialled (registered load balancers), and that the load balancer calls unhealthy',
  ),
  misconfigured: metric(
    'Misconfigured',
    [[deployment, loadBalancer]],
    'Faults in the configuration of a load balancer, its target groups or its targets, known though traffic may still flow',
  ),
  notLooked: metric(
    'NotLooked',
    [[deployment, loadBalancer]],
    'Endpoints and resources that could not be looked at: a prober that could not run, a call that was denied or throttled, a load balancer that is gone',
  ),
  deployWindow: metric(
    'DeployWindow',
    [[deployment, loadBalancer]],
    '1 while a deploy or a change of configuration is being followed until it is stable',
  ),
  connectTime: {
    ...metric('ConnectTime', [[deployment, loadBalancer]], 'Time until a connection stood'),
    unit: 'Milliseconds',
    statistic: 'p50',
  },
  heartbeat: {
    ...metric('Heartbeat', [[deployment]], '1 for each scheduled check that came to its end'),
    statistic: 'SampleCount',
  },
  overrun: metric(
    'Overrun',
    [[deployment]],
    '1 for each check that ran out of time and reported on what it had, or that took longer than the time between two checks',
  ),
  refusedEvents: metric(
    'RefusedEvents',
    [[deployment]],
    'Events and questions that were refused: of another account, of a shape unknown, or for a load balancer that is not there',
  ),
  notCovered: metric('NotCovered', [[deployment]], 'Load balancers of the account and Region that nobody watches'),
} as const satisfies Readonly<Record<string, MetricDefinition>>;

function metric(name: string, dimensionSets: MetricDefinition['dimensionSets'], meaning: string) {
  return { name, unit: 'Count', dimensionSets, statistic: 'Maximum', meaning } as const;
}

/**
 * The row of what a deployment watches. `version` is a text that changes with the settings; `settings` is JSON of
 * `{ probers, loadBalancers, declared, dialable, watches? }`, each as in `monitorEnvironment`; `dialable`
 * (`{ addresses: [range], ports: [port or range] }`) is what probers may dial; `watches` is there only where there are some, and then an
 * empty `loadBalancers` means none instead of all. It does not expire.
 */
export const settingsRow = {
  key: { partition: 'settings', sort: 'current' },
  attributes: { version: 'version', settings: 'settings' },
} as const;

/** The custom resource that settles what CloudFormation cannot: its properties, all of them texts. */
export const settleProperties = {
  /** Kept alarms are taken away when the resource goes. */
  alarmPrefix: 'AlarmPrefix',
  /** The table's name, and JSON as in `settingsRow`, which is written there when the resource comes or changes. */
  table: 'Table',
  settings: 'Settings',
  /** The version of the package: one that writes rows otherwise must write them again. */
  package: 'Package',
} as const;

/** What the custom resource tells CloudFormation. */
export const settleAttributes = { version: 'Version' } as const;

/**
 * Outputs by which a deployment is found among the stacks of an account. A key is one of these followed by 8 hexadecimal
 * digits that are the same for all outputs of one deployment, as in `OriginDoctorMonitor1a2b3c4d`. `probers` and
 * `loadBalancers` are JSON as in `monitorEnvironment`, the latter with the names of watched paths behind; `gate` is there only where a
 * gate is.
 */
export const stackOutputs = {
  deployment: 'OriginDoctorDeployment',
  monitor: 'OriginDoctorMonitor',
  probers: 'OriginDoctorProbers',
  loadBalancers: 'OriginDoctorLoadBalancers',
  table: 'OriginDoctorTable',
  topic: 'OriginDoctorTopic',
  gate: 'OriginDoctorGate',
  version: 'OriginDoctorVersion',
} as const;

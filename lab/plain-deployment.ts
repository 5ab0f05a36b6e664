import type { DeployedFunction, Deployment } from './deployment.ts';
import type { World } from './world/world.ts';

/** What the lab runs: the files of the deployed handlers. The lab knows no more of them. */
export type Handlers = { readonly monitor: string; readonly prober: string };

/** The handlers, and one deadline for all attempts of a probe, milliseconds. */
export type Plain = { readonly handlers: Handlers; readonly deadlineMs: number };

const MONITOR = 'origin-doctor-monitor';
const TABLE = 'origin-doctor-memory';

/** What a stack would deploy in a world for all of its load balancers, without a template: the functions and what they are told. */
export function plainDeployment(world: World, { handlers, deadlineMs }: Plain): Deployment {
  const { region, accountId, probers } = world;
  const deployed = (name: string, file: string, environment: DeployedFunction['environment']): DeployedFunction => ({
    ...{ name, file, environment, statements: null, inVpc: name !== MONITOR },
    arn: `arn:aws:lambda:${region}:${accountId}:function:${name}`,
    timeoutSeconds: 120,
  });
  const ranges = {
    ORIGIN_DOCTOR_CIDRS: world.vpcs.flatMap((vpc) => vpc.cidrs).join(','),
    ORIGIN_DOCTOR_PORTS: '1-65535',
  };
  const targets = [{ functionName: MONITOR }];
  return {
    functions: [
      deployed(MONITOR, handlers.monitor, monitorEnvironment(world, deadlineMs)),
      ...probers.map(({ name }) => deployed(name, handlers.prober, ranges)),
    ],
    monitor: MONITOR,
    rules: [
      { name: 'schedule', pattern: null, targets },
      { name: 'every-event', pattern: {}, targets },
    ],
    tables: [{ name: TABLE, partitionKey: 'pk', sortKey: 'sk' }],
  };
}

/** What the stack would give the monitor. */
function monitorEnvironment(world: World, deadlineMs: number): DeployedFunction['environment'] {
  const probers = world.probers.map(({ name, subnetId, securityGroups, identity }) => ({
    functionName: name,
    ...{ subnetId, securityGroups, identity },
  }));
  return {
    ORIGIN_DOCTOR_DEPLOYMENT: 'lab',
    ORIGIN_DOCTOR_PROBERS: JSON.stringify(probers),
    ORIGIN_DOCTOR_LOAD_BALANCERS: '[]',
    ORIGIN_DOCTOR_DECLARED: JSON.stringify(world.declared),
    ORIGIN_DOCTOR_DEADLINE_MS: String(deadlineMs),
    ORIGIN_DOCTOR_INTERVAL_SECONDS: '60',
    ORIGIN_DOCTOR_TABLE: TABLE,
    ORIGIN_DOCTOR_TOPIC: `arn:aws:sns:${world.region}:${world.accountId}:origin-doctor`,
    ORIGIN_DOCTOR_EVENT_BUS: 'default',
    ORIGIN_DOCTOR_ALARM_PREFIX: 'lab/_kept/',
  };
}

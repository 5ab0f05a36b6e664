import { metrics } from '../../lambda/contract.ts';
import { watchedStates } from '../watched-states.ts';
import { prices } from './prices.ts';

/** What is watched. `zones`: of each load balancer, on the average. `watches`: of each, the number of its subnets. */
export type Watched = {
  readonly loadBalancers: number;
  readonly targetGroups: number;
  readonly targets: number;
  readonly zones: number;
  readonly watches?: readonly number[];
};

/** One item of a month's bill, in dollars, and what it is for. */
export type CostItem = { readonly what: string; readonly dollars: number };

/**
 * What a month (730 hours) of a check every minute costs while all is well, with a prober for each load balancer and zone,
 * and for each watch and subnet.
 * How long functions run and how much they log is assumed, and generously.
 */
export function monthlyCost({
  loadBalancers,
  targetGroups,
  targets,
  zones,
  watches = [],
}: Watched): readonly CostItem[] {
  const places = watches.reduce((sum, subnets) => sum + subnets, 0);
  const named = loadBalancers + watches.length;
  const probers = Math.round(loadBalancers * zones) + places;
  const series = (Object.values(EMITTED_WHEN_WELL) as readonly Dimensioned[]).reduce(
    (sum, { dimensionSets }) => sum + dimensionSets.reduce((count, set) => count + valuesOf(set), 0),
    0,
  );
  const alarms = 1 + named * (Object.keys(watchedStates).length + DEPLOY_WINDOW) + targetGroups * KEPT_ALARMS;
  const runs = CHECKS * probers;
  return [
    { what: `${series} metrics`, dollars: series * prices.metric },
    { what: `${alarms} alarms`, dollars: alarms * prices.alarm },
    { what: `${named} composite alarms`, dollars: named * prices.compositeAlarm },
    { what: 'dashboard', dollars: prices.dashboard },
    { what: `monitor, ${MONITOR.seconds} s at ${MONITOR.gb} GB`, dollars: functionCost(CHECKS, MONITOR) },
    { what: `${probers} probers, ${PROBER.seconds} s at ${PROBER.gb} GB`, dollars: functionCost(runs, PROBER) },
    { what: 'logs', dollars: (CHECKS * KB_PER_CHECK + runs * KB_PER_RUN) * 1e-6 * prices.logsPerGb },
    { what: 'table', dollars: (CHECKS * named * (2 * prices.writesPerMillion + prices.readsPerMillion)) / 1e6 },
    { what: 'traffic between zones', dollars: betweenZones(targets * Math.max(0, zones - 1) + places) },
    { what: 'key of the topic', dollars: prices.key },
  ];

  function valuesOf(set: readonly string[]): number {
    return [1, named, targetGroups][set.length - 1] ?? 0;
  }
}

type Dimensioned = { readonly dimensionSets: readonly (readonly string[])[] };

/** 60 an hour. */
const CHECKS = 43_800;
const EMITTED_WHEN_WELL = {
  connected: metrics.connected,
  connectTime: metrics.connectTime,
  heartbeat: metrics.heartbeat,
};
/** The alarm that holds the others back during a deploy, one for each load balancer. */
const DEPLOY_WINDOW = 1;
/** Of each target group, kept by the monitor: refused, silent, broken. */
const KEPT_ALARMS = 3;
/** 100 calls of `DescribeTargetHealth` and 150 invocations, five at a time; memory as in `lib/`. */
const MONITOR = { seconds: 20, gb: 0.5 };
/** Ten targets answer within milliseconds, and the dwell is 20 ms. */
const PROBER = { seconds: 0.2, gb: 0.25 };
/** A line for each load balancer and target group, and one of the check; of a prober, Lambda's own three lines. */
const KB_PER_CHECK = 100;
const KB_PER_RUN = 0.6;
/** A connection that is opened and reset: SYN, SYN and ACK, ACK, RST, with room for a second attempt. */
const GB_PER_PROBE = 400e-9;

function functionCost(runs: number, { seconds, gb }: typeof MONITOR): number {
  return (runs / 1e6) * prices.lambdaPerMillion + runs * seconds * gb * prices.lambdaPerGbSecond;
}

/** Every zone dials every target, of which the others' share stands in another zone; the host of a watch may always. */
function betweenZones(connections: number): number {
  return CHECKS * connections * GB_PER_PROBE * prices.betweenZonesPerGb;
}

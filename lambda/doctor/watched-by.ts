import * as z from 'zod';
import { monitorEnvironment } from '../contract.ts';
import { type Fact, known, unknown } from '../model/fact.ts';
import type { FunctionState } from './read-function.ts';

const ARNS = z.array(z.string().min(1));

/** ARNs or names of the load balancers that a monitor is deployed for, as its environment says; none: all of the Region. */
export function watchedBy(monitor: Fact<FunctionState>): Fact<readonly string[]> {
  if (!monitor.known) return monitor;
  const text = monitor.value.environment[monitorEnvironment.loadBalancers];
  try {
    return known(ARNS.parse(JSON.parse(text ?? '')));
  } catch {
    return unknown('failed', `the monitor's ${monitorEnvironment.loadBalancers} is not a list of load balancers`);
  }
}

import { CannotCheck } from '../inventory/cannot-check.ts';
import { type CheckOptions, check } from '../join/check.ts';
import type { Memory } from '../model/memory.ts';
import type { Report } from '../model/report.ts';
import { memoryOf } from '../report/memory-of.ts';
import type { Look } from './law/gate.ts';
import { lend } from './lend.ts';
import type { Wanted } from './wanted.ts';

/**
 * What every check of a gate has in common. `names` are names or ARNs of load balancers, none for all; `memory` is what checks before
 * the first one saw.
 */
export type LookerOptions = Omit<CheckOptions, 'kept' | 'extend' | 'names' | 'watches'> & {
  readonly names: readonly string[];
  readonly wanted: Wanted;
};

/** Looks once: the monitor's own check, with the configuration read anew, since a deployment is what changes it. */
export type Looker = () => Promise<Look>;

/**
 * Makes what a gate looks with. Each look remembers those before it. A check that came to nothing is a look too, with the reason, as
 * is one that found no load balancer: nothing was looked at then. What is no `CannotCheck` is a fault of ours, and rejects.
 */
export function looker({ wanted, ...options }: LookerOptions): Looker {
  let memory: Memory | null = options.memory;
  const extend = lend(options.clients, wanted);
  return async () => {
    try {
      const { report } = await check({ ...options, memory, extend });
      memory = memoryOf(report, memory);
      const at = options.now().toISOString();
      if (report.loadBalancers.length === 0) return { failure: options.names.length === 0 ? NONE : ALL_GONE, at };
      return { report: { ...report, ...goneFrom(options.names, report) }, at };
    } catch (error) {
      if (!(error instanceof CannotCheck)) throw error;
      return { failure: error.message, at: options.now().toISOString() };
    }
  };
}

const NONE = 'There is no load balancer that a gate could look at.';
const ALL_GONE = 'None of the load balancers that are watched is there any more.';

/** Those of these names and ARNs that nobody has, where that is passed over. */
function goneFrom(names: readonly string[], { loadBalancers }: Report): Pick<Report, 'gone'> {
  const gone = names.filter((name) => !loadBalancers.some((one) => one.arn === name || one.name === name));
  return gone.length === 0 ? {} : { gone };
}

import { CannotCheck } from '../inventory/cannot-check.ts';
import { type CheckOptions, check } from '../join/check.ts';
import type { Memory } from '../model/memory.ts';
import { memoryOf } from '../report/memory-of.ts';
import type { Look } from './law/gate.ts';
import { lend } from './lend.ts';
import type { Wanted } from './wanted.ts';

/** What every check of a gate has in common. `memory` is what checks before the first one saw. */
export type LookerOptions = Omit<CheckOptions, 'kept' | 'extend'> & { readonly wanted: Wanted };

/** Looks once: the monitor's own check, with the configuration read anew, since a deployment is what changes it. */
export type Looker = () => Promise<Look>;

/**
 * Makes what a gate looks with. Each look remembers those before it. A check that came to nothing is a look too, with the reason;
 * what is no `CannotCheck` is a fault of ours, and rejects.
 */
export function looker({ wanted, ...options }: LookerOptions): Looker {
  let memory: Memory | null = options.memory;
  const extend = lend(options.clients, wanted);
  return async () => {
    try {
      const { report } = await check({ ...options, memory, extend });
      memory = memoryOf(report, memory);
      return { report, at: options.now().toISOString() };
    } catch (error) {
      if (!(error instanceof CannotCheck)) throw error;
      return { failure: error.message, at: options.now().toISOString() };
    }
  };
}

import type { World } from '../world/world.ts';

/** How the world's packets move: kernel namespaces, or one loopback address with the silent drop simulated. */
export type PlaneMode = 'namespaces' | 'loopback';

/** The smallest change that breaks the healthy world in one way, so that this code leads. */
export type LabFault = {
  /** The fault's code, which is also this file's name. */
  readonly code: string;
  /** One sentence: what is changed, in the words of whoever did it. */
  readonly breaks: string;
  /** Where this fault can exist. */
  readonly modes: readonly PlaneMode[];
  /** The target (or other resource) whose leading finding this must be. */
  readonly resourceOf: (world: World) => string;
  /** The targets that load balancers have to call ill before this leads. Absent: it shows without their word. */
  readonly noticedAt?: (world: World) => readonly string[];
  readonly change: (world: World) => World;
};

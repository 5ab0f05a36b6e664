// What the package offers by its own name: the construct, what it is built with, and the types of that.

export type * from './load-balancer-source.ts';
export { OriginDoctor } from './origin-doctor.ts';
export type * from './origin-doctor-props.ts';
export { watch } from './watch.ts';
export type * from './watch-props.ts';

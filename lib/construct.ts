// What the package offers by its own name: the construct, and the types of what it is built with.

export type * from './load-balancer-source.ts';
export { OriginDoctor } from './origin-doctor.ts';
export type * from './origin-doctor-props.ts';

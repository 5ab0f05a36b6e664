/**
 * What nothing can go on without is missing: credentials, a region, the load balancers themselves. The message is
 * one or two sentences for whoever called: the wrong value, and what is allowed or what to do. No stack is needed.
 */
export class CannotCheck extends Error {
  override readonly name = 'CannotCheck';
}

/**
 * What nothing can go on without is missing: credentials, a region, the load balancers themselves. The message is
 * one or two sentences for whoever called: the wrong value, and what is allowed or what to do. No stack is needed.
 * `isUnknownName`: a load balancer was asked for that is not there.
 */
export class CannotCheck extends Error {
  override readonly name = 'CannotCheck';
  readonly isUnknownName: boolean;

  constructor(message: string, { isUnknownName = false }: { readonly isUnknownName?: boolean } = {}) {
    super(message);
    this.isUnknownName = isUnknownName;
  }
}

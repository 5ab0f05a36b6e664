/** Why a fact is not known. `not-found`: AWS answered, and the thing is not there. `not-asked`: nobody looked. */
export type UnknownKind = 'forbidden' | 'throttled' | 'failed' | 'not-found' | 'not-asked';

/** A fact that was looked for and is there. */
export type Known<T> = { readonly known: true; readonly value: T };

/** A fact that could not be had: the reason as a sentence, and the IAM action whose grant would give it, if one would. */
export type Unknown = {
  readonly known: false;
  readonly kind: UnknownKind;
  readonly reason: string;
  readonly action?: string;
};

/** A value looked for: known, or unknown with the reason. An unknown fact is never healthy. */
export type Fact<T> = Known<T> | Unknown;

/** Wraps a value that was read. */
export function known<T>(value: T): Known<T> {
  return { known: true, value };
}

/** Says why a value is not known; `action` is the IAM action (`ec2:DescribeSubnets`) that was refused. */
export function unknown(kind: UnknownKind, reason: string, action?: string): Unknown {
  return action === undefined ? { known: false, kind, reason } : { known: false, kind, reason, action };
}

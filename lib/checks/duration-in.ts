import type { Duration } from 'aws-cdk-lib';
import { wrongProperty } from './wrong-property.ts';

/**
 * How many of `unit` a duration is, with what is left over after the comma. Throws where a number stands in its place, as plain
 * JavaScript lets it.
 */
export function durationIn(unit: 'minutes' | 'seconds' | 'milliseconds', property: string, value: Duration): number {
  // Not by its class: an app may hold aws-cdk-lib twice.
  if (typeof value?.toMilliseconds !== 'function') {
    throw wrongProperty(property, value, 'a Duration, as in Duration.minutes(1)');
  }
  return value.toMilliseconds({ integral: false }) / MILLISECONDS[unit];
}

const MILLISECONDS = { minutes: 60_000, seconds: 1000, milliseconds: 1 } as const;

import { InvalidArgumentError } from 'commander';
import { nearest } from '../lambda/inventory/nearest.ts';

/**
 * A parser for an option or argument that takes one of a few words. Commander puts the wrong value before the message;
 * what is allowed and the likeliest of it stand in it.
 */
export function allowedValue<T extends string>(allowed: readonly T[]): (value: string) => T {
  return (value) => {
    const found = allowed.find((word) => word === value);
    if (found !== undefined) return found;
    const [likeliest] = nearest(value, allowed);
    throw new InvalidArgumentError(`Allowed are ${allowed.join(', ')}. (Did you mean ${likeliest}?)`);
  };
}

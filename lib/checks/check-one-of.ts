import { wrongProperty } from './wrong-property.ts';

/** Throws where a property is none of a few values. */
export function checkOneOf(property: string, value: unknown, allowed: readonly unknown[]): void {
  if (!allowed.includes(value)) throw wrongProperty(property, value, allowed.join(' or '));
}

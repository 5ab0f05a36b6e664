import { nearest } from './nearest.ts';
import { wrongProperty } from './wrong-property.ts';

/**
 * Throws where `value` is no object, or has a property that is not among `known`: plain JavaScript would pass over a
 * misspelt one in silence. `place` is where it stands; empty for the props themselves.
 */
export function checkKeys(place: string, value: unknown, known: Readonly<Record<string, true>>): void {
  const names = Object.keys(known);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrongProperty(place || 'props', value, `an object of ${names.join(', ')}`);
  }
  const stray = Object.keys(value).find((key) => !names.includes(key));
  if (stray === undefined) return;
  const meant = nearest(stray, names);
  const hint = meant === undefined ? 'allowed are' : `did you mean ${meant}? Allowed are`;
  const where = place === '' ? stray : `${place}.${stray}`;
  throw new Error(`OriginDoctor: ${where} is no property that there is; ${hint} ${names.join(', ')}`);
}

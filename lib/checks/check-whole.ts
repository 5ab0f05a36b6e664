import { wrongProperty } from './wrong-property.ts';

/** What a number may be, both ends included. */
export type Bounds = { readonly from: number; readonly to: number; readonly unit?: string };

/** Throws where a property is not a whole number within its bounds. */
export function checkWhole(property: string, value: number, { from, to, unit }: Bounds): void {
  if (Number.isInteger(value) && value >= from && value <= to) return;
  const ofWhat = unit === undefined ? 'number' : `number of ${unit}`;
  throw wrongProperty(property, value, `a whole ${ofWhat} from ${from} to ${to}`);
}

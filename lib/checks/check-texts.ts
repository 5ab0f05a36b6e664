import { wrongProperty } from './wrong-property.ts';

/** Throws where `value` is not a list of texts; `allowed` says of what. Tokens are texts. */
export function checkTexts(property: string, value: unknown, allowed: string): void {
  if (!Array.isArray(value)) throw wrongProperty(property, value, `a list: ${allowed}`);
  const stray = value.findIndex((one) => typeof one !== 'string');
  if (stray >= 0) throw wrongProperty(`${property}[${stray}]`, value[stray], allowed);
}

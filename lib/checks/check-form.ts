import { Token } from 'aws-cdk-lib';
import { checkTexts } from './check-texts.ts';
import type { Form } from './forms.ts';
import { wrongProperty } from './wrong-property.ts';

/** Throws where `values` is not a list of texts of this form; tokens pass. */
export function checkForm(property: string, values: readonly string[], { pattern, allowed }: Form): void {
  checkTexts(property, values, allowed);
  const wrong = values.findIndex((one) => !Token.isUnresolved(one) && !pattern.test(one));
  if (wrong >= 0) throw wrongProperty(`${property}[${wrong}]`, values[wrong], allowed);
}

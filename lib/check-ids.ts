import { Token } from 'aws-cdk-lib';
import { wrongProperty } from './wrong-property.ts';

/** Throws where one of these is not an id of its kind; tokens pass. */
export function checkIds(property: string, ids: readonly string[], kind: 'vpc' | 'subnet' | 'sg'): void {
  const wrong = ids.find((id) => !Token.isUnresolved(id) && !new RegExp(`^${kind}-[0-9a-f]+$`).test(id));
  if (wrong !== undefined) throw wrongProperty(property, wrong, `an id as in ${kind}-0123456789abcdef0`);
}

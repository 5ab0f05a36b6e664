import { Token } from 'aws-cdk-lib';
import { checkTexts } from './check-texts.ts';
import { isPlaceholder } from './is-placeholder.ts';
import { wrongProperty } from './wrong-property.ts';

/** Throws where `ids` is not a list of ids of this kind, each once; tokens pass. */
export function checkIds(property: string, ids: readonly string[], kind: 'vpc' | 'subnet' | 'sg'): void {
  const allowed = `an id as in ${kind}-0123456789abcdef0`;
  checkTexts(property, ids, allowed);
  const wrong = ids.find((id) => !isId(id, kind));
  if (wrong !== undefined) throw wrongProperty(property, wrong, allowed);
  const twice = ids.find((id, index) => ids.indexOf(id) < index && !isPlaceholder(id));
  if (twice !== undefined) throw wrongProperty(property, twice, 'each id once');
}

function isId(id: string, kind: string): boolean {
  return Token.isUnresolved(id) || isPlaceholder(id) || new RegExp(`^${kind}-[0-9a-f]+$`).test(id);
}

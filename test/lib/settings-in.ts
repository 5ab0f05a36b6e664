import { settleProperties } from '../../lambda/contract.ts';
import { referenceText } from '../../lib/reference-text.ts';
import type { Synthesised } from './template-of.ts';

/** The settings that a template has written into the table, as text; references stand in it as `<Id>`. */
export function settingsIn({ all }: Synthesised): string {
  const [resource] = all('Custom::OriginDoctorSettings');
  return referenceText(resource?.Properties[settleProperties.settings]);
}

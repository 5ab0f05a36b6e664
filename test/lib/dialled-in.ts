import { settingsIn } from './settings-in.ts';
import type { Synthesised } from './template-of.ts';

/** What the settings say of the ranges that probers may dial; what is known when it is deployed as its text or its JSON. */
export function dialledIn(made: Synthesised): readonly string[] {
  const [, text = ''] = /"dialable":\{"addresses":\[(.*?)\],"ports":/.exec(settingsIn(made)) ?? [];
  return text.slice(1, -1).split(/","(?=[{<\d])/);
}

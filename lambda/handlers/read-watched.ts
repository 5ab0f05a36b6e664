import { settingsRow } from '../contract.ts';
import { type Watched, watchedSchema } from './watched-schema.ts';

/**
 * Reads the JSON of the settings row. Throws an error that names the field, and what is wrong with it.
 */
export function readWatched(settings: string): Watched {
  const result = watchedSchema.safeParse(parsed(settings));
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => [...path, message].join(': '));
  throw new Error(`${PLACE}: ${issues.join('; ')}`);
}

const PLACE = `the settings (row ${settingsRow.key.partition} / ${settingsRow.key.sort})`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${PLACE}: they are not JSON`);
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'events');

/** A sample as far as the tests look into it. */
export type Sample = Record<string, unknown> & {
  readonly account: string;
  readonly region: string;
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail: Record<string, unknown>;
};

/** The names of all samples. */
export const sampleNames = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''));

/** An event as AWS sends it, from events/NAME.json. */
export function sample(name: string): Sample {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
}

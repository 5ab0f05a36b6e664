import { readFile } from 'node:fs/promises';
import type { Baseline } from '../lambda/gate/law/baseline.ts';
import { readBaseline } from '../lambda/gate/read-baseline.ts';
import { CannotCheck } from '../lambda/inventory/cannot-check.ts';

/** Reads what stood before a deployment from a saved report. Throws `CannotCheck` for a file that is none, or holds not all that stood. */
export async function readBaselineFile(path: string): Promise<Baseline> {
  const read = readBaseline(parsed(path, await textOf(path)));
  if ('baseline' in read) return read.baseline;
  throw new CannotCheck(
    `${path} cannot be used; allowed is a report (\`origin-doctor check --output json\`): ${read.problem}.`,
  );
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new CannotCheck(`The baseline ${path} cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CannotCheck(`${path} is not JSON; allowed is a report (\`origin-doctor check --output json\`).`);
  }
}

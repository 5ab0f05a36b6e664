import { existsSync, readFileSync } from 'node:fs';
import { fromRoot } from '../lab/from-root.ts';
import type { LabExample } from '../lambda/diagnosis/lab-example.ts';

/**
 * What was said of a fault in its own world of the lab; null where its world has not been run yet. The lab's tests write
 * these files, and hold them to what is said.
 */
export function readExample(code: string): LabExample | null {
  const file = fromRoot(`lab/examples/${code}.txt`);
  if (!existsSync(file)) return null;
  const [breaks = '', ...said] = readFileSync(file, 'utf8').trimEnd().split('\n\n');
  return { breaks, said: said.join('\n\n') };
}

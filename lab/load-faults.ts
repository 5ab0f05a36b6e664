import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { LabFault } from './faults/lab-fault.ts';
import { fromRoot } from './from-root.ts';

const FOLDER = pathToFileURL(fromRoot('lab/faults/'));

/** Every way in which the lab can break its world, found by its file; in the order of the files' names. */
export async function loadFaults(): Promise<readonly LabFault[]> {
  const files = (await readdir(FOLDER))
    .filter((name) => /\.[jt]s$/.test(name) && !name.startsWith('lab-fault.'))
    .toSorted();
  const modules: { labFault: LabFault }[] = await Promise.all(files.map((name) => import(new URL(name, FOLDER).href)));
  return modules.map((one) => one.labFault);
}

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const BESIDE_THE_CHECKOUT = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'recorded');

/**
 * The folder of recorded accounts; null where there is none, and then what reads them is skipped and says so. The recordings
 * are no part of the project: `ORIGIN_DOCTOR_RECORDED` names their folder, by default one beside the checkout.
 */
export const recordedFolder: string | null = folderIfThere(
  process.env['ORIGIN_DOCTOR_RECORDED'] || BESIDE_THE_CHECKOUT,
);

function folderIfThere(folder: string): string | null {
  return existsSync(join(folder, 'network-load-balancer')) && existsSync(join(folder, 'vpc-peering')) ? folder : null;
}

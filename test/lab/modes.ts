import type { PlaneMode } from '../../lab/faults/lab-fault.ts';
import { obstacleToNamespaces } from '../../lab/plane/stand-plane.ts';

/**
 * The modes that can be tested on this machine. Where namespaces cannot be had, their tests are left out and say so;
 * with ORIGIN_DOCTOR_NAMESPACES=required (CI) they fail instead.
 */
export async function modesHere(): Promise<readonly PlaneMode[]> {
  const obstacle = process.env['ORIGIN_DOCTOR_NAMESPACES'] === 'required' ? null : await obstacleToNamespaces();
  if (obstacle === null) return ['namespaces', 'loopback'];
  process.stderr.write(`No network namespaces here (${obstacle}): tests run in loopback mode only.\n`);
  return ['loopback'];
}

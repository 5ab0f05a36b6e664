import type { LabFault } from '../../lab/faults/lab-fault.ts';
import type { Lab } from '../../lab/lab.ts';
import { eventually } from './eventually.ts';

/** Waits until the load balancers have noticed what they have to notice before a fault can lead. */
export function notice(lab: Lab, fault: LabFault): Promise<void> {
  const awaited = fault.noticedAt?.(lab.world()) ?? [];
  const ill = () => Object.values(lab.health()).flatMap((lines) => lines.filter(({ state }) => state !== 'healthy'));
  return eventually('the load balancers notice', () =>
    awaited.every((id) => ill().some(({ target }) => target.id === id)),
  );
}

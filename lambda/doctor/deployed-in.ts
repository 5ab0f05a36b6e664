import * as z from 'zod';
import { stackOutputs } from '../contract.ts';
import type { Deployed } from './deployed.ts';

/** Outputs of a stack, by key. */
type Outputs = Readonly<Record<string, string>>;

const PROBERS = z.array(z.object({ functionName: z.string().min(1), subnetId: z.string().min(1) }));

/**
 * The deployments that a stack's outputs tell of: usually one or none. Outputs of one share the 8 hexadecimal digits after
 * their names (`stackOutputs` in the contract). One whose outputs are not whole is left out: its stack is on its way.
 */
export function deployedIn(stack: string, region: string, outputs: Outputs): readonly Deployed[] {
  const marks = Object.keys(outputs).flatMap((key) => MARKED.exec(key)?.[1] ?? []);
  return marks.flatMap((mark) => {
    const value = (name: keyof typeof stackOutputs) => outputs[`${stackOutputs[name]}${mark}`];
    const [deployment, monitor, version] = [value('deployment'), value('monitor'), value('version')];
    const probers = probersIn(value('probers'));
    if (deployment === undefined || monitor === undefined || version === undefined || probers === null) return [];
    return [{ stack, region, deployment, monitor, gate: value('gate') ?? null, probers, version }];
  });
}

const MARKED = new RegExp(`^${stackOutputs.monitor}([0-9a-f]{8})$`);

function probersIn(text: string | undefined): Deployed['probers'] | null {
  if (text === undefined) return null;
  try {
    const read = PROBERS.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

import * as z from 'zod';
import { stackOutputs } from '../contract.ts';
import { known, unknown } from '../model/fact.ts';
import type { Deployed } from './deployed.ts';

/** Outputs of a stack, by key. */
type Outputs = Readonly<Record<string, string>>;

const ARNS = z.array(z.string().min(1));
const PROBERS = z.array(z.object({ functionName: z.string().min(1), subnetId: z.string().min(1) }));

/**
 * The deployments that a stack's outputs tell of: usually one or none. Outputs of one share the 8 hexadecimal digits after
 * their names (`stackOutputs` in the contract). One whose outputs are not whole is left out: its stack is on its way.
 */
export function deployedIn(stack: string, region: string, outputs: Outputs): readonly Omit<Deployed, 'status'>[] {
  const marks = Object.keys(outputs).flatMap((key) => MARKED.exec(key)?.[1] ?? []);
  return marks.flatMap((mark) => {
    const value = (name: keyof typeof stackOutputs) => outputs[`${stackOutputs[name]}${mark}`];
    const [deployment, monitor, version] = [value('deployment'), value('monitor'), value('version')];
    const probers = probersIn(value('probers'));
    if (deployment === undefined || monitor === undefined || version === undefined || probers === null) return [];
    const watched = watchedIn(value('loadBalancers'));
    const [gate, topic] = [value('gate') ?? null, value('topic') ?? null];
    return [{ stack, region, deployment, monitor, gate, probers, watched, topic, version }];
  });
}

const MARKED = new RegExp(`^${stackOutputs.monitor}([0-9a-f]{8})$`);

function probersIn(text: string | undefined): Deployed['probers'] | null {
  const read = PROBERS.safeParse(parsed(text));
  return read.success ? read.data : null;
}

function watchedIn(text: string | undefined): Deployed['watched'] {
  const read = ARNS.safeParse(parsed(text));
  return read.success ? known(read.data) : unknown('failed', 'the outputs of its stack do not say');
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

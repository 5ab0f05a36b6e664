import type { DeployedFunction } from '../../../lab/deployment.ts';
import type { Lab } from '../../../lab/lab.ts';

type Changes = Partial<Omit<DeployedFunction, 'name'>>;

/** Deploys a function with these changes, until what comes back is called; environments are added to. */
export function withFunction(lab: Lab, name: string, { environment, ...changes }: Changes): () => void {
  const before = lab.deployment();
  const functions = before.functions.map((one) =>
    one.name === name ? { ...one, ...changes, environment: { ...one.environment, ...environment } } : one,
  );
  lab.deploy({ ...before, functions });
  return () => lab.deploy(before);
}

import type { Declared } from '../model/evidence.ts';
import type { LoadBalancer } from '../model/inventory.ts';

/** What is declared of a load balancer, by its ARN or name; null where nothing is. */
export function declaredFor(
  { arn, name }: Pick<LoadBalancer, 'arn' | 'name'>,
  declarations: Readonly<Record<string, Declared>>,
): Declared | null {
  return declarations[arn] ?? declarations[name] ?? null;
}

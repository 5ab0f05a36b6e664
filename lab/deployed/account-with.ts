import type { AccountFacts } from '../aws/account-facts.ts';
import type { DeployedFunction } from '../deployment.ts';
import type { DeployedStack } from './stacks-in.ts';

/** What an account holds once a stack is deployed in it: the stack with its outputs, and the functions. */
export function accountWith(
  { name, template: { Outputs = {} }, resolve }: DeployedStack,
  functions: readonly DeployedFunction[],
): AccountFacts {
  const outputs = Object.entries(Outputs).map(([key, { Value }]) => [key, String(resolve(Value))] as const);
  return {
    stacks: [{ name, status: 'CREATE_COMPLETE', outputs: Object.fromEntries(outputs) }],
    functions: functions.map((one) => ({ name: one.name, state: 'Active', environment: one.environment })),
  };
}

import type { AccountFacts, StackFacts } from '../aws/account-facts.ts';
import type { DeployedFunction } from '../deployment.ts';
import type { DeployedStack } from './stacks-in.ts';

/** What an account holds once stacks are deployed in it: the stacks with their outputs, and the functions. */
export function accountWith(stacks: readonly DeployedStack[], functions: readonly DeployedFunction[]): AccountFacts {
  return {
    stacks: stacks.map(factsOf),
    functions: functions.map(({ name, environment }) => ({ name, state: 'Active', environment })),
  };
}

function factsOf({ name, template: { Outputs = {} }, resolve }: DeployedStack): StackFacts {
  const outputs = Object.entries(Outputs).map(([key, { Value }]) => [key, String(resolve(Value))] as const);
  return { name, status: 'CREATE_COMPLETE', outputs: Object.fromEntries(outputs) };
}

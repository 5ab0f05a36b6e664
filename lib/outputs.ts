import { CfnOutput } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { stackOutputs } from '../lambda/contract.ts';

/** By which a command line finds the deployment. Undefined ones are left out. */
export type OutputValues = Readonly<Record<keyof typeof stackOutputs, string | undefined>>;

/**
 * Outputs under keys that do not depend on where in the app the construct stands by name, and with no export, which
 * would tie other stacks to this one.
 */
export function outputs(parent: Construct, values: OutputValues): void {
  const scope = new Construct(parent, 'Outputs');
  for (const [name, key] of Object.entries(stackOutputs)) {
    const value = values[name as keyof OutputValues];
    if (value === undefined) continue;
    new CfnOutput(scope, name, { value }).overrideLogicalId(`${key}${parent.node.addr.slice(-8)}`);
  }
}

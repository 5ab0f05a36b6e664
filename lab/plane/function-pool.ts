import type { InvokeOutcome } from '../aws/invoke-outcome.ts';
import type { DeployedFunction } from '../deployment.ts';
import type { ProberFunction, World } from '../world/world.ts';
import { functionRunner, type Placement } from './function-runner.ts';

/** What is deployed under the name of a prober; undefined: nothing is. */
export type CodeOf = (functionName: string) => DeployedFunction | undefined;

/** The functions inside the VPC: invoked where they stand. */
export type FunctionPool = {
  readonly invoke: (world: World, functionName: string, event: unknown) => Promise<InvokeOutcome>;
  readonly close: () => Promise<void>;
};

/** `place` says where a function stands in this plane. */
export function functionPool(codeOf: CodeOf, place: (prober: ProberFunction) => Placement): FunctionPool {
  const runner = functionRunner();
  return {
    invoke: async (world, functionName, event) => {
      const prober = world.probers.find((one) => one.name === functionName);
      const code = codeOf(functionName);
      if (prober === undefined || code === undefined) return notFound(world, functionName);
      return refusalOf(world, prober) ?? runner.run(code, place(prober), event);
    },
    close: runner.close,
  };
}

function notFound(world: World, functionName: string): InvokeOutcome {
  const arn = `arn:aws:lambda:${world.region}:${world.accountId}:function:${functionName}`;
  return {
    kind: 'service-error',
    name: 'ResourceNotFoundException',
    message: `Function not found: ${arn}`,
    status: 404,
  };
}

/** A function cannot start where its subnet has no address left for its interface, as Lambda's API reference says of Invoke. */
function refusalOf(world: World, prober: ProberFunction): InvokeOutcome | null {
  const subnet = world.subnets.find((one) => one.id === prober.subnetId);
  if (subnet !== undefined && subnet.availableAddresses > 0) return null;
  const message =
    'Lambda was not able to set up VPC access for the Lambda function because one or more configured subnets has no available IP addresses.';
  return { kind: 'service-error', name: 'SubnetIPAddressLimitReachedException', message, status: 502 };
}

import type { InvokeOutcome } from '../aws/invoke-outcome.ts';
import { entryFile } from '../entry-file.ts';
import type { AddressBook, InvokedAnswer } from '../processes/messages.ts';
import type { ProberFunction, World } from '../world/world.ts';
import { type Child, startChild } from './child.ts';

/** Where and how one function runs. */
export type Placement = {
  /** Words before the command: how to get into the namespace; none in loopback mode. */
  readonly enter: readonly string[];
  readonly book: AddressBook | null;
};

/** The Lambda service of the world: starts execution environments when first needed, and runs events in them. */
export type FunctionPool = {
  readonly invoke: (world: World, functionName: string, event: unknown) => Promise<InvokeOutcome>;
  readonly close: () => Promise<void>;
};

const RUNTIME = entryFile('function');

/** `handler` is the file of the deployed prober; `place` says where a function stands in this plane. */
export function functionPool(handler: string, place: (prober: ProberFunction) => Placement): FunctionPool {
  const environments = new Map<string, Promise<Child>>();
  return {
    invoke: async (world, functionName, event) => {
      const prober = world.probers.find((one) => one.name === functionName);
      const refusal = prober === undefined ? notFound(world, functionName) : refusalOf(world, prober);
      if (prober === undefined || refusal !== null) return refusal ?? notFound(world, functionName);
      const { enter, book } = place(prober);
      const environment = environments.get(functionName) ?? start(world, handler, enter);
      environments.set(functionName, environment);
      const answer = await (await environment).request<InvokedAnswer>({ event, book });
      if ('error' in answer) return { kind: 'function-error', payload: answer.error };
      return { kind: 'answer', payload: answer.payload };
    },
    close: async () => {
      const started = await Promise.allSettled(environments.values());
      await Promise.all(started.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)));
    },
  };
}

function start(world: World, handler: string, enter: readonly string[]): Promise<Child> {
  const env = {
    PATH: process.env['PATH'],
    ORIGIN_DOCTOR_CIDRS: world.vpcs.flatMap((vpc) => vpc.cidrs).join(','),
    ORIGIN_DOCTOR_PORTS: '1-65535',
  };
  return startChild([...enter, process.execPath, RUNTIME, handler], { env });
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

import type { World } from '../world/world.ts';
import { AwsError } from './aws-error.ts';
import type { Call } from './call.ts';
import { callerArn } from './caller-arn.ts';
import type { Input } from './codecs/input.ts';
import type { TreeObject } from './codecs/tree.ts';
import type { Operation, OperationContext } from './operation.ts';

/**
 * Runs a call's operation, after counting it and asking whether the world permits it, and its caller's role (known by the key
 * that signed). Throws what AWS would answer.
 */
export async function runCall(
  call: Call,
  context: OperationContext,
  { accessKeyId, count }: { readonly accessKeyId: string; readonly count: (action: string) => void },
): Promise<TreeObject> {
  const operations = call.service?.operations ?? {};
  const operation = Object.hasOwn(operations, call.operation) ? operations[call.operation] : undefined;
  if (operation === undefined) throw call.protocol.unknownOperation(call.operation);
  count(operation.action);
  const input = call.input();
  const { world, sources } = context;
  const isForbidden = world.forbidden.includes(operation.action);
  const denied = resourcesOf(operation, input, context).find(
    (resource) => isForbidden || sources.permits?.(accessKeyId, operation.action, resource) === false,
  );
  if (denied !== undefined) throw refusal(call, operation, denied, world);
  return operation.run(input, context);
}

function resourcesOf({ resource }: Operation, input: Input, { world, sources }: OperationContext): readonly string[] {
  return [resource?.(input, world, sources) ?? '*'].flat();
}

function refusal(call: Call, { action, resource }: Operation, deniedOn: string, world: World): AwsError {
  const on = resource === undefined ? '' : ` on resource: ${deniedOn}`;
  const why = `because no identity-based policy allows the ${action} action`;
  const message = `User: ${callerArn(world)} is not authorized to perform: ${action}${on} ${why}`;
  const code = call.service?.deniedCode;
  return code === undefined ? call.protocol.denied(message) : new AwsError(code, message, { status: 403 });
}

import type { World } from '../world/world.ts';
import { AwsError } from './aws-error.ts';
import type { Call } from './call.ts';
import { callerArn } from './caller-arn.ts';
import type { Input } from './codecs/input.ts';
import type { TreeObject } from './codecs/tree.ts';
import type { Operation, OperationContext } from './operation.ts';

/** Runs a call's operation, after counting it and asking whether the world permits it. Throws what AWS would answer. */
export async function runCall(
  call: Call,
  context: OperationContext,
  count: (action: string) => void,
): Promise<TreeObject> {
  const operations = call.service?.operations ?? {};
  const operation = Object.hasOwn(operations, call.operation) ? operations[call.operation] : undefined;
  if (operation === undefined) throw call.protocol.unknownOperation(call.operation);
  count(operation.action);
  const input = call.input();
  refuseForbidden(call, operation, input, context.world);
  return operation.run(input, context);
}

function refuseForbidden(call: Call, operation: Operation, input: Input, world: World): void {
  const { action } = operation;
  if (!world.forbidden.includes(action)) return;
  const on = operation.resource === undefined ? '' : ` on resource: ${operation.resource(input, world)}`;
  const why = `because no identity-based policy allows the ${action} action`;
  const message = `User: ${callerArn(world)} is not authorized to perform: ${action}${on} ${why}`;
  const code = call.service?.deniedCode;
  throw code === undefined ? call.protocol.denied(message) : new AwsError(code, message, { status: 403 });
}

import { AwsError } from '../aws-error.ts';
import type { Operation } from '../operation.ts';
import { functionArn } from './function-arn.ts';
import { functionName } from './function-name.ts';

/** `GetFunctionConfiguration` of the functions that the account is said to hold. */
export const getFunctionConfiguration: Operation = {
  action: 'lambda:GetFunctionConfiguration',
  resource: (input, world) => functionArn(functionName(input), world),
  run: (input, { world, sources }) => {
    const name = functionName(input);
    const arn = functionArn(name, world);
    const found = sources.account?.().functions?.find((one) => one.name === name);
    if (found === undefined) {
      const details = { status: 404, exception: 'ResourceNotFoundException' };
      throw new AwsError('ResourceNotFoundException', `Function not found: ${arn}`, details);
    }
    const { state, stateReason, lastUpdateStatus = 'Successful', environment = {} } = found;
    const configuration = {
      FunctionName: name,
      FunctionArn: arn,
      State: state,
      StateReason: stateReason,
      LastUpdateStatus: lastUpdateStatus,
      StateReasonCode: state === 'Inactive' ? 'Idle' : undefined,
      Environment: { Variables: environment },
    };
    return { StatusCode: 200, Payload: JSON.stringify(configuration) };
  },
};

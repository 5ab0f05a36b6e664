import { getAccountSettings } from '../lambda/get-account-settings.ts';
import { getFunctionConfiguration } from '../lambda/get-function-configuration.ts';
import { invoke } from '../lambda/invoke.ts';
import type { Service } from '../operation.ts';

/** AWS Lambda: REST, known by its path. */
export const lambda: Service = {
  signingName: 'lambda',
  version: null,
  target: null,
  operations: {
    GetAccountSettings: getAccountSettings,
    GetFunctionConfiguration: getFunctionConfiguration,
    Invoke: invoke,
  },
};

import { invoke } from '../lambda/invoke.ts';
import type { Service } from '../operation.ts';

/** AWS Lambda: REST, known by its path. */
export const lambda: Service = {
  signingName: 'lambda',
  version: null,
  target: null,
  operations: { Invoke: invoke },
};

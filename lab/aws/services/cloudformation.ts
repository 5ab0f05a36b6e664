import { describeStacks } from '../cloudformation/describe-stacks.ts';
import type { Service } from '../operation.ts';

/** AWS CloudFormation. */
export const cloudformation: Service = {
  signingName: 'cloudformation',
  version: '2010-05-15',
  target: null,
  operations: { DescribeStacks: describeStacks },
};

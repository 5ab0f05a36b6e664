import { callerArn } from '../caller-arn.ts';
import type { Service } from '../operation.ts';

/** AWS Security Token Service. */
export const sts: Service = {
  signingName: 'sts',
  version: '2011-06-15',
  target: null,
  operations: {
    GetCallerIdentity: {
      action: 'sts:GetCallerIdentity',
      run: (_input, { world }) => ({
        Account: world.accountId,
        Arn: callerArn(world),
        UserId: 'AROALABORIGINDOCTOR0:lab',
      }),
    },
  },
};

import type { Operation } from '../operation.ts';
import { refuseDryRun } from './refuse-dry-run.ts';

/** `DescribeVpcBlockPublicAccessOptions`: one structure for the account and Region. */
export const describeBlockPublicAccessOptions: Operation = {
  action: 'ec2:DescribeVpcBlockPublicAccessOptions',
  run: (input, { world }) => {
    refuseDryRun(input);
    const { mode } = world.blockPublicAccess;
    return {
      vpcBlockPublicAccessOptions: {
        awsAccountId: world.accountId,
        awsRegion: world.region,
        state: mode === 'off' ? 'default-state' : 'update-complete',
        internetGatewayBlockMode: mode,
        managedBy: 'account',
        exclusionsAllowed: 'allowed',
      },
    };
  },
};

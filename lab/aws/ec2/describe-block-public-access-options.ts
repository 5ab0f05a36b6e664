import { AwsError } from '../aws-error.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';

/** `DescribeVpcBlockPublicAccessOptions`: one structure for the account and Region. */
export const describeBlockPublicAccessOptions: Operation = {
  action: 'ec2:DescribeVpcBlockPublicAccessOptions',
  run: (input, { world }) => {
    if (textOf(input, 'DryRun') === 'true') {
      const message = 'Request would have succeeded, but DryRun flag is set.';
      throw new AwsError('DryRunOperation', message, { status: 412 });
    }
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

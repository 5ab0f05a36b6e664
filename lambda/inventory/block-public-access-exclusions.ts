import { DescribeVpcBlockPublicAccessExclusionsCommand, type VpcBlockPublicAccessExclusion } from '@aws-sdk/client-ec2';
import type { BlockPublicAccess } from '../model/network.ts';
import type { Call } from './call.ts';
import { oneOf } from './one-of.ts';
import { required } from './required.ts';

type Exclusion = BlockPublicAccess['exclusions'][number];

/** `DescribeVpcBlockPublicAccessExclusions`, all of the account in this Region: the quota is 50. */
export const blockPublicAccessExclusions: Call<VpcBlockPublicAccessExclusion, Exclusion> = {
  action: 'ec2:DescribeVpcBlockPublicAccessExclusions',
  batch: 1,
  page: async ({ ec2 }, _, token) => {
    const request = new DescribeVpcBlockPublicAccessExclusionsCommand({ MaxResults: 1000, NextToken: token });
    const answer = await ec2.send(request);
    const items = required(answer.VpcBlockPublicAccessExclusions, 'VpcBlockPublicAccessExclusions');
    return { items, next: answer.NextToken };
  },
  noun: (raw) => ({
    resourceId: idIn(required(raw.ResourceArn, 'ResourceArn')),
    allows: allowsOf(raw),
    state: required(raw.State, 'State'),
  }),
};

/** `subnet-1` out of `arn:aws:ec2:REGION:ACCOUNT:subnet/subnet-1`. */
function idIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function allowsOf({ InternetGatewayExclusionMode: mode }: VpcBlockPublicAccessExclusion): Exclusion['allows'] {
  const word = oneOf(mode, ['allow-bidirectional', 'allow-egress'], 'InternetGatewayExclusionMode');
  return word === 'allow-egress' ? 'egress' : 'bidirectional';
}

import { DescribeVpcBlockPublicAccessOptionsCommand, type VpcBlockPublicAccessOptions } from '@aws-sdk/client-ec2';
import type { BlockPublicAccess } from '../model/network.ts';
import type { Call } from './call.ts';
import { oneOf } from './one-of.ts';
import { required } from './required.ts';

const MODES = ['off', 'block-bidirectional', 'block-ingress'] as const;

/** `DescribeVpcBlockPublicAccessOptions`: the one mode of the account in this Region; the call takes nothing. */
export const blockPublicAccessModes: Call<VpcBlockPublicAccessOptions, BlockPublicAccess['mode']> = {
  action: 'ec2:DescribeVpcBlockPublicAccessOptions',
  batch: 1,
  page: async ({ ec2 }) => {
    const answer = await ec2.send(new DescribeVpcBlockPublicAccessOptionsCommand({}));
    return { items: [required(answer.VpcBlockPublicAccessOptions, 'VpcBlockPublicAccessOptions')], next: undefined };
  },
  noun: (raw) => oneOf(raw.InternetGatewayBlockMode, MODES, 'InternetGatewayBlockMode'),
};

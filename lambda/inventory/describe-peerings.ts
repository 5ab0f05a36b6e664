import { DescribeVpcPeeringConnectionsCommand, type Filter, type VpcPeeringConnection } from '@aws-sdk/client-ec2';
import type { AwsClients } from './aws-clients.ts';
import type { Page } from './call.ts';
import { required } from './required.ts';

/** One page of the peerings that pass a filter. */
export async function describePeerings(
  ec2: AwsClients['ec2'],
  filter: Filter,
  token: string | undefined,
): Promise<Page<VpcPeeringConnection>> {
  const request = new DescribeVpcPeeringConnectionsCommand({ Filters: [filter], MaxResults: 1000, NextToken: token });
  const answer = await ec2.send(request);
  return { items: required(answer.VpcPeeringConnections, 'VpcPeeringConnections'), next: answer.NextToken };
}

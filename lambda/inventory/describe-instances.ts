import { type Instance as AwsInstance, DescribeInstancesCommand, type Filter } from '@aws-sdk/client-ec2';
import type { AwsClients } from './aws-clients.ts';
import type { Page } from './call.ts';
import { required } from './required.ts';

/** One page of the instances that pass a filter, out of their reservations. */
export async function describeInstances(
  ec2: AwsClients['ec2'],
  filter: Filter,
  token: string | undefined,
): Promise<Page<AwsInstance>> {
  const request = new DescribeInstancesCommand({ Filters: [filter], MaxResults: 1000, NextToken: token });
  const answer = await ec2.send(request);
  const reservations = required(answer.Reservations, 'Reservations');
  return { items: reservations.flatMap(({ Instances }) => required(Instances, 'Instances')), next: answer.NextToken };
}

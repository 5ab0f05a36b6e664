import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ECSClient } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SNSClient } from '@aws-sdk/client-sns';
import { onTestFinished } from 'vitest';
import { startAwsEndpoint } from '../../../lab/aws/aws-endpoint.ts';
import type { AwsEndpointSources } from '../../../lab/aws/aws-endpoint-sources.ts';
import type { ReceivedMessage } from '../../../lab/aws/received-message.ts';
import { smallWorld } from './small-world.ts';

/** An endpoint for one test, with real clients that speak to it; closed when the test ends. */
export async function smallEndpoint(sources: Partial<AwsEndpointSources> = {}) {
  const received: ReceivedMessage[] = [];
  const endpoint = await startAwsEndpoint({
    world: () => smallWorld(),
    health: () => ({}),
    invoke: async (functionName, payload) => ({ kind: 'answer', payload: { functionName, payload } }),
    received: (message) => received.push(message),
    ...sources,
  });
  const configuration = {
    endpoint: endpoint.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    maxAttempts: 1,
  };
  const clients = {
    cloudwatch: new CloudWatchClient(configuration),
    ec2: new EC2Client(configuration),
    ecs: new ECSClient(configuration),
    elb: new ElasticLoadBalancingV2Client(configuration),
    events: new EventBridgeClient(configuration),
    lambda: new LambdaClient(configuration),
    sns: new SNSClient(configuration),
  };
  onTestFinished(async () => {
    for (const client of Object.values(clients)) client.destroy();
    await endpoint.close();
  });
  return { ...clients, endpoint, received };
}

import { ListMetricsCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeNetworkAclsCommand, DescribeSubnetsCommand, DescribeVolumesCommand } from '@aws-sdk/client-ec2';
import { ListClustersCommand, ListTasksCommand } from '@aws-sdk/client-ecs';
import { DescribeSSLPoliciesCommand, DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { PublishCommand } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { arns } from './arns.ts';
import { smallEndpoint } from './small-endpoint.ts';
import { smallWorld } from './small-world.ts';

type Clients = Awaited<ReturnType<typeof smallEndpoint>>;

const caller = 'User: arn:aws:sts::111122223333:assumed-role/origin-doctor-lab/lab is not authorized to perform: ';
const because = (action: string) => ` because no identity-based policy allows the ${action} action`;

describe('what the world forbids', () => {
  it.each<[string, (clients: Clients) => Promise<unknown>, string, number, string]>([
    [
      'ec2:DescribeNetworkAcls',
      ({ ec2 }) => ec2.send(new DescribeNetworkAclsCommand({})),
      'UnauthorizedOperation',
      403,
      'You are not authorized to perform this operation. ',
    ],
    [
      'elasticloadbalancing:DescribeTargetHealth',
      ({ elb }) => elb.send(new DescribeTargetHealthCommand({ TargetGroupArn: arns.web })),
      'AccessDenied',
      403,
      '',
    ],
    [
      'sns:Publish on resource: arn:aws:sns:eu-west-1:111122223333:t',
      ({ sns }) => sns.send(new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:111122223333:t', Message: 'm' })),
      'AuthorizationErrorException',
      403,
      '',
    ],
    [
      'cloudwatch:ListMetrics',
      ({ cloudwatch }) => cloudwatch.send(new ListMetricsCommand({})),
      'AccessDeniedException',
      400,
      '',
    ],
    ['ecs:ListClusters', ({ ecs }) => ecs.send(new ListClustersCommand({})), 'AccessDeniedException', 400, ''],
    [
      'events:PutEvents on resource: arn:aws:events:eu-west-1:111122223333:event-bus/default',
      ({ events }) => events.send(new PutEventsCommand({ Entries: [] })),
      'AccessDeniedException',
      400,
      '',
    ],
    [
      'lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:111122223333:function:p',
      ({ lambda }) => lambda.send(new InvokeCommand({ FunctionName: 'p' })),
      'AccessDeniedException',
      403,
      '',
    ],
  ])('%s', async (refused, call, name, status, preface) => {
    const action = refused.split(' ')[0] ?? '';
    const clients = await smallEndpoint({ world: () => smallWorld({ forbidden: [action] }) });
    await expect(call(clients)).rejects.toMatchObject({
      name,
      message: `${preface}${caller}${refused}${because(action)}`,
      $metadata: { httpStatusCode: status },
    });
    expect(clients.endpoint.calls()).toEqual({ [action]: 1 });
  });

  it('does not touch other actions', async () => {
    const { ec2 } = await smallEndpoint({ world: () => smallWorld({ forbidden: ['ec2:DescribeNetworkAcls'] }) });
    expect((await ec2.send(new DescribeSubnetsCommand({}))).Subnets).toHaveLength(4);
  });
});

describe('operations that the endpoint does not know', () => {
  it.each<[string, (clients: Clients) => Promise<unknown>, string]>([
    ['EC2', ({ ec2 }) => ec2.send(new DescribeVolumesCommand({})), 'InvalidAction'],
    ['ELB', ({ elb }) => elb.send(new DescribeSSLPoliciesCommand({})), 'InvalidAction'],
    ['ECS', ({ ecs }) => ecs.send(new ListTasksCommand({})), 'UnknownOperationException'],
    ['EventBridge', ({ events }) => events.send(new ListRulesCommand({})), 'UnknownOperationException'],
  ])('of %s are refused', async (_service, call, name) => {
    const clients = await smallEndpoint();
    await expect(call(clients)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
    expect(clients.endpoint.calls()).toEqual({});
  });
});

const signed = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=00`;
const form = (body: string) => ({ method: 'POST', body: new URLSearchParams(body) });

describe('requests as they come over the wire', () => {
  it.each<[string, string, RequestInit, number, string]>([
    ['unsigned to EC2', '/', form('Action=DescribeVpcs&Version=2016-11-15'), 401, '<Code>AuthFailure</Code>'],
    [
      'unsigned to ELB',
      '/',
      form('Action=DescribeLoadBalancers&Version=2015-12-01'),
      403,
      '<Code>MissingAuthenticationToken</Code>',
    ],
    [
      'unsigned to ECS',
      '/',
      { method: 'POST', body: '{}', headers: { 'x-amz-target': 'AmazonEC2ContainerServiceV20141113.ListClusters' } },
      400,
      '"MissingAuthenticationTokenException"',
    ],
    [
      'unsigned to Lambda',
      '/2015-03-31/functions/p/invocations',
      { method: 'POST' },
      403,
      'Missing Authentication Token',
    ],
    ['to nobody', '/', { headers: { authorization: signed('s3') } }, 400, '<Code>InvalidAction</Code>'],
    [
      'in a signature of an older kind',
      '/?Action=DescribeVpcs&Version=2016-11-15',
      { headers: { authorization: 'AWS AKID:sig' } },
      400,
      '<Code>IncompleteSignature</Code>',
    ],
    [
      'signed for another service',
      '/?Action=DescribeVpcs&Version=2016-11-15',
      { headers: { authorization: signed('sns') } },
      403,
      "Credential should be scoped to correct service: 'ec2'.",
    ],
    [
      "in the classic load balancers' version",
      '/?Action=DescribeLoadBalancers&Version=2012-06-01',
      { headers: { authorization: signed('elasticloadbalancing') } },
      400,
      '<Code>InvalidAction</Code>',
    ],
    [
      'by GET',
      '/?Action=DescribeVpcs&Version=2016-11-15&VpcId.1=vpc-2',
      { headers: { authorization: signed('ec2') } },
      200,
      '<vpcSet><item><vpcId>vpc-2</vpcId>',
    ],
    [
      'for the caller',
      '/?Action=GetCallerIdentity&Version=2011-06-15',
      { headers: { authorization: signed('sts') } },
      200,
      '<Arn>arn:aws:sts::111122223333:assumed-role/origin-doctor-lab/lab</Arn>',
    ],
    [
      'with parameters that contradict',
      '/?Action=DescribeVpcs&Version=2016-11-15&VpcId=1&VpcId.1=vpc-2',
      { headers: { authorization: signed('ec2') } },
      404,
      '<Code>MalformedQueryString</Code>',
    ],
    [
      'with a body that is not JSON',
      '/',
      {
        method: 'POST',
        body: '[',
        headers: { authorization: signed('events'), 'x-amz-target': 'AWSEvents.PutEvents' },
      },
      400,
      'SerializationException',
    ],
  ])('%s', async (_what, path, init, status, text) => {
    const { endpoint } = await smallEndpoint();
    const answer = await fetch(`${endpoint.url}${path}`, init);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(text);
  });

  it('to CloudWatch in the query protocol of older clients', async () => {
    const { endpoint, cloudwatch } = await smallEndpoint();
    const put = await fetch(endpoint.url, {
      ...form(
        'Action=PutMetricData&Version=2010-08-01&Namespace=Own&MetricData.member.1.MetricName=Refused&MetricData.member.1.Value=2' +
          '&MetricData.member.1.Dimensions.member.1.Name=Zone&MetricData.member.1.Dimensions.member.1.Value=a',
      ),
      headers: { authorization: signed('monitoring') },
    });
    expect(put.status).toBe(200);
    const { Metrics } = await cloudwatch.send(new ListMetricsCommand({}));
    expect(Metrics).toEqual([{ Namespace: 'Own', MetricName: 'Refused', Dimensions: [{ Name: 'Zone', Value: 'a' }] }]);
    await cloudwatch.send(
      new PutMetricDataCommand({ Namespace: 'Own', MetricData: [{ MetricName: 'New', Value: 1 }] }),
    );
    const list = await fetch(`${endpoint.url}/?Action=ListMetrics&Version=2010-08-01&MetricName=Refused`, {
      headers: { authorization: signed('monitoring') },
    });
    expect(await list.text()).toContain(
      '<ListMetricsResult><Metrics><member><Namespace>Own</Namespace><MetricName>Refused</MetricName>' +
        '<Dimensions><member><Name>Zone</Name><Value>a</Value></member></Dimensions></member></Metrics></ListMetricsResult>',
    );
  });
});

describe('a running endpoint', () => {
  it('sees a world that changes, and counts what it was asked', async () => {
    let world = smallWorld();
    const { ec2, endpoint } = await smallEndpoint({ world: () => world });
    const count = async () => (await ec2.send(new DescribeSubnetsCommand({}))).Subnets?.length;
    expect(await count()).toBe(4);
    world = smallWorld({ subnets: world.subnets.slice(1) });
    expect(await count()).toBe(3);
    expect(endpoint.calls()).toEqual({ 'ec2:DescribeSubnets': 2 });
  });

  it('listens on the loopback address only', async () => {
    const { endpoint } = await smallEndpoint();
    expect(endpoint.server.address()).toMatchObject({ address: '127.0.0.1' });
    expect(endpoint.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('says what failed inside it, as an error of the service', async () => {
    const world = () => {
      throw new Error('no world today');
    };
    const { ec2 } = await smallEndpoint({ world });
    await expect(ec2.send(new DescribeSubnetsCommand({}))).rejects.toMatchObject({
      name: 'InternalFailure',
      message: expect.stringContaining('no world today'),
      $metadata: { httpStatusCode: 500 },
    });
  });
});

import { ListMetricsCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeServicesCommand, ListClustersCommand } from '@aws-sdk/client-ecs';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PublishCommand } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { smallEndpoint } from './small-endpoint.ts';

const TopicArn = 'arn:aws:sns:eu-west-1:111122223333:findings';

describe('SNS', () => {
  it('takes a message as it was sent', async () => {
    const { sns, received } = await smallEndpoint();
    const message = 'a & b <c> + %20 "ü"\n\ttwo lines';
    const answer = await sns.send(new PublishCommand({ TopicArn, Subject: 'Refused', Message: message }));
    expect(answer.MessageId).toMatch(/^[0-9a-f-]{36}$/);
    expect(received).toEqual([{ kind: 'notification', topicArn: TopicArn, subject: 'Refused', message }]);
  });

  it.each([
    [
      'a message of 256 KB and a byte',
      { Message: `${'ü'.repeat(131_072)}x` },
      'InvalidParameterException',
      /Message too long/,
    ],
    ['an empty message', { Message: '' }, 'InvalidParameterException', /Empty message/],
    ['a subject of two lines', { Message: 'm', Subject: 'a\nb' }, 'InvalidParameterException', /Subject/],
    ['a subject of 101 characters', { Message: 'm', Subject: 'a'.repeat(101) }, 'InvalidParameterException', /Subject/],
    ['what is no topic', { Message: 'm', TopicArn: 'findings' }, 'InvalidParameterException', /TopicArn/],
    [
      "another account's topic",
      { Message: 'm', TopicArn: TopicArn.replace('1111', '2222') },
      'NotFoundException',
      /not exist/,
    ],
  ])('refuses %s', async (_what, input, name, message) => {
    const { sns, received } = await smallEndpoint();
    const sent = sns.send(new PublishCommand({ TopicArn, ...input }));
    await expect(sent).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
    expect(received).toEqual([]);
  });

  it('takes a message of exactly 256 KB', async () => {
    const { sns, received } = await smallEndpoint();
    await sns.send(new PublishCommand({ TopicArn, Message: 'ü'.repeat(131_072) }));
    expect(received).toHaveLength(1);
  });
});

describe('EventBridge', () => {
  const entry = { Source: 'origin-doctor', DetailType: 'Fault found', Detail: '{"code":"target-port-closed"}' };

  it('takes events as they were sent', async () => {
    const { events, received } = await smallEndpoint();
    const Time = new Date('2026-01-02T03:04:05Z');
    const answer = await events.send(new PutEventsCommand({ Entries: [{ ...entry, Resources: ['arn:x'], Time }] }));
    expect(answer).toMatchObject({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }] });
    expect(received).toEqual([
      {
        kind: 'event',
        bus: 'default',
        source: 'origin-doctor',
        detailType: 'Fault found',
        detail: { code: 'target-port-closed' },
        resources: ['arn:x'],
        time: '2026-01-02T03:04:05.000Z',
      },
    ]);
  });

  it('judges each entry for itself', async () => {
    const { events, received } = await smallEndpoint();
    const Entries = [
      { ...entry, Detail: 'text' },
      { ...entry, Source: undefined },
      { ...entry, DetailType: '' },
      { ...entry, Source: 'aws.ec2' },
      entry,
    ];
    const answer = await events.send(new PutEventsCommand({ Entries }));
    expect(answer.FailedEntryCount).toBe(4);
    expect(answer.Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      'MalformedDetail',
      'InvalidArgument',
      'InvalidArgument',
      'NotAuthorizedForSourceException',
      undefined,
    ]);
    expect(received).toHaveLength(1);
  });

  it.each([
    ['no entry', [], /greater than or equal to 1/],
    ['eleven entries', Array.from({ length: 11 }, () => entry), /less than or equal to 10/],
    ['256 KB', [{ ...entry, Detail: `{"text":"${'x'.repeat(262_144)}"}` }], /over the limit/],
  ])('refuses %s', async (_what, Entries, message) => {
    const { events } = await smallEndpoint();
    await expect(events.send(new PutEventsCommand({ Entries }))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(message),
    });
  });
});

describe('CloudWatch', () => {
  const datum = (MetricName: string, zone: string) => ({
    MetricName,
    Value: 1.5,
    Unit: 'Count' as const,
    Dimensions: [{ Name: 'Zone', Value: zone }],
  });

  it('lists what was put, each metric once, by name and dimensions', async () => {
    const { cloudwatch, received } = await smallEndpoint();
    const MetricData = [datum('Refused', 'a'), datum('Refused', 'b'), datum('TimedOut', 'a')];
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'OriginDoctor', MetricData }));
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'OriginDoctor', MetricData }));
    const list = async (search: object) => (await cloudwatch.send(new ListMetricsCommand(search))).Metrics;
    expect(await list({})).toHaveLength(3);
    expect(await list({ MetricName: 'Refused', Dimensions: [{ Name: 'Zone', Value: 'b' }] })).toEqual([
      { Namespace: 'OriginDoctor', MetricName: 'Refused', Dimensions: [{ Name: 'Zone', Value: 'b' }] },
    ]);
    expect(await list({ Dimensions: [{ Name: 'Zone' }] })).toHaveLength(3);
    expect(await list({ Dimensions: [{ Name: 'Other' }] })).toEqual([]);
    expect(await list({ Namespace: 'Other' })).toEqual([]);
    expect(received).toHaveLength(6);
    expect(received[0]).toEqual({
      kind: 'metric',
      namespace: 'OriginDoctor',
      name: 'Refused',
      dimensions: [{ name: 'Zone', value: 'a' }],
      value: 1.5,
      unit: 'Count',
    });
  });

  it('lists what was put within three hours, where asked for that alone', async () => {
    const { cloudwatch } = await smallEndpoint();
    const old = { ...datum('Refused', 'a'), Timestamp: new Date(Date.now() - 4 * 3_600_000) };
    const MetricData = [old, datum('TimedOut', 'a')];
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'OriginDoctor', MetricData }));
    const { Metrics } = await cloudwatch.send(new ListMetricsCommand({ RecentlyActive: 'PT3H' }));
    expect(Metrics?.map(({ MetricName }) => MetricName)).toEqual(['TimedOut']);
  });

  it('takes a body that the SDK has packed', async () => {
    const { cloudwatch, received } = await smallEndpoint();
    const MetricData = Array.from({ length: 600 }, (_, index) => datum('Refused', `zone-${index}`));
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'OriginDoctor', MetricData }));
    expect(received).toHaveLength(600);
    const first = await cloudwatch.send(new ListMetricsCommand({}));
    expect(first.Metrics).toHaveLength(500);
    const second = await cloudwatch.send(new ListMetricsCommand({ NextToken: first.NextToken }));
    expect(second.Metrics).toHaveLength(100);
    expect(second.NextToken).toBeUndefined();
  });

  it.each([
    [
      "AWS's own namespace",
      { Namespace: 'AWS/EC2', MetricData: [datum('Refused', 'a')] },
      'InvalidParameterValueException',
    ],
    ['no data', { Namespace: 'OriginDoctor', MetricData: [] }, 'MissingRequiredParameterException'],
    [
      'a metric without a value',
      { Namespace: 'OriginDoctor', MetricData: [{ MetricName: 'Refused' }] },
      'MissingRequiredParameterException',
    ],
    [
      'an empty dimension',
      { Namespace: 'OriginDoctor', MetricData: [datum('Refused', '')] },
      'InvalidParameterValueException',
    ],
    [
      '1,001 metrics',
      { Namespace: 'OriginDoctor', MetricData: Array.from({ length: 1001 }, () => datum('Refused', 'a')) },
      'InvalidParameterValueException',
    ],
  ])('refuses %s', async (_what, input, exception) => {
    const { cloudwatch, received } = await smallEndpoint();
    const refused = await cloudwatch.send(new PutMetricDataCommand(input)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ $metadata: { httpStatusCode: 400 } });
    expect((refused as Error).constructor.name).toBe(exception);
    expect(received).toEqual([]);
  });

  it('refuses a token that it never gave', async () => {
    const { cloudwatch } = await smallEndpoint();
    await expect(cloudwatch.send(new ListMetricsCommand({ NextToken: 'garbage' }))).rejects.toThrow(
      'Invalid nextToken',
    );
  });
});

describe('ECS', () => {
  it('has no clusters', async () => {
    const { ecs } = await smallEndpoint();
    expect((await ecs.send(new ListClustersCommand({}))).clusterArns).toEqual([]);
    const asked = ecs.send(new DescribeServicesCommand({ cluster: 'shop', services: ['web'] }));
    await expect(asked).rejects.toMatchObject({ name: 'ClusterNotFoundException', message: 'Cluster not found.' });
  });
});

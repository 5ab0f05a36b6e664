import {
  CloudWatchClient,
  PutCompositeAlarmCommand,
  type PutCompositeAlarmCommandInput,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
} from '@aws-sdk/client-cloudwatch';
import type { Resolve } from './resolver.ts';
import type { Place, Template } from './template.ts';

/** Puts every alarm of a template through this endpoint, as CloudFormation does: those over other alarms last. */
export async function putAlarms(template: Template, resolve: Resolve, url: string, { region }: Place): Promise<void> {
  const credentials = { accessKeyId: 'cloudformation', secretAccessKey: 'lab' };
  const client = new CloudWatchClient({ endpoint: url, region, credentials });
  const propertiesOf = (type: string) =>
    Object.values(template.Resources)
      .filter(({ Type }) => Type === type)
      .map(({ Properties }) => resolve(Properties));
  try {
    for (const input of propertiesOf('AWS::CloudWatch::Alarm')) {
      await client.send(new PutMetricAlarmCommand(input as PutMetricAlarmCommandInput));
    }
    for (const input of propertiesOf('AWS::CloudWatch::CompositeAlarm')) {
      await client.send(new PutCompositeAlarmCommand(input as PutCompositeAlarmCommandInput));
    }
  } finally {
    client.destroy();
  }
}

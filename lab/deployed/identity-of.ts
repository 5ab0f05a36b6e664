import { createHash } from 'node:crypto';
import type { Place, TemplateResource } from './template.ts';

/** By what a deployed resource is known: what `Ref` gives, and its ARN. */
export type Identity = { readonly ref: string; readonly arn: string };

type Known = {
  /** The property that may name it. */
  readonly named: string | null;
  readonly arn: (name: string, place: string) => string;
  /** What `Ref` gives, where that is not the name. */
  readonly ref?: 'arn';
};

/** `place` is `REGION:ACCOUNT`. What `Ref` gives is said on each resource's page of the template reference. */
const KINDS: Readonly<Record<string, Known>> = {
  'AWS::Lambda::Function': { named: 'FunctionName', arn: (name, place) => `arn:aws:lambda:${place}:function:${name}` },
  'AWS::DynamoDB::Table': { named: 'TableName', arn: (name, place) => `arn:aws:dynamodb:${place}:table/${name}` },
  'AWS::DynamoDB::GlobalTable': { named: 'TableName', arn: (name, place) => `arn:aws:dynamodb:${place}:table/${name}` },
  'AWS::SNS::Topic': { named: 'TopicName', arn: (name, place) => `arn:aws:sns:${place}:${name}`, ref: 'arn' },
  'AWS::SQS::Queue': { named: 'QueueName', arn: (name, place) => `arn:aws:sqs:${place}:${name}` },
  'AWS::KMS::Key': { named: null, arn: (name, place) => `arn:aws:kms:${place}:key/${name}` },
  'AWS::IAM::Role': { named: 'RoleName', arn: (name, place) => `arn:aws:iam::${place.split(':')[1]}:role/${name}` },
  'AWS::Logs::LogGroup': { named: 'LogGroupName', arn: (name, place) => `arn:aws:logs:${place}:log-group:${name}:*` },
  'AWS::Events::Rule': { named: 'Name', arn: (name, place) => `arn:aws:events:${place}:rule/${name}` },
  'AWS::CloudWatch::Alarm': { named: 'AlarmName', arn: (name, place) => `arn:aws:cloudwatch:${place}:alarm:${name}` },
  'AWS::CloudWatch::CompositeAlarm': {
    named: 'AlarmName',
    arn: (name, place) => `arn:aws:cloudwatch:${place}:alarm:${name}`,
    ref: 'arn',
  },
};

/**
 * Names a resource as CloudFormation would: as the template says, or by its logical id and a mark. Throws for a kind that the
 * lab does not know.
 */
export function identityOf(logicalId: string, resource: TemplateResource, { region, accountId }: Place): Identity {
  const kind = KINDS[resource.Type];
  if (kind === undefined)
    throw new Error(`${logicalId} is ${resource.Type}; the lab knows ${Object.keys(KINDS).join(', ')}`);
  const given = kind.named === null ? undefined : resource.Properties?.[kind.named];
  const name = typeof given === 'string' ? given : `${logicalId.slice(0, 40)}-${markOf(logicalId)}`;
  const arn = kind.arn(name, `${region}:${accountId}`);
  return { ref: kind.ref === 'arn' ? arn : name, arn };
}

function markOf(logicalId: string): string {
  return createHash('sha256').update(logicalId).digest('hex').slice(0, 12).toUpperCase();
}

import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SNSClient } from '@aws-sdk/client-sns';
import { STSClient } from '@aws-sdk/client-sts';

/** What looks at the ground beside the inventory's own clients. */
export type DoctorClients = {
  readonly sts: Pick<STSClient, 'send'>;
  readonly cloudTrail: Pick<CloudTrailClient, 'send'>;
  readonly cloudFormation: Pick<CloudFormationClient, 'send'>;
  readonly lambda: Pick<LambdaClient, 'send'>;
  readonly cloudWatch: Pick<CloudWatchClient, 'send'>;
  readonly sns: Pick<SNSClient, 'send'>;
};

const RETRIES = { retryMode: 'adaptive', maxAttempts: 4 } as const;
const READING = { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/** Clients for the caller's account; `region` and `profile` as in `awsClients`. Nothing is dialled yet, and nothing throws. */
export function doctorClients({ region, profile }: { region?: string; profile?: string } = {}): DoctorClients {
  const sts = new STSClient({ region, profile, ...RETRIES, requestHandler: READING });
  // One chain of providers for all: a role is assumed only once.
  const shared = { region, profile, credentials: sts.config.credentials, ...RETRIES, requestHandler: READING };
  return {
    sts,
    cloudTrail: new CloudTrailClient(shared),
    cloudFormation: new CloudFormationClient(shared),
    lambda: new LambdaClient(shared),
    cloudWatch: new CloudWatchClient(shared),
    sns: new SNSClient(shared),
  };
}

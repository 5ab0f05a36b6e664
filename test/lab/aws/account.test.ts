import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
} from '@aws-sdk/client-cloudtrail';
import { GetAccountSettingsCommand, GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AccountFacts } from '../../../lab/aws/account-facts.ts';
import { smallEndpoint } from './small-endpoint.ts';
import { smallWorld } from './small-world.ts';

/** An endpoint whose account holds this, with real clients. */
async function holding(facts: AccountFacts) {
  const { endpoint, lambda } = await smallEndpoint({ account: () => facts });
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
  const configuration = { endpoint: endpoint.url, region: smallWorld().region, credentials, maxAttempts: 1 };
  const cloudTrail = new CloudTrailClient(configuration);
  const cloudFormation = new CloudFormationClient(configuration);
  onTestFinished(() => {
    cloudTrail.destroy();
    cloudFormation.destroy();
  });
  return { lambda, cloudTrail, cloudFormation };
}

describe('CloudTrail', () => {
  const { region } = smallWorld();
  const here = { name: 'here', homeRegion: region, isMultiRegion: false, isLogging: true };
  const shadow = { name: 'shadow', homeRegion: 'us-east-1', isMultiRegion: true, isLogging: false };
  const elsewhere = { name: 'elsewhere', homeRegion: 'us-east-1', isMultiRegion: false, isLogging: true };
  const trails = [here, shadow, elsewhere];

  it('tells of trails of this Region, and of shadows', async () => {
    const { cloudTrail } = await holding({ trails });
    const { trailList } = await cloudTrail.send(new DescribeTrailsCommand({}));
    expect(trailList?.map(({ Name }) => Name)).toEqual(['here', 'shadow']);
  });

  it('knows a shadow by its ARN alone', async () => {
    const { cloudTrail } = await holding({ trails });
    const { trailList } = await cloudTrail.send(new DescribeTrailsCommand({}));
    const arn = trailList?.find(({ Name }) => Name === 'shadow')?.TrailARN;
    expect(await cloudTrail.send(new GetTrailStatusCommand({ Name: arn }))).toMatchObject({ IsLogging: false });
    expect(await cloudTrail.send(new GetTrailStatusCommand({ Name: 'here' }))).toMatchObject({ IsLogging: true });
    const byName = cloudTrail.send(new GetTrailStatusCommand({ Name: 'shadow' }));
    await expect(byName).rejects.toMatchObject({ name: 'TrailNotFoundException' });
  });

  it('tells of selectors, basic or advanced', async () => {
    const advanced = [{ FieldSelectors: [{ Field: 'eventCategory', Equals: ['Data'] }] }];
    const { cloudTrail } = await holding({
      trails: [here, { ...here, name: 'data', advancedEventSelectors: advanced }],
    });
    const basic = await cloudTrail.send(new GetEventSelectorsCommand({ TrailName: 'here' }));
    expect(basic.EventSelectors).toEqual([{ ReadWriteType: 'All', IncludeManagementEvents: true }]);
    const other = await cloudTrail.send(new GetEventSelectorsCommand({ TrailName: 'data' }));
    expect(other).toMatchObject({ AdvancedEventSelectors: advanced });
    expect(other.EventSelectors).toBeUndefined();
  });
});

describe('CloudFormation', () => {
  const stacks = Array.from({ length: 150 }, (_, index) => {
    return { name: `s-${index}`, status: 'UPDATE_COMPLETE', outputs: { Key: `<${index}>` } };
  });

  it('tells of one stack', async () => {
    const { cloudFormation } = await holding({ stacks });
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: 's-7' }));
    expect(Stacks).toMatchObject([
      { StackName: 's-7', StackStatus: 'UPDATE_COMPLETE', Outputs: [{ OutputKey: 'Key', OutputValue: '<7>' }] },
    ]);
  });

  it('tells of all, page by page', async () => {
    const { cloudFormation } = await holding({ stacks });
    const first = await cloudFormation.send(new DescribeStacksCommand({}));
    const second = await cloudFormation.send(new DescribeStacksCommand({ NextToken: first.NextToken }));
    const names = [...(first.Stacks ?? []), ...(second.Stacks ?? [])].map(({ StackName }) => StackName);
    expect(names).toEqual(stacks.map(({ name }) => name));
    expect(second.NextToken).toBeUndefined();
  });

  it('does not know a stack that is not there', async () => {
    const { cloudFormation } = await holding({});
    await expect(cloudFormation.send(new DescribeStacksCommand({ StackName: 'x' }))).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'Stack with id x does not exist',
    });
  });
});

describe('Lambda', () => {
  it('tells of a function', async () => {
    const { lambda } = await holding({
      functions: [{ name: 'f', state: 'Inactive', stateReason: 'why', environment: { A: 'b' } }],
    });
    expect(await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: 'f' }))).toMatchObject({
      ...{ FunctionName: 'f', State: 'Inactive', StateReason: 'why', Environment: { Variables: { A: 'b' } } },
    });
    await expect(lambda.send(new GetFunctionConfigurationCommand({ FunctionName: 'g' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('tells of the limits', async () => {
    const { lambda } = await holding({ concurrency: { limit: 10, unreserved: 7 } });
    expect(await lambda.send(new GetAccountSettingsCommand({}))).toMatchObject({
      AccountLimit: { ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 7 },
    });
  });
});

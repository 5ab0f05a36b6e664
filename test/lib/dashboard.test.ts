import { Stack } from 'aws-cdk-lib';
import { expect, it } from 'vitest';
import { OriginDoctor } from '../../lib/origin-doctor.ts';
import { alb, emptyApp } from './doctor-stack.ts';
import { templateOf } from './template-of.ts';

/** Names of the dashboards of stacks of one name, each of another Region. */
function namesIn(...regions: readonly (string | undefined)[]): readonly unknown[] {
  const app = emptyApp();
  const account = '111122223333';
  const stacks = regions.map((region, index) => {
    const env = region === undefined ? undefined : { account, region };
    const stack = new Stack(app, `Stack${index}`, { stackName: 'Shop', env });
    const arn = region === undefined ? alb.arn : alb.arn.replace('eu-central-1', region);
    new OriginDoctor(stack, 'Doctor', { loadBalancers: [{ ...alb, arn }] });
    return stack;
  });
  return stacks.map((one) => templateOf(one).all('AWS::CloudWatch::Dashboard')[0]?.Properties['DashboardName']);
}

it('is called otherwise in each Region, since an account has but one list of dashboards', () => {
  const names = namesIn('eu-central-1', 'us-east-1');
  expect(names).toEqual([expect.stringMatching(/^Shop.*-eu-central-1$/), expect.stringMatching(/^Shop.*-us-east-1$/)]);
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html
  for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_-]{1,255}$/);
});

it('is called so where the Region is known when it is deployed, too', () => {
  const [name] = namesIn(undefined);
  expect(name).toEqual({ 'Fn::Join': ['', [expect.stringMatching(/^Stack0.*-$|^Shop.*-$/), { Ref: 'AWS::Region' }]] });
});

import { describe, expect, it } from 'vitest';
import type { ProbeResult } from '../../../../lambda/model/probe-result.ts';
import { judged } from '../judged.ts';
import { places, seen } from '../small-world.ts';

describe('a broken prober', () => {
  const [first] = places;
  if (first === undefined) throw new Error('the small world has places');
  const failing = (errno: string | null, detail: string | null): ProbeResult => ({
    ...seen(first, 'inconclusive', errno),
    detail,
  });

  it.each<readonly [string | null, string | null, string, readonly string[]]>([
    [
      'SubnetIPAddressLimitReachedException',
      'none left',
      'no free address',
      [
        "aws ec2 describe-subnets --subnet-ids subnet-edge-a --query 'Subnets[].AvailableIpAddressCount' --region eu-west-1",
      ],
    ],
    [
      'ENILimitReachedException',
      'quota',
      'quota of network interfaces',
      [
        'aws service-quotas list-service-quotas --service-code lambda --query "Quotas[?QuotaName==\'Elastic network interfaces per VPC\']" --region eu-west-1',
      ],
    ],
    [
      'InvalidSecurityGroupIDException',
      'gone',
      'security group that it wears was deleted',
      ['aws ec2 describe-security-groups --group-ids sg-lb --region eu-west-1'],
    ],
    [
      'InvalidSubnetIDException',
      'gone',
      'subnet that it stands in was deleted',
      ['aws ec2 describe-subnets --subnet-ids subnet-edge-a --region eu-west-1'],
    ],
    [null, 'no prober stands in subnet-edge-a with security groups sg-lb', 'no prober is deployed there', []],
    ['ResourceNotFoundException', 'Function not found', 'no prober is deployed there', []],
    ['EC2AccessDeniedException', 'denied', 'role may not make network interfaces', []],
    ['AccessDeniedException', 'denied', 'may not invoke', []],
    ['EC2ThrottledException', 'slow down', 'throttled', ['aws lambda get-account-settings --region eu-west-1']],
    ['TooManyRequestsException', 'Rate Exceeded', 'throttled', ['aws lambda get-account-settings --region eu-west-1']],
    [
      'OutOfTime',
      'the time of this check was up before the prober answered',
      'because the next one was due',
      ['aws lambda get-account-settings --region eu-west-1'],
    ],
    ['ResourceNotReadyException', 'wait', 'being set up', []],
    ['EMFILE', 'connect EMFILE', 'file descriptors', []],
    ['EADDRNOTAVAIL', 'connect EADDRNOTAVAIL', 'local ports', []],
    ['ENETUNREACH', 'connect ENETUNREACH 10.0.10.5:8080 - Local (0.0.0.0:0)', 'operating system', []],
    ['Error', 'refused, nothing was dialled', 'a trouble of its own (Error: refused, nothing was dialled)', []],
    [null, null, 'it gave no reason', []],
  ])('%s, %s', (errno, detail, means, commands) => {
    const { leading } = judged({ results: [failing(errno, detail)] }).diagnosis;
    expect(leading).toMatchObject({ code: 'vantage-point-broken', culprit: { resource: 'shop@eu-west-1a' } });
    expect(leading?.why).toContain(means);
    expect(leading?.fix).toMatchObject({ commands, verified: null });
  });

  it('that stands in no subnet has no command', () => {
    const result = {
      ...failing('SubnetIPAddressLimitReachedException', 'none left'),
      vantagePoint: 'local',
      zone: null,
    };
    expect(judged({ results: [result] }).diagnosis.leading?.fix.commands).toEqual([]);
  });
});

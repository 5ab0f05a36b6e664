import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  DescribeSecurityGroupRulesCommand,
  type IpPermission,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { changingEndpoint } from './changing-endpoint.ts';
import { smallEndpoint } from './small-endpoint.ts';
import { smallWorld } from './small-world.ts';

const tcp = (port: number, peers: Partial<IpPermission>): IpPermission => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  ...peers,
});
const range = (...cidrs: string[]): Partial<IpPermission> => ({ IpRanges: cidrs.map((CidrIp) => ({ CidrIp })) });
const ingress = (...IpPermissions: IpPermission[]) =>
  new AuthorizeSecurityGroupIngressCommand({ GroupId: 'sg-web', IpPermissions });

describe('rules that are authorised', () => {
  it('are answered with new ids, seen by the next call, and followed by packets before the answer', async () => {
    const { ec2, applied, world } = await changingEndpoint();
    const { Return, SecurityGroupRules } = await ec2.send(
      ingress(
        tcp(8081, {
          UserIdGroupPairs: [{ GroupId: 'sg-lb', Description: 'the load balancer' }],
          ...range('10.0.9.9/24'),
        }),
      ),
    );
    expect(applied).toEqual([world()]);
    expect(Return).toBe(true);
    expect(SecurityGroupRules).toMatchObject([
      {
        GroupId: 'sg-web',
        IsEgress: false,
        ReferencedGroupInfo: { GroupId: 'sg-lb' },
        Description: 'the load balancer',
      },
      { IpProtocol: 'tcp', FromPort: 8081, ToPort: 8081, CidrIpv4: '10.0.9.0/24' },
    ]);
    const ids = SecurityGroupRules?.map((rule) => rule.SecurityGroupRuleId ?? '') ?? [];
    expect(ids.every((id) => /^sgr-[0-9a-f]{17}$/.test(id))).toBe(true);
    const seen = await ec2.send(new DescribeSecurityGroupRulesCommand({ SecurityGroupRuleIds: ids }));
    expect(seen.SecurityGroupRules).toEqual(SecurityGroupRules);
  });

  it.each<[IpPermission, object]>([
    [
      { IpProtocol: '-1', ...range('10.9.0.0/16') },
      { protocol: '-1', fromPort: null, toPort: null },
    ],
    [
      { IpProtocol: '47', FromPort: 1, ToPort: 2, ...range('10.9.0.0/16') },
      { protocol: '47', fromPort: null },
    ],
    [
      { IpProtocol: '6', FromPort: 0, ToPort: 65_535, ...range('10.9.0.0/16') },
      { protocol: 'tcp', fromPort: 0 },
    ],
    [
      { IpProtocol: 'icmp', FromPort: 8, ToPort: -1, ...range('10.9.0.0/16') },
      { fromPort: 8, toPort: null },
    ],
    [tcp(1, { Ipv6Ranges: [{ CidrIpv6: '2001:DB8:0::7/48' }] }), { peer: { kind: 'cidr', cidr: '2001:db8::/48' } }],
    [tcp(1, { PrefixListIds: [{ PrefixListId: 'pl-1' }] }), { peer: { kind: 'prefix-list', id: 'pl-1' } }],
    [tcp(1, { UserIdGroupPairs: [{ GroupId: 'sg-empty' }] }), { peer: { id: 'sg-empty', vpcId: 'vpc-2' } }],
  ])('%j stands in the world', async (permission, rule) => {
    const { ec2, world } = await changingEndpoint();
    await ec2.send(new AuthorizeSecurityGroupEgressCommand({ GroupId: 'sg-lb', IpPermissions: [permission] }));
    expect(world().securityGroupRules.at(-1)).toMatchObject({ groupId: 'sg-lb', egress: true, ...rule });
  });

  it('all stay when two calls come at once', async () => {
    const { ec2, world } = await changingEndpoint();
    await Promise.all([1, 2, 3].map((port) => ec2.send(ingress(tcp(port, range('10.9.0.0/16'))))));
    expect(
      world()
        .securityGroupRules.slice(-3)
        .map((rule) => rule.fromPort)
        .toSorted(),
    ).toEqual([1, 2, 3]);
  });
});

const MANY = Array.from({ length: 57 }, (_, index) => `10.77.${index}.0/24`);

describe('rules that are refused, with nothing changed', () => {
  it.each([
    [ingress(), 'MissingParameter', /ipPermissions/],
    [ingress(tcp(1, {})), 'MissingParameter', /Missing source specification/],
    [ingress({ FromPort: 1, ToPort: 1, ...range('10.9.0.0/16') }), 'MissingParameter', /IpProtocol/],
    [
      ingress(tcp(8080, { UserIdGroupPairs: [{ GroupId: 'sg-lb' }] })),
      'InvalidPermission.Duplicate',
      'the specified rule "peer: sg-lb, TCP, from port: 8080, to port: 8080, ALLOW" already exists',
    ],
    [ingress(tcp(8080, range('10.0.3.0/16'))), 'InvalidPermission.Duplicate', /peer: 10.0.0.0\/16, TCP/],
    [
      ingress(tcp(1, range('10.9.0.0/16', '10.9.1.0/16'))),
      'InvalidParameterValue',
      'The same permission must not appear multiple times',
    ],
    [ingress(tcp(1, range('10.9.0.0'))), 'InvalidParameterValue', 'CIDR block 10.9.0.0 is malformed'],
    [ingress(tcp(1, range('::/0'))), 'InvalidParameterValue', /malformed/],
    [ingress({ IpProtocol: 'tcp', ...range('10.9.0.0/16') }), 'InvalidParameterValue', /both from and to ports/],
    [ingress({ ...tcp(2, range('10.9.0.0/16')), ToPort: 1 }), 'InvalidParameterValue', /port range \(2:1\)/],
    [ingress(tcp(65_536, range('10.9.0.0/16'))), 'InvalidParameterValue', /port range/],
    [ingress({ IpProtocol: 'tpc', ...range('10.9.0.0/16') }), 'InvalidParameterValue', /Unknown protocol/],
    [ingress({ IpProtocol: '256', ...range('10.9.0.0/16') }), 'InvalidParameterValue', /Unknown protocol/],
    [ingress(tcp(1, { UserIdGroupPairs: [{ GroupId: 'sg-0' }] })), 'InvalidGroup.NotFound', /'sg-0' does not exist/],
    [ingress(tcp(1, { PrefixListIds: [{ PrefixListId: 'pl-0' }] })), 'InvalidPrefixListID.NotFound', /pl-0/],
    [ingress(tcp(1, range(...MANY))), 'RulesPerSecurityGroupLimitExceeded', /maximum number of rules/],
    [
      new AuthorizeSecurityGroupIngressCommand({ GroupId: 'sg-0', IpPermissions: [] }),
      'InvalidGroup.NotFound',
      "The security group 'sg-0' does not exist",
    ],
    [
      new AuthorizeSecurityGroupIngressCommand({ GroupId: 'sg-web', CidrIp: '10.0.0.0/8' }),
      'UnknownParameter',
      /CidrIp/,
    ],
  ])('%# %o', async (command, name, message) => {
    const { ec2, world, applied } = await changingEndpoint();
    await expect(ec2.send(command)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
    expect([world(), applied]).toEqual([smallWorld(), []]);
  });

  it('a group of another VPC, where nothing ties the two', async () => {
    const { ec2 } = await changingEndpoint({ peerings: [], transitGatewayAttachments: [] });
    const command = ingress(tcp(1, { UserIdGroupPairs: [{ GroupId: 'sg-empty' }] }));
    await expect(ec2.send(command)).rejects.toMatchObject({
      name: 'InvalidGroup.NotFound',
      message: 'You have specified two resources that belong to different networks.',
    });
  });

  it('a dry run, and before it a caller who may not', async () => {
    const command = new AuthorizeSecurityGroupIngressCommand({
      ...{ GroupId: 'sg-web', DryRun: true },
      IpPermissions: [tcp(1, range('10.9.0.0/16'))],
    });
    const allowed = await changingEndpoint();
    await expect(allowed.ec2.send(command)).rejects.toMatchObject({ name: 'DryRunOperation' });
    expect(allowed.applied).toEqual([]);
    const forbidden = await changingEndpoint({ forbidden: ['ec2:AuthorizeSecurityGroupIngress'] });
    await expect(forbidden.ec2.send(command)).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
      message: expect.stringContaining('on resource: arn:aws:ec2:eu-west-1:111122223333:security-group/sg-web because'),
    });
  });

  it('any, where the world cannot be changed', async () => {
    const { ec2 } = await smallEndpoint();
    await expect(ec2.send(ingress(tcp(1, range('10.9.0.0/16'))))).rejects.toMatchObject({
      name: 'UnsupportedOperation',
    });
  });
});

describe('rules that are revoked', () => {
  const revoke = (input: Omit<RevokeSecurityGroupIngressCommand['input'], 'GroupId'>) =>
    new RevokeSecurityGroupIngressCommand({ GroupId: 'sg-web', ...input });

  it.each([
    ['by id', revoke({ SecurityGroupRuleIds: ['sgr-1', 'sgr-4'] }), ['sgr-1', 'sgr-4']],
    [
      'by what they say, their description not heeded',
      revoke({
        IpPermissions: [tcp(8080, range('10.0.7.0/16')), tcp(8080, { UserIdGroupPairs: [{ GroupId: 'sg-lb' }] })],
      }),
      ['sgr-2', 'sgr-1'],
    ],
  ])('%s', async (_how, command, ids) => {
    const { ec2, world } = await changingEndpoint();
    const answer = await ec2.send(command);
    expect(answer.RevokedSecurityGroupRules?.map((rule) => rule.SecurityGroupRuleId)).toEqual(ids);
    const left = smallWorld().securityGroupRules.filter((rule) => !ids.includes(rule.id));
    expect(world().securityGroupRules).toEqual(left);
  });

  it.each([
    [revoke({}), 'MissingParameter'],
    [revoke({ SecurityGroupRuleIds: ['sgr-1', 'sgr-5'] }), 'InvalidSecurityGroupRuleId.NotFound'],
    [revoke({ IpPermissions: [tcp(8080, range('10.0.0.0/17'))] }), 'InvalidPermission.NotFound'],
  ])('or none of them: %#', async (command, name) => {
    const { ec2, applied } = await changingEndpoint();
    await expect(ec2.send(command)).rejects.toMatchObject({ name });
    expect(applied).toEqual([]);
  });
});

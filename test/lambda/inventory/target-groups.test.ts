import { expect, it } from 'vitest';
import { targetGroups } from '../../../lambda/inventory/target-groups.ts';

const CHECK = {
  HealthCheckEnabled: true,
  HealthCheckIntervalSeconds: 30,
  HealthCheckTimeoutSeconds: 5,
  HealthyThresholdCount: 5,
  UnhealthyThresholdCount: 2,
};
const GROUP = { TargetGroupArn: 'arn:tg', TargetGroupName: 'tg', LoadBalancerArns: ['arn:lb'], ...CHECK };
const DIALLED = {
  ...GROUP,
  TargetType: 'ip',
  Protocol: 'HTTP',
  Port: 80,
  VpcId: 'vpc-1',
  HealthCheckProtocol: 'TCP',
  HealthCheckPort: '81',
};

it.each<{ situation: string; raw: object; noun: object }>([
  {
    situation: 'addresses',
    raw: DIALLED,
    noun: {
      targetType: 'ip',
      protocol: 'HTTP',
      port: 80,
      vpcId: 'vpc-1',
      ipAddressType: 'ipv4',
      loadBalancerArns: ['arn:lb'],
      healthCheck: {
        enabled: true,
        protocol: 'TCP',
        port: '81',
        path: null,
        matcher: null,
        intervalSeconds: 30,
        timeoutSeconds: 5,
        healthyThreshold: 5,
        unhealthyThreshold: 2,
      },
    },
  },
  {
    situation: 'matched by HTTP codes',
    raw: { ...DIALLED, HealthCheckPath: '/up', Matcher: { HttpCode: '200-299' } },
    noun: { healthCheck: { path: '/up', matcher: '200-299' } },
  },
  {
    situation: 'matched by gRPC codes',
    raw: { ...DIALLED, Matcher: { GrpcCode: '12' } },
    noun: { healthCheck: { matcher: '12' } },
  },
  {
    situation: 'functions',
    raw: { ...GROUP, TargetType: 'lambda', HealthCheckEnabled: false },
    noun: {
      protocol: null,
      port: null,
      vpcId: null,
      healthCheck: { enabled: false, protocol: 'HTTP', port: 'traffic-port' },
    },
  },
])('$situation', ({ raw, noun }) => {
  expect(targetGroups.noun(raw)).toMatchObject(noun);
});

it.each<{ said: string; raw: object }>([
  { said: 'Port is missing', raw: { ...DIALLED, Port: undefined } },
  { said: 'HealthCheckPort is missing', raw: { ...DIALLED, HealthCheckPort: undefined } },
  { said: 'LoadBalancerArns is missing', raw: { ...DIALLED, LoadBalancerArns: undefined } },
])('is malformed: $said', ({ said, raw }) => {
  expect(() => targetGroups.noun(raw)).toThrow(expect.objectContaining({ name: 'MalformedAnswer', message: said }));
});

import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTagsCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, it } from 'vitest';
import { arns } from './arns.ts';
import { smallEndpoint } from './small-endpoint.ts';
import { smallWorld } from './small-world.ts';

describe('requests that Elastic Load Balancing refuses', () => {
  const many = Array.from({ length: 21 }, (_, index) => `${arns.web}${index}`);
  it.each([
    [
      new DescribeLoadBalancersCommand({ Names: ['raw', 'nothing'] }),
      'LoadBalancerNotFoundException',
      "Load balancers '[nothing]' not found",
    ],
    [
      new DescribeLoadBalancersCommand({ LoadBalancerArns: ['arn'] }),
      'LoadBalancerNotFoundException',
      'One or more load balancers not found',
    ],
    [
      new DescribeLoadBalancersCommand({ LoadBalancerArns: many }),
      'ValidationError',
      'Up to 20 load balancers can be described at a time, but 21 were specified',
    ],
    [
      new DescribeLoadBalancersCommand({ LoadBalancerArns: ['arn'], Names: ['raw'] }),
      'ValidationError',
      /at the same time/,
    ],
    [new DescribeLoadBalancersCommand({ PageSize: 401 }), 'ValidationError', /less than or equal to 400/],
    [new DescribeLoadBalancersCommand({ PageSize: 0 }), 'ValidationError', /greater than or equal to 1/],
    [new DescribeLoadBalancersCommand({ Marker: 'garbage' }), 'ValidationError', "Invalid marker: 'garbage'"],
    [new DescribeListenersCommand({}), 'ValidationError', /either listener ARNs or a load balancer ARN/],
    [
      new DescribeListenersCommand({ LoadBalancerArn: arns.web }),
      'LoadBalancerNotFoundException',
      'One or more load balancers not found',
    ],
    [
      new DescribeListenersCommand({ ListenerArns: [arns.web] }),
      'ListenerNotFoundException',
      'One or more listeners not found',
    ],
    [
      new DescribeRulesCommand({ ListenerArn: arns.web }),
      'ListenerNotFoundException',
      'One or more listeners not found',
    ],
    [new DescribeRulesCommand({ RuleArns: [arns.web] }), 'RuleNotFoundException', 'One or more rules not found'],
    [
      new DescribeTargetGroupsCommand({ Names: ['nothing'] }),
      'TargetGroupNotFoundException',
      'One or more target groups not found',
    ],
    [
      new DescribeTargetGroupAttributesCommand({ TargetGroupArn: arns.rule }),
      'TargetGroupNotFoundException',
      'One or more target groups not found',
    ],
    [new DescribeTargetHealthCommand({ TargetGroupArn: undefined }), 'ValidationError', /'targetGroupArn'/],
    [new DescribeTagsCommand({ ResourceArns: many }), 'ValidationError', /Between 1 and 20/],
    [
      new DescribeTagsCommand({ ResourceArns: [`${arns.web}x`] }),
      'TargetGroupNotFoundException',
      'One or more target groups not found',
    ],
    [new DescribeTagsCommand({ ResourceArns: ['arn'] }), 'ValidationError', /not a valid ARN/],
  ])('%#: as %s', async (command, name, message) => {
    const { elb } = await smallEndpoint();
    await expect(elb.send(command as DescribeTagsCommand)).rejects.toMatchObject({
      name,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });
});

describe('pages of Elastic Load Balancing', () => {
  it('hold everything once, in order, and the last has no marker', async () => {
    const [group] = smallWorld().targetGroups;
    if (group === undefined) throw new Error('the small world has a target group');
    const targetGroups = Array.from({ length: 7 }, (_, index) => ({ ...group, arn: `${group.arn}${index}` }));
    const { elb } = await smallEndpoint({ world: () => smallWorld({ targetGroups }) });
    const pages: (string | undefined)[][] = [];
    let Marker: string | undefined;
    do {
      const page = await elb.send(new DescribeTargetGroupsCommand({ PageSize: 2, Marker }));
      pages.push((page.TargetGroups ?? []).map(({ TargetGroupArn }) => TargetGroupArn));
      Marker = page.NextMarker;
    } while (Marker !== undefined);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 1]);
    expect(pages.flat()).toEqual(targetGroups.map(({ arn }) => arn));
  });
});

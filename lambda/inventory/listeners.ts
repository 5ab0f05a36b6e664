import { type Listener as AwsListener, DescribeListenersCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Listener } from '../model/inventory.ts';
import { actionOf } from './action-of.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** `DescribeListeners`, for one load balancer's ARN at a time. Not for Gateway ones: theirs have neither protocol nor port. */
export const listeners: Call<AwsListener, Listener> = {
  action: 'elasticloadbalancing:DescribeListeners',
  batch: 1,
  page: async ({ elbv2 }, [LoadBalancerArn], token) => {
    const request = new DescribeListenersCommand({ LoadBalancerArn, PageSize: 400, Marker: token });
    const answer = await elbv2.send(request);
    return { items: required(answer.Listeners, 'Listeners'), next: answer.NextMarker };
  },
  noun: (raw) => ({
    arn: required(raw.ListenerArn, 'ListenerArn'),
    loadBalancerArn: required(raw.LoadBalancerArn, 'LoadBalancerArn'),
    protocol: required(raw.Protocol, 'Protocol'),
    port: required(raw.Port, 'Port'),
    defaultActions: required(raw.DefaultActions, 'DefaultActions').map(actionOf),
  }),
};

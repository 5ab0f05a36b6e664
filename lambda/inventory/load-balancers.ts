import {
  type LoadBalancer as AwsLoadBalancer,
  DescribeLoadBalancersCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { LoadBalancer } from '../model/inventory.ts';
import type { Call } from './call.ts';
import { oneOf } from './one-of.ts';
import { required } from './required.ts';

/** Everything waits for this one, so that a silent endpoint must be an error sooner than after four attempts. */
const DEADLINE_MS = 15_000;

/** A load balancer as the call tells it; its attributes are another call. */
type Described = Omit<LoadBalancer, 'attributes'>;

/** `DescribeLoadBalancers`, for ARNs or for names (not both in one batch), or for all. */
export const loadBalancers: Call<AwsLoadBalancer, Described> = {
  action: 'elasticloadbalancing:DescribeLoadBalancers',
  batch: 20,
  page: async ({ elbv2 }, values, token) => {
    const which = values.some((value) => value.startsWith('arn:')) ? { LoadBalancerArns: values } : { Names: values };
    const request = values.length === 0 ? { PageSize: 400, Marker: token } : { ...which, Marker: token };
    const abortSignal = AbortSignal.timeout(DEADLINE_MS);
    const answer = await elbv2.send(new DescribeLoadBalancersCommand(request), { abortSignal }).catch((error) => {
      // The SDK says no more than that the request was aborted.
      throw abortSignal.aborted ? tooLate() : error;
    });
    return { items: required(answer.LoadBalancers, 'LoadBalancers'), next: answer.NextMarker };
  },
  noun: (raw) => {
    const type = oneOf(raw.Type, ['application', 'network', 'gateway'], 'Type');
    // A Gateway Load Balancer has neither scheme nor name in the DNS; nobody dials it.
    const gateway = type === 'gateway';
    return {
      arn: required(raw.LoadBalancerArn, 'LoadBalancerArn'),
      name: required(raw.LoadBalancerName, 'LoadBalancerName'),
      type,
      scheme: oneOf(gateway ? (raw.Scheme ?? 'internal') : raw.Scheme, ['internet-facing', 'internal'], 'Scheme'),
      state: required(raw.State?.Code, 'State.Code'),
      stateReason: raw.State?.Reason || null,
      dnsName: gateway ? (raw.DNSName ?? '') : required(raw.DNSName, 'DNSName'),
      vpcId: required(raw.VpcId, 'VpcId'),
      ipAddressType: raw.IpAddressType ?? 'ipv4',
      securityGroups: raw.SecurityGroups ?? [],
      zones: required(raw.AvailabilityZones, 'AvailabilityZones').map(({ ZoneName, SubnetId }) => ({
        zone: required(ZoneName, 'ZoneName'),
        subnetId: required(SubnetId, 'SubnetId'),
      })),
    };
  },
};

function tooLate(): Error {
  const error = new Error(`nothing within ${DEADLINE_MS / 1000} s`);
  error.name = 'TimeoutError';
  return error;
}

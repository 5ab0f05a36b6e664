import type { Endpoint, VantagePoint } from '../../../lambda/model/endpoint.ts';

/** A vantage point in zone `a`, wearing the load balancer's groups. */
export function vantagePoint(change: Partial<VantagePoint> = {}): VantagePoint {
  return {
    id: 'shop@eu-west-1a',
    identity: 'load-balancer',
    loadBalancer: 'arn:lb/shop',
    subnetId: 'subnet-a',
    zone: 'eu-west-1a',
    securityGroups: ['sg-1', 'sg-2'],
    addresses: [],
    ...change,
  };
}

/** An endpoint with this id, at an ordinary address unless said otherwise. */
export function endpoint(id: string, change: Partial<Endpoint> = {}): Endpoint {
  return {
    id,
    loadBalancer: 'arn:lb/shop',
    targetGroup: 'arn:tg/shop-web',
    watch: null,
    target: { id: 'i-1', port: 8080, zone: null },
    address: '10.0.1.5',
    addressUnknown: null,
    port: 8080,
    protocol: 'tcp',
    purpose: 'traffic',
    vantagePoints: ['shop@eu-west-1a'],
    ...change,
  };
}

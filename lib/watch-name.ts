/**
 * What a watch may be called. It stands where a load balancer's name stands, and has the same letters and length
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html).
 */
export const watchName = {
  form: /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/,
  allowed: 'up to 32 letters, digits and hyphens (none at an end), as in orders-to-database',
} as const;

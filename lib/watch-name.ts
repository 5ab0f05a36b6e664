/**
 * What a watch may be called. It stands where a load balancer's name stands, and has the same letters and length
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html); the alarm of the
 * heartbeat is called as no watch may be.
 */
export const watchName = {
  form: /^(?![Hh][Ee][Aa][Rr][Tt][Bb][Ee][Aa][Tt]$)[A-Za-z0-9-]{1,32}$/,
  allowed: 'up to 32 letters, digits and hyphens, as in orders-to-database, and not heartbeat',
} as const;

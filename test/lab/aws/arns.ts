const ELB = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333';

/** The ARNs of the small world's load balancing. */
export const arns = {
  loadBalancer: `${ELB}:loadbalancer/app/shop/0123456789abcdef`,
  network: `${ELB}:loadbalancer/net/raw/1123456789abcdef`,
  listener: `${ELB}:listener/app/shop/0123456789abcdef/aaaaaaaaaaaaaaaa`,
  networkListener: `${ELB}:listener/net/raw/1123456789abcdef/bbbbbbbbbbbbbbbb`,
  rule: `${ELB}:listener-rule/app/shop/0123456789abcdef/aaaaaaaaaaaaaaaa/cccccccccccccccc`,
  web: `${ELB}:targetgroup/web/dddddddddddddddd`,
  idle: `${ELB}:targetgroup/idle/eeeeeeeeeeeeeeee`,
  function: `${ELB}:targetgroup/function/ffffffffffffffff`,
};

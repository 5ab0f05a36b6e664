// The calls that are watched and have a sample of their own name, events/call-….json: what was known of the shape, and
// what is to be read from it. Requests and answers are the API's, spelled as CloudTrail spells them.

/** A recorded call of that name: https://github.com/elastic/integrations holds it as test-….log. */
const RECORDED =
  'https://github.com/elastic/integrations/tree/main/packages/aws/data_stream/cloudtrail/_dev/test/pipeline';
const ROUTES =
  'https://github.com/panther-labs/panther-analysis/blob/main/rules/aws_cloudtrail_rules/aws_ec2_route_table_modified.yml';
const GATEWAYS =
  'https://github.com/panther-labs/panther-analysis/blob/main/rules/aws_cloudtrail_rules/aws_ec2_gateway_modified.yml';
const INSTANCES = 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html';
const BALANCERS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudtrail-logs.html';
/** No record of the call was found: it follows its sibling, with the fields of the API's reference. */
const like = (sibling: string) => `no record found, like ${sibling}`;

const ELB = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:';
const WEB = `${ELB}targetgroup/web/73e2d6bc24d8a067`;
const SHOP = `${ELB}loadbalancer/app/shop/50dc6c495c0c9188`;
const LISTENER = `${ELB}listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2`;
const RULE = `${ELB}listener-rule/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee`;
const RULE_OF_GROUP = ['sg-0bbbbbbbbbbbbbbbb', 'sgr-0cccccccccccccccc'];
const ACL = 'acl-0dddddddddddddddd';
const TABLE = 'rtb-01111111111111111';
const ASSOCIATION = 'rtbassoc-07777777777777777';
const SUBNET = 'subnet-06666666666666666';
const INSTANCE = 'i-05555555555555555';
const TRANSIT_TABLE = ['tgw-attach-0aaaaaaaaaaaaaaa3', 'tgw-rtb-0aaaaaaaaaaaaaaa6'];
const TRANSIT = ['tgw-0aaaaaaaaaaaaaaa2', 'tgw-attach-0aaaaaaaaaaaaaaa3'];

type Called = [sample: string, source: string, who: string, resources: readonly string[]];

/** One line for each: the sample, where its shape is from, who called, and the resources that are read. */
export const called: readonly Called[] = [
  // The prefix list that the rule admits is not touched by it.
  ['call-authorize-security-group-ingress', like('call-authorize-security-group-egress'), 'Alice', RULE_OF_GROUP],
  ['call-authorize-security-group-egress', RECORDED, 'Alice', RULE_OF_GROUP],
  ['call-revoke-security-group-egress', like('call-revoke-ingress'), 'Alice', RULE_OF_GROUP],
  ['call-delete-security-group', like('call-revoke-ingress'), 'Alice', ['sg-0bbbbbbbbbbbbbbbb']],
  ['call-disassociate-security-group-vpc', like('call-modify-rules'), 'Alice', ['sg-0bbbbbbbbbbbbbbbb']],
  ['call-modify-instance-attribute', like('call-swap-groups'), 'Alice', [INSTANCE, 'sg-04444444444444444']],
  ['call-detach-network-interface', like('call-swap-groups'), 'Alice', ['eni-attach-0aaaaaaaaaaaaaaa4']],
  ['call-unassign-private-ip-addresses', like('call-swap-groups'), 'Alice', ['10.0.1.5', 'eni-03333333333333333']],
  ['call-replace-network-acl-entry', like('call-create-acl-entry'), 'Alice', [ACL]],
  ['call-delete-network-acl-entry', RECORDED, 'Alice', [ACL]],
  // What a route leads to is not touched by it.
  ['call-create-route', ROUTES, 'Alice', [TABLE]],
  ['call-replace-route', like('call-create-route'), 'Alice', [TABLE]],
  ['call-associate-route-table', like('call-replace-acl-association'), 'Alice', [TABLE, ASSOCIATION, SUBNET]],
  ['call-disassociate-route-table', like('call-replace-acl-association'), 'Alice', [ASSOCIATION]],
  [
    'call-replace-route-table-association',
    like('call-replace-acl-association'),
    'Alice',
    [TABLE, ASSOCIATION, 'rtbassoc-07777777777777778'],
  ],
  ['call-delete-nat-gateway', like('call-modify-prefix-list'), 'Alice', ['nat-08888888888888888']],
  [
    'call-detach-internet-gateway',
    `no record found, like AttachInternetGateway of ${GATEWAYS}`,
    'Alice',
    ['igw-09999999999999999'],
  ],
  ['call-delete-vpc-peering-connection', like('call-detach-internet-gateway'), 'Alice', ['pcx-0aaaaaaaaaaaaaaa1']],
  ['call-modify-transit-gateway-vpc-attachment', like('call-modify-prefix-list'), 'Alice', [SUBNET, ...TRANSIT]],
  ['call-delete-transit-gateway-vpc-attachment', like('call-modify-prefix-list'), 'Alice', TRANSIT],
  ['call-create-transit-gateway-route', like('call-modify-prefix-list'), 'Alice', ['tgw-rtb-0aaaaaaaaaaaaaaa6']],
  ['call-replace-transit-gateway-route', like('call-modify-prefix-list'), 'Alice', ['tgw-rtb-0aaaaaaaaaaaaaaa6']],
  ['call-delete-transit-gateway-route', like('call-modify-prefix-list'), 'Alice', ['tgw-rtb-0aaaaaaaaaaaaaaa6']],
  ['call-associate-transit-gateway-route-table', like('call-modify-prefix-list'), 'Alice', TRANSIT_TABLE],
  ['call-disassociate-transit-gateway-route-table', like('call-modify-prefix-list'), 'Alice', TRANSIT_TABLE],
  ['call-enable-transit-gateway-route-table-propagation', like('call-modify-prefix-list'), 'Alice', TRANSIT_TABLE],
  ['call-disable-transit-gateway-route-table-propagation', like('call-modify-prefix-list'), 'Alice', TRANSIT_TABLE],
  ['call-create-block-public-access-exclusion', like('call-block-public-access'), 'Alice', [SUBNET]],
  ['call-modify-block-public-access-exclusion', like('call-block-public-access'), 'Alice', [SUBNET]],
  ['call-delete-block-public-access-exclusion', like('call-block-public-access'), 'Alice', ['vpc-0aaaaaaaaaaaaaaa5']],
  ['call-enable-vgw-route-propagation', like('call-create-route'), 'Alice', [TABLE]],
  ['call-disable-vgw-route-propagation', like('call-create-route'), 'Alice', [TABLE]],
  ['call-delete-egress-only-internet-gateway', like('call-modify-prefix-list'), 'Alice', ['eigw-0aaaaaaaaaaaaaab0']],
  ['call-attach-internet-gateway', GATEWAYS, 'Alice', ['igw-09999999999999999']],
  ['call-associate-address', like('call-create-route'), 'Alice', ['eni-03333333333333333']],
  // The association alone is named, which no inventory holds.
  ['call-disassociate-address', like('call-create-route'), 'Alice', []],
  ['call-restore-managed-prefix-list-version', like('call-modify-prefix-list'), 'Alice', ['pl-02222222222222222']],
  ['call-start-instances', INSTANCES, 'Alice', [INSTANCE]],
  ['call-reboot-instances', like('call-stop-instances'), 'Alice', [INSTANCE]],
  ['call-terminate-instances', RECORDED, 'Alice', [INSTANCE]],
  ['call-delete-load-balancer', BALANCERS, 'Alice', [SHOP]],
  ['call-modify-load-balancer-attributes', like('call-set-security-groups'), 'Alice', [SHOP]],
  ['call-set-ip-address-type', like('call-set-security-groups'), 'Alice', [SHOP]],
  ['call-set-subnets', like('call-set-security-groups'), 'Alice', [SHOP, SUBNET]],
  ['call-create-listener', like('call-modify-listener'), 'Alice', [LISTENER, SHOP, WEB]],
  ['call-modify-listener-attributes', like('call-modify-load-balancer-attributes'), 'Alice', [LISTENER]],
  ['call-delete-listener', like('call-delete-load-balancer'), 'Alice', [LISTENER]],
  ['call-modify-rule', like('call-create-rule'), 'Alice', [RULE, WEB]],
  ['call-delete-rule', like('call-delete-load-balancer'), 'Alice', [RULE]],
  ['call-set-rule-priorities', like('call-create-rule'), 'Alice', [RULE]],
  ['call-modify-target-group', like('call-modify-listener'), 'Alice', [SHOP, WEB]],
  ['call-modify-target-group-attributes', like('call-modify-load-balancer-attributes'), 'Alice', [WEB]],
  ['call-delete-target-group', like('call-delete-load-balancer'), 'Alice', [WEB]],
];

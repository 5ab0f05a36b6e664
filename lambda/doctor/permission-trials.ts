import * as network from '@aws-sdk/client-ec2';
import * as balancing from '@aws-sdk/client-elastic-load-balancing-v2';
import type { AwsClients } from '../inventory/aws-clients.ts';
import type { Identity } from './identity.ts';

/** Whose names the things have that are asked for, none of which exists; `caller` is null where it is not known. */
export type Nowhere = { readonly region: string; readonly caller: Identity | null };

/** Asks AWS once whether the caller may. Rejects with what AWS says: also where the caller may, and the thing is not there. */
export type Trial = (clients: Pick<AwsClients, 'ec2' | 'elbv2'>, nowhere: Nowhere) => Promise<unknown>;

/** Only whether one may is asked, and nothing is read: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/CommonParameters.html */
const DRY = { DryRun: true };
const NO_VPC = 'vpc-00000000000000000';
const NO_PREFIX_LIST = 'pl-00000000000000000';
const NO_ROUTE_TABLE = 'tgw-rtb-00000000000000000';
const NO_FILTER = [{ Name: 'state', Values: ['active'] }];

/** By IAM action, the cheapest call that tells whether the caller may: dry where the service knows that, else of what does not exist. */
export const permissionTrials: Readonly<Record<string, Trial>> = {
  'ec2:DescribeEgressOnlyInternetGateways': ({ ec2 }) =>
    ec2.send(new network.DescribeEgressOnlyInternetGatewaysCommand(DRY)),
  'ec2:DescribeInstanceStatus': ({ ec2 }) => ec2.send(new network.DescribeInstanceStatusCommand(DRY)),
  'ec2:DescribeInstances': ({ ec2 }) => ec2.send(new network.DescribeInstancesCommand(DRY)),
  'ec2:DescribeInternetGateways': ({ ec2 }) => ec2.send(new network.DescribeInternetGatewaysCommand(DRY)),
  'ec2:DescribeManagedPrefixLists': ({ ec2 }) => ec2.send(new network.DescribeManagedPrefixListsCommand(DRY)),
  'ec2:DescribeNatGateways': ({ ec2 }) => ec2.send(new network.DescribeNatGatewaysCommand(DRY)),
  'ec2:DescribeNetworkAcls': ({ ec2 }) => ec2.send(new network.DescribeNetworkAclsCommand(DRY)),
  'ec2:DescribeNetworkInterfaces': ({ ec2 }) => ec2.send(new network.DescribeNetworkInterfacesCommand(DRY)),
  'ec2:DescribeRouteTables': ({ ec2 }) => ec2.send(new network.DescribeRouteTablesCommand(DRY)),
  'ec2:DescribeSecurityGroupRules': ({ ec2 }) => ec2.send(new network.DescribeSecurityGroupRulesCommand(DRY)),
  'ec2:DescribeSecurityGroupVpcAssociations': ({ ec2 }) =>
    ec2.send(new network.DescribeSecurityGroupVpcAssociationsCommand(DRY)),
  'ec2:DescribeSecurityGroups': ({ ec2 }) => ec2.send(new network.DescribeSecurityGroupsCommand(DRY)),
  'ec2:DescribeStaleSecurityGroups': ({ ec2 }) =>
    ec2.send(new network.DescribeStaleSecurityGroupsCommand({ ...DRY, VpcId: NO_VPC })),
  'ec2:DescribeSubnets': ({ ec2 }) => ec2.send(new network.DescribeSubnetsCommand(DRY)),
  'ec2:DescribeTransitGatewayAttachments': ({ ec2 }) =>
    ec2.send(new network.DescribeTransitGatewayAttachmentsCommand(DRY)),
  'ec2:DescribeTransitGatewayRouteTables': ({ ec2 }) =>
    ec2.send(new network.DescribeTransitGatewayRouteTablesCommand(DRY)),
  'ec2:DescribeTransitGatewayVpcAttachments': ({ ec2 }) =>
    ec2.send(new network.DescribeTransitGatewayVpcAttachmentsCommand(DRY)),
  'ec2:DescribeTransitGateways': ({ ec2 }) => ec2.send(new network.DescribeTransitGatewaysCommand(DRY)),
  'ec2:DescribeVpcBlockPublicAccessExclusions': ({ ec2 }) =>
    ec2.send(new network.DescribeVpcBlockPublicAccessExclusionsCommand(DRY)),
  'ec2:DescribeVpcBlockPublicAccessOptions': ({ ec2 }) =>
    ec2.send(new network.DescribeVpcBlockPublicAccessOptionsCommand(DRY)),
  'ec2:DescribeVpcEndpoints': ({ ec2 }) => ec2.send(new network.DescribeVpcEndpointsCommand(DRY)),
  'ec2:DescribeVpcPeeringConnections': ({ ec2 }) => ec2.send(new network.DescribeVpcPeeringConnectionsCommand(DRY)),
  'ec2:DescribeVpcs': ({ ec2 }) => ec2.send(new network.DescribeVpcsCommand(DRY)),
  'ec2:GetManagedPrefixListEntries': ({ ec2 }) =>
    ec2.send(new network.GetManagedPrefixListEntriesCommand({ ...DRY, PrefixListId: NO_PREFIX_LIST })),
  'ec2:SearchTransitGatewayRoutes': ({ ec2 }) =>
    ec2.send(
      new network.SearchTransitGatewayRoutesCommand({
        ...DRY,
        TransitGatewayRouteTableId: NO_ROUTE_TABLE,
        Filters: NO_FILTER,
      }),
    ),
  'elasticloadbalancing:DescribeListeners': ({ elbv2 }, nowhere) =>
    elbv2.send(new balancing.DescribeListenersCommand({ LoadBalancerArn: noLoadBalancer(nowhere) })),
  'elasticloadbalancing:DescribeLoadBalancerAttributes': ({ elbv2 }, nowhere) =>
    elbv2.send(new balancing.DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: noLoadBalancer(nowhere) })),
  'elasticloadbalancing:DescribeLoadBalancers': ({ elbv2 }) =>
    elbv2.send(new balancing.DescribeLoadBalancersCommand({ PageSize: 1 })),
  'elasticloadbalancing:DescribeRules': ({ elbv2 }, nowhere) =>
    elbv2.send(new balancing.DescribeRulesCommand({ ListenerArn: noListener(nowhere) })),
  'elasticloadbalancing:DescribeTargetGroupAttributes': ({ elbv2 }, nowhere) =>
    elbv2.send(new balancing.DescribeTargetGroupAttributesCommand({ TargetGroupArn: noTargetGroup(nowhere) })),
  'elasticloadbalancing:DescribeTargetGroups': ({ elbv2 }) =>
    elbv2.send(new balancing.DescribeTargetGroupsCommand({ PageSize: 1 })),
  'elasticloadbalancing:DescribeTargetHealth': ({ elbv2 }, nowhere) =>
    elbv2.send(new balancing.DescribeTargetHealthCommand({ TargetGroupArn: noTargetGroup(nowhere) })),
};

const ID = '0000000000000000';

/** In the caller's own partition and account: of a thing elsewhere, a refusal would tell nothing. Throws where these are not known. */
function arn({ region, caller }: Nowhere, resource: string): string {
  if (caller === null) throw new Error('it is not known whose credentials these are');
  const [, partition] = caller.arn.split(':');
  return `arn:${partition}:elasticloadbalancing:${region}:${caller.account}:${resource}`;
}

function noLoadBalancer(nowhere: Nowhere): string {
  return arn(nowhere, `loadbalancer/app/origin-doctor-trial/${ID}`);
}

function noListener(nowhere: Nowhere): string {
  return arn(nowhere, `listener/app/origin-doctor-trial/${ID}/${ID}`);
}

function noTargetGroup(nowhere: Nowhere): string {
  return arn(nowhere, `targetgroup/origin-doctor-trial/${ID}`);
}

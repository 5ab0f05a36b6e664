/**
 * The stations between a load balancer's node and a target, in the packet's order, each as a phrase. Security groups
 * are stateful and judge the request alone; network ACLs and routes judge the answer apart
 * (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html).
 */
export const STATIONS = {
  'forward:security-group-egress': "the rules out of the load balancer's security groups",
  'forward:network-acl-egress': "the way out through the network ACL of the load balancer's subnet",
  'forward:route': "the route from the load balancer's subnet",
  'forward:network-acl-ingress': "the way in through the network ACL of the target's subnet",
  'forward:security-group-ingress': "the rules into the target's security groups",
  'return:network-acl-egress': "the answer's way out through the network ACL of the target's subnet",
  'return:route': "the answer's route from the target's subnet",
  'return:network-acl-ingress': "the answer's way in through the network ACL of the load balancer's subnet",
} as const;

/** A station's name: which way the packet goes, and the kind of station. */
export type StationName = keyof typeof STATIONS;

/**
 * The stations between clients and a load balancer's node, or a target that sees the clients' own addresses, each as a
 * phrase. A network ACL judges requests and answers apart, and both count
 * (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html).
 */
export const CLIENT_STATIONS = {
  'clients:internet': "the load balancer's way to the internet",
  'clients:network-acl': "the clients' way through network ACLs",
  'clients:security-group': 'the rules that clients meet at security groups',
} as const;

/** The name of a station on the clients' way. */
export type ClientStationName = keyof typeof CLIENT_STATIONS;

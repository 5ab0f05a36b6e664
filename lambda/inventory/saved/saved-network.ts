import type { Inventory } from '../../model/inventory.ts';
import { instances } from '../instances.ts';
import { networkAcls } from '../network-acls.ts';
import { networkInterfaces } from '../network-interfaces.ts';
import { routeTables } from '../route-tables.ts';
import { securityGroups } from '../security-groups.ts';
import { subnets } from '../subnets.ts';
import { vpcs } from '../vpcs.ts';
import { networkSchemas as schemas } from './network-schemas.ts';
import type { SavedFacts } from './saved-facts.ts';
import { savedRules } from './saved-rules.ts';

type Network = Pick<
  Inventory,
  | 'vpcs'
  | 'subnets'
  | 'securityGroups'
  | 'securityGroupRules'
  | 'networkAcls'
  | 'routeTables'
  | 'networkInterfaces'
  | 'instances'
>;

const id = (noun: { readonly id: string }) => noun.id;

/** What saved answers tell of VPCs and what stands in them. Throws `CannotCheck`. */
export function savedNetwork({ all, ...facts }: SavedFacts): Network {
  return {
    vpcs: all('Vpcs', { noun: vpcs.noun, schema: schemas.vpc, id }),
    subnets: all('Subnets', { noun: subnets.noun, schema: schemas.subnet, id }),
    securityGroups: all('SecurityGroups', { noun: securityGroups.noun, schema: schemas.securityGroup, id }),
    securityGroupRules: savedRules({ all, ...facts }),
    networkAcls: all('NetworkAcls', { noun: networkAcls.noun, schema: schemas.networkAcl, id }),
    routeTables: all('RouteTables', { noun: routeTables.noun, schema: schemas.routeTable, id }),
    networkInterfaces: all('NetworkInterfaces', { noun: networkInterfaces.noun, schema: schemas.networkInterface, id }),
    instances: all('Reservations', { noun: instances.noun, schema: schemas.instance, id }),
  };
}

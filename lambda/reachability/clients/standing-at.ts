import { unknown } from '../../model/fact.ts';
import type { Located } from '../locate.ts';

/** What is known of a place that no single interface is: all of the clients, or a load balancer's node in a subnet. */
export type Place = Pick<Located, 'cidr' | 'range' | 'subnetId' | 'securityGroups' | 'vpc' | 'outside'>;

/** Such a place as the judges see stations. */
export function standingAt(place: Place): Located {
  return {
    ...place,
    interfaceId: null,
    zone: null,
    publicAddress: unknown('not-asked', 'it is no single address'),
    dialledInPublic: false,
    natGateway: null,
  };
}

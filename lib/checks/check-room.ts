import { type DeploymentSize, stackRoom } from '../stack-room.ts';
import { wrongProperty } from './wrong-property.ts';

/** Throws where there is more than CloudFormation takes, which it would say only when it is deployed, and says how to split it. */
export function checkRoom({ loadBalancers, watches, probers }: DeploymentSize): void {
  const { resources, keptFree, alarmsEach } = stackRoom;
  const most = Math.floor((resources - keptFree) / alarmsEach);
  if (loadBalancers + watches > most) {
    const allowed = `at most ${most}, since each takes ${alarmsEach} of the ${resources} resources of a stack. ${SPLIT}`;
    const both = watches === 0 ? '' : ` and ${watches} watches`;
    throw wrongProperty('loadBalancers', `${loadBalancers} load balancers${both}`, allowed);
  }
  if (probers > stackRoom.probers) {
    const allowed = `at most ${stackRoom.probers}, one for each pair of a subnet and the groups worn there; with identity 'own' one for each subnet. ${SPLIT}`;
    throw wrongProperty('loadBalancers', `${probers} probers`, allowed);
  }
}

const SPLIT =
  'Split them: several deployments of the VPC in origin-doctor.json, each with a name, or in an app several OriginDoctors, each in a stack of its own';

import { type DeploymentSize, stackRoom } from './stack-room.ts';

/** Whether probers need a stack of their own, for the alarms fill the other. */
export function needsNestedStack({ loadBalancers, watches, probers }: DeploymentSize): boolean {
  return (loadBalancers + watches) * stackRoom.alarmsEach + probers > stackRoom.inOneStack;
}

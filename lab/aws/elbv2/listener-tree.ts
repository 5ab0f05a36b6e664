import type { Listener } from '../../../lambda/model/inventory.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { actionList } from './action-list.ts';

/** A listener as the API tells it. */
export function listenerTree(listener: Listener): TreeObject {
  return {
    ListenerArn: listener.arn,
    LoadBalancerArn: listener.loadBalancerArn,
    Protocol: listener.protocol,
    Port: listener.port,
    DefaultActions: actionList(listener.defaultActions),
  };
}

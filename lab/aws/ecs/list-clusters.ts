import type { Operation } from '../operation.ts';

/** `ListClusters`: the world has none. */
export const listClusters: Operation = {
  action: 'ecs:ListClusters',
  run: () => ({ clusterArns: [] }),
};

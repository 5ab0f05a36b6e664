import type { DeployedProber } from './probers.ts';

/** A prober as the monitor and the command line read it (`monitorEnvironment.probers` in the contract). */
export type ListedProber = Omit<DeployedProber, 'identity'> & { readonly identity?: 'own' };

/** The probers as they are listed: `identity` stands only where it is not the usual one. */
export function proberList(probers: readonly DeployedProber[]): readonly ListedProber[] {
  return probers.map(({ functionName, subnetId, securityGroups, identity }) => ({
    functionName,
    subnetId,
    securityGroups,
    ...(identity === 'own' ? { identity } : {}),
  }));
}

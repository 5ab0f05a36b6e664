import type { DeployedProber } from './probers.ts';

/** The probers as the monitor and the command line read them: JSON, with tokens in it where names are not known yet. */
export function proberList(probers: readonly DeployedProber[]): string {
  return JSON.stringify(
    probers.map(({ functionName, subnetId, securityGroups, identity }) => ({
      functionName,
      subnetId,
      securityGroups,
      ...(identity === 'own' ? { identity } : {}),
    })),
  );
}

import type { Checked } from '../lambda/join/check.ts';
import { localVantagePoint } from './local-vantage-point.ts';
import { progress } from './progress.ts';

/** Whose credentials ask, and for which load balancers; none: all of the region. */
type Question = {
  readonly names: readonly string[];
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
};

/**
 * The whole way from this machine, dialling from it or not at all. Throws `CannotCheck` where there is nothing to go on. The SDK
 * is loaded here and not before: it takes half a second.
 */
export async function checkFromHere(from: 'local' | 'none', { names, profile, region }: Question): Promise<Checked> {
  const [{ check }, { awsClients }, { probeLocally }] = await Promise.all([
    import('../lambda/join/check.ts'),
    import('../lambda/inventory/aws-clients.ts'),
    import('../lambda/probe/probe-locally.ts'),
  ]);
  const bar = progress(process.stderr);
  const dialFromHere = probeLocally();
  bar.show('reading configuration and target health');
  try {
    return await check({
      clients: awsClients({ profile, region }),
      names,
      dial:
        from === 'none'
          ? null
          : (work) => {
              bar.show('dialling from this machine');
              return dialFromHere(work);
            },
      local: from === 'none' ? null : localVantagePoint(),
      memory: null,
      trigger: { kind: 'cli', detail: null },
      now: () => new Date(),
    });
  } finally {
    bar.clear();
  }
}

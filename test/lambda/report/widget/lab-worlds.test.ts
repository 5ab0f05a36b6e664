import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadFaults } from '../../../../lab/load-faults.ts';
import { healthyWorld } from '../../../../lab/world/healthy-world.ts';
import type { World } from '../../../../lab/world/world.ts';
import { diagnose } from '../../../../lambda/engine.ts';
import { known } from '../../../../lambda/model/fact.ts';
import type { Report } from '../../../../lambda/model/report.ts';
import type { KeptShown } from '../../../../lambda/model/shown.ts';
import { shownOf } from '../../../../lambda/report/widget/shown-of.ts';
import { widgetHtml } from '../../../../lambda/report/widget/widget-html.ts';
import { readWorld } from '../../inventory/read-world.ts';
import { drawn, stationsIn } from './drawn.ts';

/** A row's key and other attributes, generously. */
const ROW_BYTES = 250;

/** A check of a world without dialling; where it is told so, its load balancers call every target ill. */
async function checked(
  world: World,
  said: { readonly state: string; readonly reason: string | null },
): Promise<Report> {
  const { inventory } = await readWorld(world);
  const health = Object.entries(inventory.targetHealth).map(
    ([arn, fact]) => [arn, fact.known ? known(fact.value.map((one) => ({ ...one, ...said }))) : fact] as const,
  );
  return diagnose({ ...inventory, targetHealth: Object.fromEntries(health) });
}

function keptOf(report: Report): readonly KeptShown[] {
  return report.loadBalancers.flatMap(({ arn }) => {
    const shown = shownOf(report, arn);
    return shown === null ? [] : [{ at: report.checkedAt, shown }];
  });
}

describe('in the world of', async () => {
  it.each(await loadFaults())('$code, every proven cause has a path on which it is marked', async (fault) => {
    const report = await checked(fault.change(healthyWorld()), { state: 'unhealthy', reason: 'Target.Timeout' });
    const kept = keptOf(report);
    const causes = kept.flatMap(({ shown }) => shown.findings.filter(({ tone }) => tone === 'bad'));
    for (const { code, path } of causes) {
      const stops = [...(path?.there ?? []), ...(path?.back ?? [])].filter(({ mark }) => mark === 'STOP');
      expect([code, stops.length > 0]).toEqual([code, true]);
    }
    const html = widgetHtml({
      ...{ kept, problems: [], now: report.checkedAt, intervalSeconds: 60, deployment: 'lab' },
      ...{ theme: 'light', widthPx: 1_000 },
    });
    const marked = kept.flatMap(({ shown }) =>
      shown.findings.flatMap(({ path }) => [...(path?.there ?? []), ...(path?.back ?? [])].map(({ mark }) => mark)),
    );
    // The page has the gravest load balancer first.
    const inPage = stationsIn(html).map(({ mark }) => mark);
    expect(inPage.toSorted()).toEqual(marked.toSorted());
    expect(new TextEncoder().encode(html).length).toBeLessThanOrEqual(100_000);
    expect(drawn(html)[0]?.name).toBe('div');
  });
});

it('keeps of a load balancer that is well no more than one write of DynamoDB takes', async () => {
  const report = await checked(healthyWorld(), { state: 'healthy', reason: null });
  for (const { shown } of keptOf(report)) {
    expect(shown.findings).toEqual([]);
    expect(gzipSync(JSON.stringify(shown)).length + ROW_BYTES).toBeLessThanOrEqual(1_024);
  }
});

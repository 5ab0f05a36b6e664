import { describe, expect, it } from 'vitest';
import { emitMetrics } from '../../../lambda/publish/emit-metrics.ts';
import type { MetricSeries } from '../../../lambda/report/metrics/metric-series.ts';
import { stdoutLines } from './stdout-lines.ts';

const AT = new Date().toISOString();

function series(name: string, dimensions: Record<string, string>, values = [1]): MetricSeries {
  return { namespace: 'OriginDoctor', name, unit: 'Count', values, dimensions };
}

function emitted(all: readonly MetricSeries[]) {
  const lines = stdoutLines();
  emitMetrics(all, AT);
  return lines().map((line) => JSON.parse(line));
}

describe('lines on stdout', () => {
  it('are none for no series', () => {
    expect(emitted([])).toEqual([]);
  });

  it('hold what has the same dimensions, and no dimension but those', () => {
    const lb = { Deployment: 'd', LoadBalancer: 'shop' };
    expect(
      emitted([series('Refused', lb, [2]), series('Heartbeat', { Deployment: 'd' }), series('Silent', lb)]),
    ).toEqual([
      {
        _aws: {
          Timestamp: Date.parse(AT),
          CloudWatchMetrics: [
            {
              Namespace: 'OriginDoctor',
              Dimensions: [['Deployment', 'LoadBalancer']],
              Metrics: [
                { Name: 'Refused', Unit: 'Count' },
                { Name: 'Silent', Unit: 'Count' },
              ],
            },
          ],
        },
        ...lb,
        Refused: 2,
        Silent: 1,
      },
      {
        _aws: {
          Timestamp: Date.parse(AT),
          CloudWatchMetrics: [
            {
              Namespace: 'OriginDoctor',
              Dimensions: [['Deployment']],
              Metrics: [{ Name: 'Heartbeat', Unit: 'Count' }],
            },
          ],
        },
        Deployment: 'd',
        Heartbeat: 1,
      },
    ]);
  });

  it.each([
    ['100 values', 100, [100]],
    ['250 values', 250, [100, 100, 50]],
  ])('take 100 values each: %s', (_, count, sizes) => {
    const values = Array.from({ length: count }, (__, index) => index);
    const lines = emitted([series('ConnectTime', { Deployment: 'd' }, values)]);
    expect(lines.map(({ ConnectTime }) => ConnectTime.length)).toEqual(sizes);
    expect(lines.flatMap(({ ConnectTime }) => ConnectTime)).toEqual(values);
    expect(lines.every(({ Deployment }) => Deployment === 'd')).toBe(true);
  });

  it('take 100 metrics each', () => {
    const lines = emitted(Array.from({ length: 120 }, (_, index) => series(`M${index}`, { Deployment: 'd' })));
    const counts = lines.map(({ _aws }) => _aws.CloudWatchMetrics[0].Metrics.length);
    expect(counts).toEqual([100, 20]);
    expect(lines.every(({ Deployment }) => Deployment === 'd')).toBe(true);
  });

  it.each([
    ['beyond ASCII', 'Stäck/Döctor', 'St_ck/D_ctor'],
    ['control characters', 'a\nb', 'a_b'],
    ['beyond 1,024 characters', 'x'.repeat(2000), 'x'.repeat(1024)],
  ])('write dimension values as CloudWatch takes them: %s', (_, value, expected) => {
    expect(emitted([series('Heartbeat', { Deployment: value })])[0].Deployment).toBe(expected);
  });
});

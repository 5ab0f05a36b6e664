import type { Report } from '../model/report.ts';

/**
 * A report as JSON in the contract's shape. Keys stand in the contract's order and fields that were added to it behind
 * them, so that two reports can be compared line by line. Ends with a newline.
 */
export function json(report: Report): string {
  return `${JSON.stringify(arranged(report, REPORT), null, 2)}\n`;
}

/** The keys of an object in order, and the shapes of those values that are objects or lists of objects. */
type Shape = { readonly keys: readonly string[]; readonly of: Readonly<Record<string, Shape>> };

function arranged(value: unknown, shape: Shape | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => arranged(item, shape));
  if (typeof value !== 'object' || value === null) return value;
  const fields = new Map<string, unknown>(Object.entries(value));
  const first = (shape?.keys ?? []).filter((key) => fields.has(key));
  const rest = [...fields.keys()].filter((key) => !first.includes(key)).sort();
  return Object.fromEntries([...first, ...rest].map((key) => [key, arranged(fields.get(key), shape?.of[key])]));
}

function shape(keys: string, of: Readonly<Record<string, Shape>> = {}): Shape {
  return { keys: keys.split(' '), of };
}

const FINDING = shape(
  'code title kind subject resource component certainty zones culprit facts why fix since changedBy impact see',
  {
    culprit: shape('resource line value'),
    facts: shape('name value'),
    fix: shape('summary commands verified cdk confirm'),
    changedBy: shape('event who when'),
  },
);

const HOP = shape('kind resource line decision why');

const DIAGNOSIS = shape('symptom since leading others inconclusive lastWell', {
  symptom: shape('purpose outcome witness'),
  leading: FINDING,
  others: FINDING,
  inconclusive: shape('code missing'),
});

const ENDPOINT = shape(
  'loadBalancer targetGroup watch target address port purpose elb probes paths diagnosis unjudged id',
  {
    target: shape('id port name'),
    elb: shape('state reason settled'),
    probes: shape('vantagePoint zone outcome errno elapsedMs attempts at'),
    paths: shape('vantagePoint zone verdict forward return', { forward: HOP, return: HOP }),
    diagnosis: DIAGNOSIS,
  },
);

const REPORT = shape(
  'schemaVersion checkedAt configurationReadAt trigger findings loadBalancers targetGroups endpoints cost unread vantagePoints securityGroups',
  {
    trigger: shape('kind detail'),
    findings: FINDING,
    loadBalancers: shape('arn name type state leading unjudged diagnosis', {
      leading: FINDING,
      diagnosis: DIAGNOSIS,
    }),
    targetGroups: shape('arn name loadBalancers leading unjudged diagnosis', {
      leading: FINDING,
      diagnosis: DIAGNOSIS,
    }),
    endpoints: ENDPOINT,
    cost: shape('apiCalls probes elapsedMs'),
    unread: shape('what reason action'),
    securityGroups: shape('id name'),
    vantagePoints: shape('id identity loadBalancer subnetId zone securityGroups addresses'),
  },
);

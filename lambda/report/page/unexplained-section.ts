import { listed } from '../../diagnosis/listed.ts';
import { watchesIn } from '../../model/owners-of.ts';
import type { Report, ReportedEndpoint } from '../../model/report.ts';
import { counted } from './counted.ts';
import { lastWell } from './last-well.ts';
import { missingLines } from './missing-lines.ts';
import { observed } from './observed.ts';
import type { Block, Piece, Section } from './page.ts';
import { since } from './since.ts';
import { stateOf } from './state-of.ts';

/** The endpoints that show a symptom for which no cause is certain or likely, those of one target group or watched path together. */
export function unexplainedSection(report: Report): Section {
  const failing = report.endpoints.filter((endpoint) => stateOf(endpoint) === 'unexplained');
  const groups = new Map<string | null, readonly ReportedEndpoint[]>();
  for (const endpoint of failing) {
    const key = endpoint.targetGroup ?? endpoint.watch;
    groups.set(key, [...(groups.get(key) ?? []), endpoint]);
  }
  return {
    heading: 'Failing, cause not proven',
    tone: 'unsure',
    blocks: [...groups].map(([arn, endpoints]) => block(arn, endpoints, report)),
    lines: [],
  };
}

function block(arn: string | null, endpoints: readonly ReportedEndpoint[], report: Report): Block {
  const [watch] = watchesIn({ endpoints });
  const name = report.targetGroups.find((group) => group.arn === arn)?.name ?? arn;
  const noun = watch === undefined ? 'Target group' : 'Watched path';
  const moments = endpoints.flatMap(({ diagnosis }) => (diagnosis.since === null ? [] : [diagnosis.since])).sort();
  const first = moments[0];
  const missing = missingLines(endpoints.map(({ diagnosis }) => diagnosis));
  return {
    title: `${name === null ? 'No target group' : `${noun} ${name}`}: ${counted(endpoints.length, 'endpoint')} not as it should be`,
    tag: null,
    code: null,
    rows: [
      { label: 'Observed', pieces: observed(endpoints, report) },
      {
        label: 'Since',
        pieces:
          first === undefined
            ? []
            : [
                asText(
                  since(
                    first,
                    report.checkedAt,
                    lastWell(
                      endpoints.map(({ diagnosis }) => diagnosis),
                      first,
                    ),
                  ),
                ),
              ],
      },
      { label: 'Missing', pieces: (missing.length === 0 ? [unexplained(endpoints)] : missing).map(asText) },
    ].filter(({ pieces }) => pieces.length > 0),
  };
}

function unexplained(endpoints: readonly ReportedEndpoint[]): string {
  if (endpoints.every(({ dialled }) => dialled === false)) return HEARD_OF;
  const noted = [...new Set(endpoints.flatMap(({ diagnosis: { leading } }) => leading?.code ?? []))];
  return noted.length === 0
    ? 'nothing that was looked for: no fault of the catalogue explains this'
    : `no cause is proven; what is known of it is under ${listed(noted)}`;
}

const HEARD_OF =
  'no fault is looked for at a load balancer that is registered as a target, since it is not dialled: check it by its own name, and judge the way through both with `origin-doctor path`';

function asText(text: string): Piece {
  return { kind: 'text', text };
}

import type { RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2';
import { required } from './required.ts';

/** Headers that say what a client wants. A value of any other may be a password. */
const HARMLESS = ['accept', 'accept-encoding', 'accept-language', 'content-type'];

const HIDDEN = '[hidden]';

/**
 * A rule's condition, each of its alternatives as `field=value`: `path-pattern=/api/*`, `http-header:X-Tenant=[hidden]`,
 * `query-string=version=[hidden]`; with `~` instead of the first `=` for a regular expression. What may be a password is left
 * out here, where it comes in, so that it stands in no finding, message or snapshot: the values of headers and queries, by
 * which a CDN shows that nobody got around it
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html).
 */
export function conditionsOf(raw: RuleCondition): readonly string[] {
  const field = required(raw.Field, 'Condition.Field');
  const header = raw.HttpHeaderConfig?.HttpHeaderName;
  const name = header === undefined ? field : `${field}:${header}`;
  const shown = (value: string) => (isSecret(field, header) ? HIDDEN : value);
  const values = valuesOf(raw).map((value) => `${name}=${shown(value)}`);
  const expressions = expressionsOf(raw).map((expression) => `${name}~${shown(expression)}`);
  return [...queriesOf(raw), ...values, ...expressions];
}

function isSecret(field: string, header = ''): boolean {
  return field === 'query-string' || (field === 'http-header' && !HARMLESS.includes(header.toLowerCase()));
}

function queriesOf({ QueryStringConfig }: RuleCondition): readonly string[] {
  const pairs = QueryStringConfig?.Values ?? [];
  return pairs.map(({ Key }) => `query-string=${Key ? `${Key}=` : ''}${HIDDEN}`);
}

/** Several kinds of condition tell their values twice, beside the configuration and in it. */
function valuesOf(raw: RuleCondition): readonly string[] {
  if (raw.QueryStringConfig !== undefined) return [];
  const config =
    raw.HostHeaderConfig ??
    raw.PathPatternConfig ??
    raw.HttpHeaderConfig ??
    raw.HttpRequestMethodConfig ??
    raw.SourceIpConfig;
  return config?.Values ?? raw.Values ?? [];
}

function expressionsOf(raw: RuleCondition): readonly string[] {
  const config = raw.HostHeaderConfig ?? raw.PathPatternConfig ?? raw.HttpHeaderConfig;
  return config?.RegexValues ?? raw.RegexValues ?? [];
}

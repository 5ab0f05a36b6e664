import type { RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2';
import { required } from './required.ts';

/**
 * A rule's condition, each of its alternatives as `field=value`: `path-pattern=/api/*`, `http-header:X-Tenant=acme`,
 * `query-string=version=v1`; with `~` instead of the first `=` for a regular expression.
 */
export function conditionsOf(raw: RuleCondition): readonly string[] {
  const field = required(raw.Field, 'Condition.Field');
  const header = raw.HttpHeaderConfig?.HttpHeaderName;
  const name = header === undefined ? field : `${field}:${header}`;
  const values = valuesOf(raw).map((value) => `${name}=${value}`);
  return [...values, ...expressionsOf(raw).map((expression) => `${name}~${expression}`)];
}

/** Two kinds of condition tell their values twice, beside the configuration and in it. */
function valuesOf(raw: RuleCondition): readonly string[] {
  const pairs = raw.QueryStringConfig?.Values;
  if (pairs !== undefined) return pairs.map(({ Key, Value = '' }) => (Key ? `${Key}=${Value}` : Value));
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

import type { TreeObject } from '../codecs/tree.ts';

/** The structure that holds each field's values: API Reference, `RuleCondition`. */
const CONFIGS: Readonly<Record<string, string>> = {
  'host-header': 'HostHeaderConfig',
  'http-header': 'HttpHeaderConfig',
  'http-request-method': 'HttpRequestMethodConfig',
  'path-pattern': 'PathPatternConfig',
  'query-string': 'QueryStringConfig',
  'source-ip': 'SourceIpConfig',
};

/** Only the two oldest fields tell their values beside the structure too. */
const OLDEST = ['host-header', 'path-pattern'];

/** Field, header name, `=` or `~` (regular expressions), and the alternatives. */
const CONDITION = /^([a-z-]+)(?::([^=~]+))?([=~])([\s\S]*)$/;

/** Conditions (`path-pattern=/api/*,/v2/*`, `http-header:X-Tenant=acme`, `host-header~^api`) as the API lists them. */
export function conditionList(conditions: readonly string[]): readonly TreeObject[] {
  return conditions.map((condition) => {
    const [, field = '', headerName, sign, text = ''] = CONDITION.exec(condition) ?? [];
    const config = CONFIGS[field];
    if (config === undefined) throw new Error(`The world declares an unknown rule condition: '${condition}'`);
    const values = text.split(',');
    const kind = sign === '~' ? 'RegexValues' : 'Values';
    return {
      Field: field,
      [kind]: OLDEST.includes(field) ? values : undefined,
      [config]: { HttpHeaderName: headerName, [kind]: field === 'query-string' ? values.map(pairOf) : values },
    };
  });
}

/** A query string's condition may name a value alone. */
function pairOf(text: string): TreeObject {
  const at = text.indexOf('=');
  return at < 0 ? { Value: text } : { Key: text.slice(0, at), Value: text.slice(at + 1) };
}

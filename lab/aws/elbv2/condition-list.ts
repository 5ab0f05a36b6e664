import type { TreeObject } from '../codecs/tree.ts';

/** The structure that holds each field's values: API Reference, `RuleCondition`. */
const CONFIGS: Readonly<Record<string, string>> = {
  'host-header': 'HostHeaderConfig',
  'path-pattern': 'PathPatternConfig',
  'http-request-method': 'HttpRequestMethodConfig',
  'source-ip': 'SourceIpConfig',
};

/** Conditions (`path-pattern=/api/*`) as the API lists them; the texts of one field are its alternatives. */
export function conditionList(conditions: readonly string[]): readonly TreeObject[] {
  return [...Map.groupBy(conditions, fieldOf)].map(([field, texts]) => {
    const values = texts.map((text) => text.slice(field.length + 1));
    const config = CONFIGS[field];
    const both = field === 'host-header' || field === 'path-pattern';
    return {
      Field: field,
      Values: both || config === undefined ? values : undefined,
      ...(config === undefined ? {} : { [config]: { Values: values } }),
    };
  });
}

function fieldOf(condition: string): string {
  return condition.split('=', 1)[0] ?? condition;
}

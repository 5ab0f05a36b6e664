import { expect, it } from 'vitest';
import { rules } from '../../../lambda/inventory/rules.ts';

const ruleWith = (condition: object) => ({ RuleArn: 'arn:r', Priority: '1', Actions: [], Conditions: [condition] });

it.each<{ situation: string; raw: object; noun: object }>([
  {
    situation: 'paths, told twice',
    raw: ruleWith({ Field: 'path-pattern', Values: ['/a', '/b'], PathPatternConfig: { Values: ['/a', '/b'] } }),
    noun: { arn: 'arn:r', priority: '1', conditions: ['path-pattern=/a', 'path-pattern=/b'] },
  },
  {
    situation: 'a host, told the old way',
    raw: ruleWith({ Field: 'host-header', Values: ['x.example'] }),
    noun: { arn: 'arn:r', priority: '1', conditions: ['host-header=x.example'] },
  },
  {
    situation: 'a header, which may be a password',
    raw: ruleWith({
      Field: 'http-header',
      HttpHeaderConfig: { HttpHeaderName: 'User-Agent', Values: ['hunter2', 'hunter3'], RegexValues: ['^hunter'] },
    }),
    noun: {
      ...{ arn: 'arn:r', priority: '1' },
      conditions: [
        'http-header:User-Agent=[hidden]',
        'http-header:User-Agent=[hidden]',
        'http-header:User-Agent~[hidden]',
      ],
    },
  },
  {
    situation: 'a header that only says what a client wants',
    raw: ruleWith({
      Field: 'http-header',
      HttpHeaderConfig: { HttpHeaderName: 'Accept-Language', Values: ['de*'], RegexValues: ['^de'] },
    }),
    noun: { conditions: ['http-header:Accept-Language=de*', 'http-header:Accept-Language~^de'] },
  },
  {
    situation: 'a query, which may hold a token',
    raw: ruleWith({
      Field: 'query-string',
      QueryStringConfig: { Values: [{ Key: 'v', Value: '1' }, { Value: 'debug' }, { Key: 'w' }] },
    }),
    noun: {
      ...{ arn: 'arn:r', priority: '1' },
      conditions: ['query-string=v=[hidden]', 'query-string=[hidden]', 'query-string=w=[hidden]'],
    },
  },
  {
    situation: 'a method',
    raw: ruleWith({ Field: 'http-request-method', HttpRequestMethodConfig: { Values: ['GET'] } }),
    noun: { arn: 'arn:r', priority: '1', conditions: ['http-request-method=GET'] },
  },
  {
    situation: 'a source',
    raw: ruleWith({ Field: 'source-ip', SourceIpConfig: { Values: ['10.0.0.0/8'] } }),
    noun: { arn: 'arn:r', priority: '1', conditions: ['source-ip=10.0.0.0/8'] },
  },
  {
    situation: 'a regular expression',
    raw: ruleWith({ Field: 'host-header', HostHeaderConfig: { RegexValues: ['^api'] } }),
    noun: { arn: 'arn:r', priority: '1', conditions: ['host-header~^api'] },
  },
  {
    situation: 'a regular expression beside the configuration',
    raw: ruleWith({ Field: 'path-pattern', RegexValues: ['^/v'] }),
    noun: { arn: 'arn:r', priority: '1', conditions: ['path-pattern~^/v'] },
  },
])('$situation', ({ raw, noun }) => {
  expect(rules.noun(raw)).toMatchObject(noun);
});

it.each<{ said: string; raw: object }>([{ said: 'Condition.Field is missing', raw: ruleWith({}) }])(
  'is malformed: $said',
  ({ said, raw }) => {
    expect(() => rules.noun(raw)).toThrow(expect.objectContaining({ name: 'MalformedAnswer', message: said }));
  },
);

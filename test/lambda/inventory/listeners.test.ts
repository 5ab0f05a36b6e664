import { expect, it } from 'vitest';
import { listeners } from '../../../lambda/inventory/listeners.ts';

const LISTENER = { ListenerArn: 'arn:l', LoadBalancerArn: 'arn:lb', Protocol: 'HTTP', Port: 80 };
const WEIGHTED = {
  Type: 'forward',
  TargetGroupArn: 'arn:a',
  ForwardConfig: { TargetGroups: [{ TargetGroupArn: 'arn:a', Weight: 0 }, { TargetGroupArn: 'arn:b' }] },
};

it.each<{ situation: string; raw: object; noun: object }>([
  {
    situation: 'a forward to one group by its ARN',
    raw: { ...LISTENER, DefaultActions: [{ Type: 'forward', TargetGroupArn: 'arn:a' }] },
    noun: {
      protocol: 'HTTP',
      port: 80,
      defaultActions: [{ type: 'forward', targetGroups: [{ arn: 'arn:a', weight: 1 }] }],
    },
  },
  {
    situation: 'a weighted forward, also told by ARN',
    raw: { ...LISTENER, DefaultActions: [WEIGHTED] },
    noun: {
      defaultActions: [
        {
          targetGroups: [
            { arn: 'arn:a', weight: 0 },
            { arn: 'arn:b', weight: 1 },
          ],
        },
      ],
    },
  },
  {
    situation: 'a fixed response',
    raw: { ...LISTENER, DefaultActions: [{ Type: 'fixed-response' }] },
    noun: { defaultActions: [{ type: 'fixed-response', targetGroups: [] }] },
  },
  {
    situation: 'a redirect, what is not given staying as it was asked',
    raw: { ...LISTENER, DefaultActions: [{ Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443' } }] },
    noun: {
      defaultActions: [
        { type: 'redirect', targetGroups: [], redirect: { protocol: 'HTTPS', port: '443', host: '#{host}' } },
      ],
    },
  },
  {
    situation: 'a redirect that tells nothing but its status',
    raw: { ...LISTENER, DefaultActions: [{ Type: 'redirect', RedirectConfig: { StatusCode: 'HTTP_301' } }] },
    noun: { defaultActions: [{ redirect: { protocol: '#{protocol}', port: '#{port}', host: '#{host}' } }] },
  },
])('$situation', ({ raw, noun }) => {
  expect(listeners.noun(raw)).toMatchObject(noun);
});

it.each<{ said: string; raw: object }>([
  { said: 'DefaultActions is missing', raw: LISTENER },
  { said: 'Port is missing', raw: { ...LISTENER, Port: undefined } },
  { said: 'Action.Type is missing', raw: { ...LISTENER, DefaultActions: [{}] } },
])('is malformed: $said', ({ said, raw }) => {
  expect(() => listeners.noun(raw)).toThrow(expect.objectContaining({ name: 'MalformedAnswer', message: said }));
});

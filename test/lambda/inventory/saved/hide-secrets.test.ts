import { expect, it } from 'vitest';
import { hideSecrets } from '../../../../lambda/inventory/saved/hide-secrets.ts';
import { known, unknown } from '../../../../lambda/model/fact.ts';
import { unreadInventory } from '../../../../lambda/model/unread-inventory.ts';

it('hides what a header must be, and lets it be told what is the same', () => {
  const conditions = [
    'path-pattern=/a',
    'http-header:X-Origin-Verify=hunter2',
    'http-header:X-Origin-Verify=hunter3',
    'http-header:X-Origin-Verify~^hunter',
    'http-header:X-Origin-Verify=hunter2',
    'http-header:User-Agent=Mozilla*',
  ];
  const rule = { arn: 'r', listenerArn: 'l', priority: '1', conditions, actions: [] };
  const unread = unknown('throttled', 'asked too often');
  const inventory = { ...unreadInventory('2026-01-01T00:00:00Z'), rules: { l: known([rule]), m: unread } };
  expect(hideSecrets(inventory)).toEqual({
    ...inventory,
    rules: {
      l: known([
        {
          ...rule,
          conditions: [
            'path-pattern=/a',
            'http-header:X-Origin-Verify=[hidden 1]',
            'http-header:X-Origin-Verify=[hidden 2]',
            'http-header:X-Origin-Verify~[hidden 3]',
            'http-header:X-Origin-Verify=[hidden 1]',
            'http-header:User-Agent=Mozilla*',
          ],
        },
      ]),
      m: unread,
    },
  });
});

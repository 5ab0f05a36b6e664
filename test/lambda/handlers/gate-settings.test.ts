import { expect, it } from 'vitest';
import { gateSettings } from '../../../lambda/handlers/gate-settings.ts';

it.each([
  ['nothing', {}, { rules: { stable: 3, timeoutSeconds: 600 }, targetGroups: [], mayReadmit: false }],
  [
    'everything',
    {
      ORIGIN_DOCTOR_GATE_STABLE: '5',
      ORIGIN_DOCTOR_GATE_TIMEOUT_SECONDS: '60',
      ORIGIN_DOCTOR_GATE_TARGET_GROUPS: '["green"]',
      ORIGIN_DOCTOR_GATE_READMIT: 'true',
    },
    { rules: { stable: 5, timeoutSeconds: 60 }, targetGroups: ['green'], mayReadmit: true },
  ],
])('reads %s', (_, environment, expected) => {
  expect(gateSettings(environment)).toEqual(expected);
});

it.each([
  ['ORIGIN_DOCTOR_GATE_STABLE', '0'],
  ['ORIGIN_DOCTOR_GATE_STABLE', 'three'],
  ['ORIGIN_DOCTOR_GATE_TIMEOUT_SECONDS', '86401'],
  ['ORIGIN_DOCTOR_GATE_TARGET_GROUPS', 'green'],
  ['ORIGIN_DOCTOR_GATE_TARGET_GROUPS', '[""]'],
  ['ORIGIN_DOCTOR_GATE_READMIT', 'yes'],
])('refuses %s=%s', (name, value) => {
  expect(() => gateSettings({ [name]: value })).toThrow(new RegExp(`^${name}: `));
});

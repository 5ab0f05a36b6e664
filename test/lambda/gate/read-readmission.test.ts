import { expect, it } from 'vitest';
import { readReadmission } from '../../../lambda/gate/read-readmission.ts';

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/b0293cc65c205194';

it.each([
  ['web:i-0abc', { targetGroup: 'web', target: { id: 'i-0abc', port: null } }],
  ['web:i-0abc:8080', { targetGroup: 'web', target: { id: 'i-0abc', port: 8080 } }],
  ['web:10.0.1.5:8080', { targetGroup: 'web', target: { id: '10.0.1.5', port: 8080 } }],
  ['web:[2001:db8::5]:8080', { targetGroup: 'web', target: { id: '2001:db8::5', port: 8080 } }],
  [`${ARN}:i-0abc:8080`, { targetGroup: ARN, target: { id: 'i-0abc', port: 8080 } }],
  ['web', null],
  ['web:', null],
  ['web:2001:db8::5', null],
  ['web:i-0abc:0', null],
  ['web:i-0abc:65536', null],
  ['web:lambda', null],
])('reads %s', (text, expected) => {
  expect(readReadmission(text)).toEqual(expected);
});

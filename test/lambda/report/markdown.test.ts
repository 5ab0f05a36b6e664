import { expect, it } from 'vitest';
import { known } from '../../../lambda/model/fact.ts';
import type { Report } from '../../../lambda/model/report.ts';
import { pageOf } from '../../../lambda/report/page/page-of.ts';
import { markdownPage } from '../../../lambda/report/typeset/markdown-page.ts';
import { finding, inventory, judged, reported } from './situation.ts';
import { healthy, notJudged, twoFaults } from './told.ts';

const markdown = (report: Report) => markdownPage(pageOf(report));

it('for two faults', () => {
  expect(markdown(twoFaults())).toMatchSnapshot();
});

it.each([
  ['healthy', healthy, '**All that was looked at is healthy.**'],
  [
    'nothing to look at',
    () => reported([], { inventory: { ...inventory, loadBalancers: [], targetGroups: known([]) } }),
    'There was no load balancer',
  ],
  ['not judged', notJudged, '- web-2 (i-0b22) at 10.0.2.5:8080: nothing was dialled; the word could not be read'],
])('%s', (_, report, sentence) => {
  expect(markdown(report())).toContain(sentence);
});

it.each([
  ['a table', 'a | b', 'a \\| b'],
  ['HTML', '<b> &amp;', '&lt;b\\> &amp;amp;'],
  ['a link', '[x](y)', '\\[x\\](y)'],
  ['emphasis and code', '*a* _b_ `c` ~d~', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~'],
  ['a heading on a new line', 'a\n# b', 'a \\# b'],
  ['a mention', '@octocat, shop@eu-west-1a', '@<!-- -->octocat, shop@eu-west-1a'],
  ['links', 'https://evil.example www.evil.example', 'https:<!-- -->//evil.example www<!-- -->.evil.example'],
  ['what turns the line round', 'a \u202Eb\u2066c', 'a  b c'],
])('reads what others named as text: %s', (_, why, expected) => {
  expect(markdown(reported([judged({ diagnosis: { leading: finding({ why }) } })]))).toContain(`\n${expected}\n`);
});

it.each([
  ['a command', 'aws x', '```sh\naws x\n```\n'],
  ['a command that holds a fence', 'echo ```', '````sh\necho ```\n````\n'],
])('fences %s', (_, command, expected) => {
  const fix = { ...finding().fix, commands: [command] };
  expect(markdown(reported([judged({ diagnosis: { leading: finding({ fix }) } })]))).toContain(expected);
});

import { expect, it } from 'vitest';
import { known } from '../../../lambda/model/fact.ts';
import type { Report } from '../../../lambda/model/report.ts';
import { pageOf } from '../../../lambda/report/page/page-of.ts';
import { htmlPage } from '../../../lambda/report/typeset/html-page.ts';
import { finding, inventory, judged, reported } from './situation.ts';
import { healthy, notJudged, oneFaultTwice, twoFaults } from './told.ts';

const html = (report: Report) => htmlPage(pageOf(report));

it.each([
  ['two faults', twoFaults, ['2 faults found.', 'Nothing listens on the port', 'web-2 (i-0b22) at 10.0.2.5:8080']],
  ['one fault twice', oneFaultTwice, ['web-1 (i-0a11) at 10.0.1.5:8080', 'Also in the way']],
  ['not judged', notJudged, ['no cause of it is proven', 'Could not be judged']],
  [
    'nothing to look at',
    () => reported([], { inventory: { ...inventory, loadBalancers: [], targetGroups: known([]) } }),
    ['There was no load balancer'],
  ],
  ['healthy', healthy, ['All that was looked at is healthy.']],
])('%s', (_, report, sentences) => {
  const file = html(report());
  for (const sentence of sentences) expect(file).toContain(sentence);
});

it('needs nothing else: no script, no asset from anywhere', () => {
  expect(html(twoFaults())).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref=|url\(|@import/i);
});

it('reads what others named as text', () => {
  const evil = `<script>alert("1")</script> & 'more'`;
  const leading = finding({
    title: evil,
    why: evil,
    code: evil,
    fix: { ...finding().fix, summary: evil, commands: [evil] },
  });
  const file = html(reported([judged({ diagnosis: { leading } })]));
  expect(file).not.toContain('<script');
  expect(file.match(/&#60;script&#62;alert\(&#34;1&#34;\)&#60;\/script&#62; &#38; &#39;more&#39;/g)).toHaveLength(5);
});

it('closes what it opens', () => {
  const open: string[] = [];
  for (const [, slash, tag] of html(twoFaults()).matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (slash === '/') expect(open.pop()).toBe(tag);
    else if (tag !== undefined && tag !== 'meta') open.push(tag);
  }
  expect(open).toEqual([]);
});

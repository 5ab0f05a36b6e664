import { describe, expect, it } from 'vitest';
import { readExample } from '../../../bin/read-example.ts';
import { catalogue } from '../../../lambda/diagnosis/catalogue.ts';
import { explanation } from '../../../lambda/report/explanation.ts';
import { faultList } from '../../../lambda/report/fault-list.ts';
import { faultListJson } from '../../../lambda/report/fault-list-json.ts';
import { shellLines } from '../../../lambda/report/shell-lines.ts';

const plain = { colour: false };

it('lists every fault once, in the order of the catalogue', () => {
  const lines = faultList(catalogue, plain).split('\n');
  const codes = catalogue.map(({ code, kind }) => (kind === 'cause' ? code : `${code} (${kind})`));
  expect(lines.filter((line) => codes.includes(line))).toEqual(codes);
});

it('marks what is no cause', () => {
  const notes = catalogue.map((fault) => ({ ...fault, kind: 'note' as const }));
  expect(faultList(notes, plain)).toContain(`${catalogue[0]?.code} (note)\n`);
});

it('lists them as JSON in the shape of the contract', () => {
  const entries: readonly object[] = JSON.parse(faultListJson(catalogue));
  expect(entries.map((entry) => Object.keys(entry))).toEqual(
    catalogue.map(() => ['code', 'title', 'subject', 'kind', 'component', 'refines', 'explains', 'needs', 'see']),
  );
  expect(entries).toMatchObject(catalogue.map(({ code, explains, needs }) => ({ code, explains, needs })));
});

it('says for what a fault is the more exact word', () => {
  const [fault] = catalogue.map((one) => ({ ...one, refines: ['this', 'that'] }));
  const words = fault === undefined ? '' : flat(explanation(fault, null, plain));
  expect(words).toContain('It is the more exact word for this and that.');
});

describe.each(catalogue.map((fault) => [fault.code, fault] as const))('explains %s', (_, fault) => {
  it('in full', () => {
    const words = flat(explanation(fault, null, plain));
    const { meaning, probe, loadBalancer, user, confirmCode, confusedWith, cdk, cdkCode } = fault.page;
    const all = [fault.code, fault.title, meaning, probe, loadBalancer, user, confirmCode, confusedWith, cdk, cdkCode];
    for (const said of [...all, ...fault.see, ...fault.refines]) expect(words).toContain(flat(said));
  });

  it('with code that can be copied', () => {
    const lines = explanation(fault, null, plain).split('\n');
    const commands = fault.page.confirmCode.split('\n').flatMap((line) => shellLines(line, 76));
    for (const line of [...commands, ...fault.page.cdkCode.split('\n')]) {
      expect(lines).toContain(line === '' ? '' : `    ${line}`.trimEnd());
    }
  });

  it('with the example from its own lab world, and no line wider than a screen that could be broken', () => {
    const example = readExample(fault.code);
    const text = explanation(fault, example, plain);
    const said = (example?.said ?? 'nothing').split('\n').map((line) => `  ${line}`.trimEnd());
    expect(text).toContain(`:\n\n${said.join('\n')}\n`);
    expect(flat(text)).toContain(flat(example?.breaks ?? 'nothing'));
    const wide = text.split('\n').filter((line) => line.length > 80);
    expect(wide.filter((line) => !WHOLE.test(line))).toEqual([]);
  });
});

/** A web address, an option with its value, and what has quotes are broken nowhere: they would not be the same. */
const WHOLE = /^ +(- https:|--[a-z-]+ [^-]|arn:)/;

function flat(text: string): string {
  return text.replaceAll(/( \\)?\s+/g, ' ').trim();
}

import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../lambda/diagnosis/catalogue.ts';
import { explanation } from '../../../lambda/report/explanation.ts';
import { faultList } from '../../../lambda/report/fault-list.ts';
import { faultListJson } from '../../../lambda/report/fault-list-json.ts';

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
  const words = fault === undefined ? '' : flat(explanation(fault, plain));
  expect(words).toContain('It is the more exact word for this and that.');
});

describe.each(catalogue.map((fault) => [fault.code, fault] as const))('explains %s', (_, fault) => {
  it('in full', () => {
    const words = flat(explanation(fault, plain));
    const { meaning, probe, loadBalancer, user, confirmCode, confusedWith, cdk, cdkCode } = fault.page;
    const all = [fault.code, fault.title, meaning, probe, loadBalancer, user, confirmCode, confusedWith, cdk, cdkCode];
    for (const said of [...all, ...fault.see, ...fault.refines]) expect(words).toContain(flat(said));
  });

  it('with code that can be copied', () => {
    const lines = explanation(fault, plain).split('\n');
    for (const line of `${fault.page.confirmCode}\n${fault.page.cdkCode}`.split('\n')) {
      expect(lines).toContain(line === '' ? '' : `    ${line}`.trimEnd());
    }
  });
});

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

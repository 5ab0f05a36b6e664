import { componentInWords } from './component-in-words.ts';
import { factInWords } from './fact-in-words.ts';
import type { FaultData, Needs } from './fault.ts';
import type { LabExample } from './lab-example.ts';
import { listed } from './listed.ts';

/**
 * A fault's page in Markdown. `example` is the smallest change that brings it about in the lab, and what is said of it
 * there; null where that is not at hand.
 */
export function faultPage(fault: FaultData, example: LabExample | null): string {
  const { code, title, page } = fault;
  const sections = [
    `# ${title}`,
    `\`${code}\``,
    page.meaning,
    ...headed('What it looks like', looks(page)),
    ...(example === null ? [] : headed('An example, with what mends it', shown(code, example))),
    ...headed('Confirm it by hand', fenced('sh', page.confirmCode)),
    ...headed('Mend it in CDK', `${page.cdk}\n\n${fenced('ts', page.cdkCode)}`),
    ...headed('What it is confused with', page.confusedWith),
    ...headed('How it is proven', proofOf(fault)),
    ...headed('See also', fault.see.map(asLink).join('\n')),
  ];
  return `${sections.join('\n\n')}\n`;
}

function headed(heading: string, text: string): readonly string[] {
  return [`## ${heading}`, text];
}

function looks({ probe, loadBalancer, user }: FaultData['page']): string {
  return [`- To the probe: ${probe}`, `- To the load balancer: ${loadBalancer}`, `- To the user: ${user}`].join('\n');
}

function shown(code: string, { breaks, said }: LabExample): string {
  return [
    `${breaks} A check then says this, with the lab's ids where yours will stand:`,
    fenced('text', said),
    'To see it happen on your own machine:',
    fenced('sh', labCommand(code)),
  ].join('\n\n');
}

function proofOf({ kind, component, explains, refines, needs }: FaultData): string {
  return [
    `A _${kind}_; its place on the packet's way: ${componentInWords(component)}.`,
    `Explains: ${explains.map((one) => `\`${one}\``).join(', ')}.`,
    ...(refines.length === 0
      ? []
      : [`Gives a more precise answer than: ${refines.map((one) => `\`${one}\``).join(', ')}.`]),
    restsOn(needs),
  ].join('\n\n');
}

/** Alternatives that only add to a sufficient one are told as what makes it surer. */
function restsOn(needs: Needs): string {
  const least = needs.filter(
    (names) => !needs.some((other) => other !== names && other.every((one) => names.includes(one))),
  );
  const more = new Set(needs.flat().filter((name) => !least.flat().includes(name)));
  const surer = more.size === 0 ? '' : ` Surer with ${listed([...more].map(factInWords))}.`;
  return `Rests on ${least.map((names) => listed(names.map(factInWords))).join('; or on ')}.${surer}`;
}

function fenced(language: string, code: string): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}

function labCommand(code: string): string {
  return `npx origin-doctor lab --fault ${code}`;
}

function asLink(text: string): string {
  return text.startsWith('https://') ? `- <${text}>` : `- ${text}`;
}

import { type AddVerb, knownVerbs } from './known-verbs.ts';

/**
 * The verbs that a command line may mean, in the order of the help: those that it names anywhere (what precedes the verb
 * may be an option's value), or all where it names none, or asks for help.
 */
export async function verbsFor(words: readonly string[]): Promise<readonly AddVerb[]> {
  const named = knownVerbs.filter(({ name }) => words.includes(name));
  const all = named.length === 0 || words.includes('help') || !knownVerbs.some(({ name }) => name === firstWord(words));
  return Promise.all((all ? knownVerbs : named).map(({ load }) => load()));
}

/** The first word that is neither an option nor the value of one of the program's own. */
function firstWord(words: readonly string[]): string | undefined {
  const index = words.findIndex((word, at) => !word.startsWith('-') && !TAKES_VALUE.includes(words[at - 1] ?? ''));
  return words[index];
}

const TAKES_VALUE = ['--profile', '--region'];

import { validationError } from './validation-error.ts';

/** Which parameter an expression came in: AWS's errors name it. */
export type ExpressionName =
  | 'ConditionExpression'
  | 'FilterExpression'
  | 'KeyConditionExpression'
  | 'ProjectionExpression'
  | 'UpdateExpression';

/** The tokens of an expression, one after the other. */
export type TokenReader = {
  readonly expression: ExpressionName;
  /** The next token; empty at the end. */
  readonly peek: () => string;
  readonly take: () => string;
  /** Takes the next token where it is this one, words in any case. */
  readonly takeIf: (wanted: string) => boolean;
  /** Takes the next token, which must be this one. */
  readonly expect: (wanted: string) => void;
  /** The error that the next token does not belong there. */
  readonly unexpected: () => Error;
};

const TOKEN = /\s*([#:]?\w+|<>|<=|>=|[=<>(),+.[\]]|-|$)/y;

/** Cuts an expression into tokens. Throws `ValidationException` for an empty one, and for signs that belong to none. */
export function tokenReader(text: string, expression: ExpressionName): TokenReader {
  if (text.trim() === '') throw validationError(`Invalid ${expression}: The expression can not be empty;`);
  const tokens = tokensIn(text, expression);
  let place = 0;
  const peek = () => tokens[place] ?? '';
  const unexpected = () => syntaxError(expression, peek() || '<EOF>', tokens.slice(Math.max(0, place - 1), place + 2));
  const takeIf = (wanted: string) => {
    const fits = peek().toUpperCase() === wanted.toUpperCase();
    if (fits) place += 1;
    return fits;
  };
  const expect = (wanted: string) => {
    if (!takeIf(wanted)) throw unexpected();
  };
  const take = () => tokens[place++] ?? '';
  return { expression, peek, take, takeIf, expect, unexpected };
}

function tokensIn(text: string, expression: ExpressionName): readonly string[] {
  const tokens: string[] = [];
  let place = 0;
  while (place < text.length) {
    TOKEN.lastIndex = place;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) {
      const sign = text.slice(place).trim().charAt(0);
      throw syntaxError(expression, sign, [text.slice(Math.max(0, place - 5), place + 6)]);
    }
    if (token === '') break;
    tokens.push(token);
    place = TOKEN.lastIndex;
  }
  return tokens;
}

function syntaxError(expression: ExpressionName, token: string, near: readonly string[]): Error {
  return validationError(`Invalid ${expression}: Syntax error; token: "${token}", near: "${near.join(' ')}"`);
}

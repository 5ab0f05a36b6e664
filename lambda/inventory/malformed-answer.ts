const NAME = 'MalformedAnswer';

/** An error that says what is wrong with an answer of AWS: a field that is missing, or holds what it cannot. */
export function malformedAnswer(what: string): Error {
  const error = new Error(what);
  error.name = NAME;
  return error;
}

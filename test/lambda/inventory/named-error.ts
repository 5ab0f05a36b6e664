/** An error as the SDK throws it: AWS's error code is its name. */
export function namedError(name: string, message = 'as AWS words it'): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

import { expect, it } from 'vitest';
import { withoutStacks } from '../../../lambda/probe/without-stacks.ts';

const usual = Error.stackTraceLimit;
const linesOf = (error: Error) => (error.stack ?? '').split('\n').length;

it('lets errors be made without a stack meanwhile, and gives what the run gives', async () => {
  expect(await withoutStacks(async () => linesOf(new Error('refused')))).toBe(1);
  expect(Error.stackTraceLimit).toBe(usual);
});

it('puts things back when the run fails', async () => {
  await expect(withoutStacks(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(Error.stackTraceLimit).toBe(usual);
});

it('puts things back only when the last of several runs ends, whichever began first', async () => {
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const runs = [withoutStacks(() => first.promise), withoutStacks(() => second.promise)];
  first.resolve();
  await runs[0];
  expect(Error.stackTraceLimit).toBe(0);
  second.resolve();
  await runs[1];
  expect(Error.stackTraceLimit).toBe(usual);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, distance } from './did-you-mean.js';

describe('distance counts slips of the finger', () => {
  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['deposit', 'deposit', 0],
    ['depost', 'deposit', 1],
    ['depositt', 'deposit', 1],
    ['debosit', 'deposit', 1],
    ['depsoit', 'deposit', 1],
    ['withdrawal', 'withdraw', 2],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('%j to %j is %i', (a, b, slips) => {
    expect(distance(a, b)).toBe(slips);
  });

  test('it is the same both ways, and never more than the longer word', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('a suggestion is made only for what was probably meant', () => {
  const operations = ['deposit', 'withdraw', 'query'];
  test.each([
    ['depost', 'deposit'],
    ['DEPOSIT', 'deposit'],
    ['withdrawal', 'withdraw'],
    ['qurey', 'query'],
    ['transfer', undefined],
    ['', undefined],
    ['x', undefined],
    ['deposit'.repeat(1000), undefined],
  ])('%j', (word, meant) => {
    expect(didYouMean(word, operations)).toBe(meant);
  });

  test('of equally near words the first one', () => {
    expect(didYouMean('cat', ['car', 'can'])).toBe('car');
    expect(didYouMean('x', ['a', 'b'])).toBeUndefined();
  });
});

import { evaluate, parse } from '@humanwhocodes/momoa';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEEPEST, findSyntaxProblem } from './json-syntax.js';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const SOUP = fc.constantFrom(
  ...'[]{}:,"\\/u0123456789abcdefE+-. \t\n\r\0\u00A0\uFEFFé',
  'true',
  'false',
  'null',
  '"a"',
  '":',
  '1e5',
);

describe('what is JSON is decided as JSON.parse decides it', () => {
  test('for soup of JSON tokens', () => {
    const soup = fc.array(SOUP, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, (text) => {
        expect(findSyntaxProblem(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 20_000 },
    );
  });

  test('for JSON with a few characters changed', () => {
    const change = fc.record({ at: fc.nat(), remove: fc.nat(2), insert: fc.oneof(fc.constant(''), SOUP) });
    fc.assert(
      fc.property(fc.json(), fc.array(change, { maxLength: 3 }), (json, changes) => {
        let text = json;
        for (const { at, remove, insert } of changes) {
          const place = at % (text.length + 1);
          text = text.slice(0, place) + insert + text.slice(place + remove);
        }
        expect(findSyntaxProblem(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 5_000 },
    );
  });
});

test('what passes, the parser reads, and to the same value', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, '\t', 2), (json, indent) => {
      fc.pre(!json.includes('__proto__'));
      const text = JSON.stringify(JSON.parse(json), null, indent).replaceAll('\n', '\r\n');
      expect(findSyntaxProblem(text)).toBeUndefined();
      expect(evaluate(parse(text, { mode: 'json' }))).toStrictEqual(JSON.parse(text));
    }),
  );
});

describe('depth', () => {
  test(`${DEEPEST} levels are fine, one more is refused at its bracket`, () => {
    const nest = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(findSyntaxProblem(nest(DEEPEST))).toBeUndefined();
    expect(findSyntaxProblem(nest(DEEPEST + 1))).toMatchObject({ start: DEEPEST, end: DEEPEST + 1 });
  });

  test.each(['[', '{"a":', '[{"a":'])('100,000 times %j is refused, and at once', (opening) => {
    expect(findSyntaxProblem(opening.repeat(100_000))?.message).toBe('nested more than 100 levels deep');
  });
});

test('megabytes without a break are read in no time', () => {
  for (const text of [`"${'x'.repeat(5e6)}"`, `"${'\\n'.repeat(2e6)}"`, '1'.repeat(5e6), `[${'1,'.repeat(1e6)}1]`]) {
    expect(findSyntaxProblem(text)).toBeUndefined();
  }
  expect(findSyntaxProblem(`[${' '.repeat(5e6)}`)?.start).toBe(1);
});

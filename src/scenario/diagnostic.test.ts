import { describe, expect, test } from 'vitest';
import { type Diagnostic, formatDiagnostic } from './diagnostic.js';

function at(line: number, column: number, length: number, extra: Partial<Diagnostic> = {}): Diagnostic {
  return { severity: 'error', file: 'input.json', line, column, length, message: 'wrong', ...extra };
}

/** What stands above the carets. */
function underlined(shown: string): string {
  const [, text = '', carets = ''] = shown.split('\n');
  return text.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1);
}

test('a diagnostic shows the place, the line, what was expected and a way out', () => {
  const text = '[\n  { "interface": "depost", "money": 10 }\n]\n';
  const diagnostic = at(2, 18, 8, {
    message: 'unknown operation "depost"',
    expected: 'deposit, withdraw or query',
    hint: 'did you mean "deposit"?',
  });
  expect(formatDiagnostic(diagnostic, text)).toBe(
    [
      'input.json:2:18: error: unknown operation "depost"',
      '  2 |   { "interface": "depost", "money": 10 }',
      '    |                  ^^^^^^^^',
      '    = expected deposit, withdraw or query; did you mean "deposit"?',
    ].join('\n'),
  );
});

test('a warning without advice ends with the carets', () => {
  const shown = formatDiagnostic(at(1, 1, 1, { severity: 'warning', file: '-' }), '[]');
  expect(shown).toBe('-:1:1: warning: wrong\n  1 | []\n    | ^');
});

describe('the carets stand under what is meant', () => {
  test.each([
    ['tabs', '\t\t"id"\t: "x"', 10, 3, '"x"'],
    ['CRLF', '[\r\n"x"\r\n]', 1, 3, '"x"', 2],
    ['a lone CR', '[\r"x"\r]', 1, 3, '"x"', 2],
    ['a byte order mark', '\uFEFF["x"]', 2, 3, '"x"'],
    ['control characters before it', '"\x1b[31m\0": "x"', 11, 3, '"x"'],
    ['marks of reading direction', '"\u202E": "x"', 6, 3, '"x"'],
    ['a length beyond the end of the line', '["x"\n]', 2, 1000, '"x"'],
  ])('%s', (_, text, column, length, meant, line = 1) => {
    expect(underlined(formatDiagnostic(at(line, column, length), text))).toBe(meant);
  });

  test('wide characters take two columns, combining ones none', () => {
    const shown = (text: string, column: number) => formatDiagnostic(at(1, column, 1), text).split('\n')[2];
    expect(shown('"日本": x', 7)).toBe(`    | ${' '.repeat(8)}^`);
    expect(shown('"e\u0301": x', 7)).toBe(`    | ${' '.repeat(5)}^`);
    expect(shown('"😀": x', 7)).toBe(`    | ${' '.repeat(6)}^`);
  });

  test('at the end of a line', () => {
    expect(formatDiagnostic(at(1, 3, 1), '[1').split('\n')[2]).toBe('    |   ^');
  });
});

describe('a long line is cut around the carets', () => {
  const filler = '1,'.repeat(5000);
  test.each([
    ['at its beginning', `"x"${filler}`, 1],
    ['in its middle', `${filler}"x"${filler}`, filler.length + 1],
    ['at its end', `${filler}"x"`, filler.length + 1],
  ])('%s', (_, text, column) => {
    const shown = formatDiagnostic(at(1, column, 3), text);
    expect(underlined(shown)).toBe('"x"');
    expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThan(120);
  });

  test('without cutting a pair of surrogates', () => {
    for (const column of [201, 203, 205, 999]) {
      expect(formatDiagnostic(at(1, column, 2), '😀'.repeat(500))).not.toMatch(/[\p{Cs}\uFFFD]/u);
    }
  });
});

test('no control character of the file, its name or the message reaches the terminal', () => {
  const nasty = 'a\x1b]0;title\x07\u0085\u2028\u202Eb\r\nc';
  const shown = formatDiagnostic(at(1, 1, 3, { file: nasty, message: nasty, hint: nasty, expected: nasty }), nasty);
  expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(shown.split('\n')).toHaveLength(4);
});

test('where there is no line to show, there is no excerpt', () => {
  expect(formatDiagnostic(at(1, 1, 1), '')).toBe('input.json:1:1: error: wrong');
  expect(formatDiagnostic(at(7, 1, 1), '[]')).toBe('input.json:7:1: error: wrong');
});

import type { Range } from './source.js';

/** Why and where a text is not JSON. */
export interface SyntaxProblem extends Range {
  readonly message: string;
  readonly expected?: string;
  readonly hint?: string | undefined;
}

export type TokenKind = 'open' | 'close' | 'comma' | 'colon' | 'string' | 'scalar' | 'end';

export interface Token extends Range {
  readonly kind: TokenKind;
  /** What is wrong inside the token; worth telling only where such a token may stand. */
  readonly problem?: SyntaxProblem;
}

const PUNCTUATION: ReadonlyMap<string, TokenKind> = new Map([
  ['[', 'open'],
  ['{', 'open'],
  [']', 'close'],
  ['}', 'close'],
  [',', 'comma'],
  [':', 'colon'],
]);

const SPACE = /[ \t\n\r]*/y;
/** Everything up to the next punctuation: a number, a literal, or something broken as a whole. */
const WORD = /[^\s[\]{},:"]+/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const LITERAL = /^(?:true|false|null)$/;
/** All that may stand in a string as it is: from the space on, but no quote and no backslash. */
const PLAIN_TEXT = /[ !#-[\]-\uFFFF]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const REST_OF_LINE = /[^\r\n]*/y;

/** The token that begins at or after an offset, as RFC 8259 defines tokens. */
export function nextToken(text: string, from: number): Token {
  const start = endOfMatch(SPACE, text, from);
  const first = text[start];
  if (first === undefined) return { kind: 'end', start, end: start };
  const kind = PUNCTUATION.get(first);
  if (kind) return { kind, start, end: start + 1 };
  return first === '"' ? stringToken(text, start) : wordToken(text, start);
}

function stringToken(text: string, start: number): Token {
  let at = start + 1;
  for (;;) {
    at = endOfMatch(PLAIN_TEXT, text, at);
    if (text[at] === '"') return { kind: 'string', start, end: at + 1 };
    const escaped = text[at] === '\\' ? endOfMatch(ESCAPE, text, at) : at;
    if (escaped === at) return { kind: 'string', start, end: at, problem: stringProblem(text, start, at) };
    at = escaped;
  }
}

/** `at` is the first character that no string may contain. */
function stringProblem(text: string, start: number, at: number): SyntaxProblem {
  const character = text[at];
  if (character === '\\') {
    const end = Math.min(text.length, at + (text[at + 1] === 'u' ? 6 : 2));
    const expected = 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u and four hexadecimal digits';
    return { start: at, end, message: 'JSON has no such escape', expected };
  }
  // The quote that opens it tells people more than the place where the line ends.
  if (character === undefined || character === '\n' || character === '\r') {
    const end = endOfMatch(REST_OF_LINE, text, start);
    return { start, end, message: 'this text is not closed on its line', expected: 'a closing double quote' };
  }
  const code = character.charCodeAt(0).toString(16).padStart(4, '0');
  const hint = `write it as ${character === '\t' ? '\\t' : `\\u${code}`}`;
  return { start: at, end: at + 1, message: 'a control character inside a text', hint };
}

function wordToken(text: string, start: number): Token {
  const end = Math.max(start + 1, endOfMatch(WORD, text, start));
  const word = text.slice(start, end);
  if (NUMBER.test(word) || LITERAL.test(word)) return { kind: 'scalar', start, end };
  return { kind: 'scalar', start, end, problem: { start, end, ...explainWord(word) } };
}

const MISTAKES: readonly { pattern: RegExp; message: string; hint?: string }[] = [
  { pattern: /^(?:true|false|null)$/i, message: 'JSON spells this in lower case' },
  { pattern: /^None$/, message: 'JSON has no None', hint: 'write null' },
  { pattern: /^[-+]?(?:NaN|Infinity|undefined)$/, message: 'JSON has no such value' },
  { pattern: /^(?:\/\/|\/\*|#)/, message: 'JSON has no comments', hint: 'remove it' },
  { pattern: /^['‘’“”«»`]/, message: 'JSON texts stand in straight double quotes', hint: 'write " here' },
  { pattern: /^-?0\d/, message: 'a JSON number cannot begin with 0', hint: 'remove the zeros' },
  { pattern: /^\+\d/, message: 'a JSON number has no plus sign', hint: 'remove the "+"' },
  { pattern: /^[-+.]?\d/, message: 'this is not a JSON number' },
  { pattern: /^[\p{L}_$]/u, message: 'this is not JSON', hint: 'texts stand in double quotes' },
];

function explainWord(word: string): { message: string; expected?: string; hint?: string } {
  const mistake = MISTAKES.find(({ pattern }) => pattern.test(word));
  if (mistake) return { message: mistake.message, ...(mistake.hint !== undefined && { hint: mistake.hint }) };
  const code = (word.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  return { message: `unexpected character U+${code}`, expected: 'JSON' };
}

/** Where the match of a sticky pattern at `from` ends; `from` when there is none. */
function endOfMatch(sticky: RegExp, text: string, from: number): number {
  sticky.lastIndex = from;
  return sticky.test(text) ? sticky.lastIndex : from;
}

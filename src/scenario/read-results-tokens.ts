import type { Range } from './source.js';

/**
 * The tokens of results as programs write them: JSON, and what people get who print
 * a Python value or a JavaScript object. Texts in either quote, `True`, `None`, keys
 * without quotes. A comma is a space: between values that stand side by side anyway
 * it tells nothing, and it is too many, or missing, as often as not.
 */
export type Token = Range &
  (
    | { readonly kind: '[' | ']' | '{' | '}' | ':' | 'end' }
    | { readonly kind: 'text'; readonly value: string }
    /** Anything without quotes: a number, `None`, a bare key. */
    | { readonly kind: 'word'; readonly value: string }
    | { readonly kind: 'broken'; readonly message: string; readonly hint?: string }
  );

const SPACE = /[\s,\uFEFF]*/y;
const WORD = /[^\s[\]{}:,"']+/y;
/** A Python text may begin with letters that say how it is meant: u'…'. */
const QUOTE = /(?:[uUbB]|[rR])?(["'])/y;
const PLAIN = { '"': /[^"\\\r\n]*/y, "'": /[^'\\\r\n]*/y };
const REST_OF_LINE = /[^\r\n]*/y;
const ESCAPE = /\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|([^\r\n]))/y;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** The token that begins at or after an offset. */
export function nextToken(text: string, from: number): Token {
  const start = endOfMatch(SPACE, text, from);
  const first = text[start];
  if (first === undefined) return { kind: 'end', start, end: start };
  if (first === '[' || first === ']' || first === '{' || first === '}' || first === ':') {
    return { kind: first, start, end: start + 1 };
  }
  QUOTE.lastIndex = start;
  const quote = QUOTE.exec(text)?.[1];
  if (quote === '"' || quote === "'") return textToken(text, start, QUOTE.lastIndex, quote);
  const end = endOfMatch(WORD, text, start);
  return { kind: 'word', start, end, value: text.slice(start, end) };
}

function textToken(text: string, start: number, contentStart: number, quote: '"' | "'"): Token {
  let value = '';
  let at = contentStart;
  for (;;) {
    const end = endOfMatch(PLAIN[quote], text, at);
    value += text.slice(at, end);
    if (text[end] === quote) return { kind: 'text', start, end: end + 1, value };
    ESCAPE.lastIndex = end;
    const sequence = text[end] === '\\' ? ESCAPE.exec(text) : null;
    if (!sequence) {
      const message = 'this text is not closed on its line';
      return { kind: 'broken', start, end: endOfMatch(REST_OF_LINE, text, start), message, hint: `a text ends with ${quote}` };
    }
    value += unescaped(sequence);
    at = ESCAPE.lastIndex;
  }
}

function unescaped([, unit, byte, character = '']: RegExpExecArray): string {
  const code = unit ?? byte;
  return code === undefined ? (ESCAPED[character] ?? character) : String.fromCharCode(Number.parseInt(code, 16));
}

/** Where the match of a sticky pattern at `from` ends; `from` when there is none. */
function endOfMatch(sticky: RegExp, text: string, from: number): number {
  sticky.lastIndex = from;
  return sticky.test(text) ? sticky.lastIndex : from;
}

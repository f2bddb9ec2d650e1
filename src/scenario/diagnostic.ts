/**
 * What is wrong with a file, and where. Lines and columns count from 1; a column
 * and a length are UTF-16 units, as editors count them, without a byte order mark.
 */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Of the piece of text that is meant; it may go on in later lines. */
  readonly length: number;
  readonly message: string;
  /** What would have been right here. */
  readonly expected?: string;
  /** A way out: `did you mean "deposit"?` */
  readonly hint?: string;
}

/** A line is shown up to this many UTF-16 units; more is cut on both sides. */
const WIDEST_LINE = 100;
/** How much of a long line is shown before the caret. */
const BEFORE_CARET = 40;
const TAB = '    ';

/**
 * The diagnostic for people, without a line break at the end:
 *
 *     input.json:14:9: error: unknown operation "depost"
 *       14 |   { "interface": "depost", "money": 10 }
 *          |                  ^^^^^^^^
 *          = expected deposit, withdraw or query; did you mean "deposit"?
 *
 * `text` is the text of the file. Nothing in it, in the name of the file or in
 * the message can reach the terminal as a control sequence.
 */
export function formatDiagnostic(diagnostic: Diagnostic, text: string): string {
  const { file, line, column, severity, message, expected, hint } = diagnostic;
  const gutter = ' '.repeat(`  ${line} `.length);
  const out = [harmless(`${file}:${line}:${column}: ${severity}: ${message}`)];
  const shown = excerpt(lineOf(text, line), column - 1, diagnostic.length);
  if (shown) out.push(`  ${line} | ${shown.text}`, `${gutter}| ${shown.caret}`);
  const advice = [expected && `expected ${expected}`, hint].filter(Boolean).join('; ');
  if (advice) out.push(harmless(`${gutter}= ${advice}`));
  return out.join('\n');
}

/** Text without its byte order mark, which no column counts. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Where each line ends: LF, CRLF and a lone CR, the same for all that counts lines. */
export const LINE_BREAK = /\r\n|\n|\r/g;

function lineOf(text: string, line: number): string {
  const body = withoutByteOrderMark(text);
  let start = 0;
  let number = 1;
  for (const match of body.matchAll(LINE_BREAK)) {
    if (number === line) return body.slice(start, match.index);
    start = match.index + match[0].length;
    number += 1;
  }
  return number === line ? body.slice(start) : '';
}

/** The part of a line around the caret, and the line of carets below it. */
function excerpt(line: string, at: number, length: number): { text: string; caret: string } | undefined {
  if (line.trim() === '') return undefined;
  const caretAt = Math.min(at, line.length);
  let from = 0;
  let to = line.length;
  if (line.length > WIDEST_LINE) {
    from = Math.max(0, Math.min(caretAt - BEFORE_CARET, line.length - WIDEST_LINE));
    to = from + WIDEST_LINE;
  }
  // Never cut a pair of surrogates in two.
  if (isLowSurrogate(line, from)) from -= 1;
  if (isLowSurrogate(line, to)) to += 1;
  const before = (from > 0 ? '…' : '') + visible(line.slice(from, caretAt));
  const marked = visible(line.slice(caretAt, Math.min(caretAt + length, to)));
  const after = visible(line.slice(Math.min(caretAt + length, to), to)) + (to < line.length ? '…' : '');
  return {
    text: (before + marked + after).trimEnd(),
    caret: ' '.repeat(columnsOf(before)) + '^'.repeat(Math.max(1, columnsOf(marked))),
  };
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return index > 0 && unit >= 0xdc00 && unit <= 0xdfff;
}

/** As `harmless`, with tabs of one width, so that a caret below can be counted. */
function visible(text: string): string {
  return harmless(text.replaceAll('\t', TAB));
}

/**
 * Control characters as their pictures (␛ for escape), so that a file cannot
 * recolour, move or retitle the terminal; what turns or hides text, and halves of
 * surrogate pairs, as the replacement character.
 */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\uFFFD';
  });
}

const NO_COLUMN = /\p{Mn}|\p{Me}/u;
/** Roughly Unicode's East Asian Width W and F, which terminals draw two columns wide. */
const TWO_COLUMNS =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;

function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (NO_COLUMN.test(character)) continue;
    columns += TWO_COLUMNS.test(character) || (character.codePointAt(0) as number) >= 0x20000 ? 2 : 1;
  }
  return columns;
}

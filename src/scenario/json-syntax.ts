import { nextToken, type SyntaxProblem, type Token } from './json-tokens.js';
import type { Range } from './source.js';

/** No scenario needs a tenth of it; the parser behind this check is recursive. */
export const DEEPEST = 100;

/**
 * The first place where the text is not JSON (RFC 8259), or undefined.
 *
 * The parser that builds the tree (momoa) would notice most of it too, but it
 * blames the bracket after a trailing comma instead of the comma, is a character
 * off for some tokens, accepts line breaks in strings, and recurses once a level.
 * So this strict pass without recursion runs first; what it lets through, the
 * parser reads. The tests hold it against `JSON.parse`.
 */
export function findSyntaxProblem(text: string): SyntaxProblem | undefined {
  return new SyntaxCheck(text).run();
}

type Bracket = '[' | '{';
const CLOSING = { '[': ']', '{': '}' } as const;

/**
 * What has to come next. `first…` follows an opening bracket, where the closing
 * one may stand too; `next…` follows a comma, where it may not.
 */
type State = 'value' | 'firstItem' | 'nextItem' | 'firstKey' | 'nextKey' | 'colon' | 'separator' | 'end';

class SyntaxCheck {
  private state: State = 'value';
  private readonly open: { readonly bracket: Bracket; readonly offset: number }[] = [];
  private last: Token = { kind: 'end', start: 0, end: 0 };

  constructor(private readonly text: string) {}

  run(): SyntaxProblem | undefined {
    for (;;) {
      const token = nextToken(this.text, this.last.end);
      if (token.kind === 'end') return this.state === 'end' ? undefined : this.endedEarly();
      const problem = this.accept(token);
      if (problem) return problem;
      this.last = token;
    }
  }

  private accept(token: Token): SyntaxProblem | undefined {
    if (this.state === 'end') return textAfterValue(token);
    if (token.kind === 'close') return this.close(token);
    switch (this.state) {
      case 'separator':
        return this.separator(token);
      case 'colon':
        if (token.kind !== 'colon') return problemAt(token, 'a colon is missing before this', this.expected());
        this.state = 'value';
        return undefined;
      case 'firstKey':
      case 'nextKey':
        return this.key(token);
      default:
        return this.value(token);
    }
  }

  private separator(token: Token): SyntaxProblem | undefined {
    if (token.kind !== 'comma') return problemAt(token, 'a comma is missing before this', this.expected());
    this.state = this.open.at(-1)?.bracket === '{' ? 'nextKey' : 'nextItem';
    return undefined;
  }

  private key(token: Token): SyntaxProblem | undefined {
    if (token.kind !== 'string') return problemAt(token, 'this is not a key', this.expected());
    this.state = 'colon';
    return token.problem;
  }

  private value(token: Token): SyntaxProblem | undefined {
    if (token.kind === 'open') return this.push(token);
    if (token.kind === 'comma' || token.kind === 'colon') {
      return problemAt(token, `a ${token.kind} where a value belongs`, this.expected());
    }
    this.afterValue();
    return token.problem;
  }

  private push(token: Token): SyntaxProblem | undefined {
    if (this.open.length >= DEEPEST) return problemAt(token, `nested more than ${DEEPEST} levels deep`);
    const bracket = this.text[token.start] as Bracket;
    this.open.push({ bracket, offset: token.start });
    this.state = bracket === '{' ? 'firstKey' : 'firstItem';
    return undefined;
  }

  private close(token: Token): SyntaxProblem | undefined {
    const bracket = this.open.at(-1)?.bracket;
    const closer = this.text[token.start];
    if (!bracket || closer !== CLOSING[bracket]) return problemAt(token, `"${closer}" closes nothing here`, this.expected());
    if (this.state === 'nextItem' || this.state === 'nextKey') {
      return problemAt(this.last, `a comma before "${closer}" with nothing after it`, undefined, 'remove the comma');
    }
    if (this.state === 'colon' || this.state === 'value') {
      return problemAt(token, `"${closer}" where ${this.expected()} belongs`);
    }
    this.open.pop();
    this.afterValue();
    return undefined;
  }

  private afterValue(): void {
    this.state = this.open.length === 0 ? 'end' : 'separator';
  }

  private endedEarly(): SyntaxProblem {
    const innermost = this.open.at(-1);
    if (!innermost) return problemAt({ start: 0, end: 0 }, 'the file is empty', 'a JSON array');
    // Right after the last token: the end of the file may be many blank lines away.
    const end = { start: this.last.end, end: this.last.end };
    const line = this.text.slice(0, innermost.offset).split(/\r\n|\n|\r/).length;
    return problemAt(end, `the file ends before the "${innermost.bracket}" of line ${line} is closed`, this.expected());
  }

  private expected(): string {
    const bracket = this.open.at(-1)?.bracket;
    const closer = bracket && `"${CLOSING[bracket]}"`;
    switch (this.state) {
      case 'separator':
        return `a comma or ${closer}`;
      case 'firstItem':
        return `a value or ${closer}`;
      case 'firstKey':
        return `a key in double quotes or ${closer}`;
      case 'nextKey':
        return 'a key in double quotes';
      case 'colon':
        return 'a colon and a value';
      default:
        return 'a value';
    }
  }
}

function textAfterValue(token: Token): SyntaxProblem {
  return problemAt(token, 'there is more text after the end of the JSON value', 'the end of the file', 'remove it');
}

/** What is broken inside the token, such as a missing quote, is a hint to why it stands in a wrong place. */
function problemAt(where: Range | Token, message: string, expected?: string, hint?: string): SyntaxProblem {
  const inner = 'problem' in where ? where.problem : undefined;
  const why = hint ?? (inner && [inner.message, inner.hint].filter(Boolean).join(': '));
  return { start: where.start, end: where.end, message, ...(expected && { expected }), ...(why && { hint: why }) };
}

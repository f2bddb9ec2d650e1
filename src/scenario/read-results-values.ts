import { type Findings, quoted } from './findings.js';
import { nextToken, type Token } from './read-results-tokens.js';
import type { Range } from './source.js';

/** What a results file is made of. Words and texts are alike: some programs quote their numbers. */
export type Value =
  | (Range & { readonly kind: 'scalar'; readonly text: string; readonly quoted: boolean })
  | (Range & { readonly kind: 'array'; readonly items: readonly Value[] })
  | (Range & { readonly kind: 'object'; readonly members: readonly Member[] });

export type ObjectValue = Extract<Value, { kind: 'object' }>;

export interface Member extends Range {
  /** As written. */
  readonly key: string;
  readonly value: Value;
}

/** No results need a tenth of it; the reader is recursive. */
const DEEPEST = 100;

/**
 * All values of the file, which may be one array, or several, or objects one after
 * another; arrays at the top are opened. Undefined after an error. A file that ends
 * inside such an array, as a run that was killed leaves it, is read up to there.
 */
export function readValues(findings: Findings): Value[] | undefined {
  const reader = new ValueReader(findings);
  const values: Value[] = [];
  while (!reader.atEnd) {
    const value = reader.read(0);
    if (!value) return undefined;
    values.push(...(value.kind === 'array' ? opened(value.items) : [value]));
  }
  return values;
}

function opened(items: readonly Value[]): Value[] {
  return items.flatMap((item) => (item.kind === 'array' ? opened(item.items) : [item]));
}

class ValueReader {
  private token: Token;

  constructor(private readonly findings: Findings) {
    this.token = nextToken(findings.source.text, 0);
  }

  get atEnd(): boolean {
    return this.token.kind === 'end';
  }

  /** `depth` is the number of brackets around the value. */
  read(depth: number): Value | undefined {
    const { token } = this;
    if (depth > DEEPEST) return this.findings.error(token, `nested more than ${DEEPEST} levels deep`);
    switch (token.kind) {
      case 'text':
      case 'word':
        this.advance();
        return { kind: 'scalar', start: token.start, end: token.end, text: token.value, quoted: token.kind === 'text' };
      case '[':
        return this.array(depth);
      case '{':
        return this.object(depth);
      default:
        return this.unexpected('a value');
    }
  }

  private array(depth: number): Value | undefined {
    const opening = this.advance();
    const items: Value[] = [];
    while (this.token.kind !== ']') {
      if (this.atEnd && this.outermost(depth, items)) break;
      const item = this.read(depth + 1);
      if (!item) return undefined;
      items.push(item);
    }
    const { end } = this.advance();
    return { kind: 'array', start: opening.start, end, items };
  }

  /** Only objects can have been cut off by the entry: after a scalar the array was something else. */
  private outermost(depth: number, items: readonly Value[]): boolean {
    if (depth > 0 || items.some(({ kind }) => kind !== 'object')) return false;
    this.findings.warn(this.token, 'the file ends before its array is closed', { hint: 'is it all that was written?' });
    return true;
  }

  private object(depth: number): Value | undefined {
    const opening = this.advance();
    const members: Member[] = [];
    while (this.token.kind !== '}') {
      const member = this.member(depth);
      if (!member) return undefined;
      members.push(member);
    }
    const { end } = this.advance();
    return { kind: 'object', start: opening.start, end, members };
  }

  private member(depth: number): Member | undefined {
    const key = this.token;
    if (key.kind !== 'text' && key.kind !== 'word') return this.unexpected('a key or "}"');
    this.advance();
    if (this.token.kind !== ':') return this.unexpected(`a colon after ${quoted(key.value)}`);
    this.advance();
    const value = this.read(depth + 1);
    return value && { key: key.value, value, start: key.start, end: key.end };
  }

  private advance(): Token {
    const { token } = this;
    this.token = nextToken(this.findings.source.text, token.end);
    return token;
  }

  private unexpected(expected: string): undefined {
    const { token } = this;
    if (token.kind === 'broken') return this.findings.error(token, token.message, { hint: token.hint });
    const message = token.kind === 'end' ? 'the file ends too early' : `${quoted(this.textOf(token))} does not belong here`;
    return this.findings.error(token, message, { expected });
  }

  private textOf({ start, end }: Range): string {
    return this.findings.source.text.slice(start, end);
  }
}

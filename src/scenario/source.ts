import { LINE_BREAK, withoutByteOrderMark } from './diagnostic.js';

/** From this offset up to, without, that one; in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The text of a file without its byte order mark, and where its lines begin. */
export class Source {
  readonly text: string;
  private readonly lineStarts: readonly number[];

  constructor(
    text: string,
    readonly file: string,
  ) {
    this.text = withoutByteOrderMark(text);
    const starts = [0];
    for (const match of this.text.matchAll(LINE_BREAK)) starts.push(match.index + match[0].length);
    this.lineStarts = starts;
  }

  /** Line and column of an offset, both from 1. */
  locate(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.lineStarts.length - 1;
    // The last line that begins at or before the offset; line 0 always does.
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.lineStarts[low] as number) + 1 };
  }
}

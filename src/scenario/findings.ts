import type { Diagnostic } from './diagnostic.js';
import type { Range, Source } from './source.js';

/** More than this helps nobody: the rest shows when these are mended. */
const MOST_OF_A_KIND = 20;

export interface Advice {
  readonly expected?: string;
  readonly hint?: string | undefined;
}

/** Collects what is wrong with one file, so that one reading tells all of it. */
export class Findings {
  private readonly errors: Diagnostic[] = [];
  private readonly warnings: Diagnostic[] = [];
  private readonly warnedOf = new Set<string>();

  constructor(readonly source: Source) {}

  get refused(): boolean {
    return this.errors.length > 0;
  }

  /** Returns undefined, which is then the value that could not be read. */
  error(where: Range, message: string, advice: Advice = {}): undefined {
    this.add(this.errors, 'error', where, message, advice);
    return undefined;
  }

  /** With a `topic`, only the first warning about it is kept. */
  warn(where: Range, message: string, advice: Advice = {}, topic?: string): void {
    if (topic !== undefined && this.warnedOf.has(topic)) return;
    if (topic !== undefined) this.warnedOf.add(topic);
    this.add(this.warnings, 'warning', where, message, advice);
  }

  /** For a hint at the earlier one of two. */
  firstAt(where: Range): string {
    const { line, column } = this.source.locate(where.start);
    return `the first is at ${line}:${column}`;
  }

  sortedWarnings(): Diagnostic[] {
    return [...this.warnings].sort(byPosition);
  }

  /** Errors first: they are why the file was refused. */
  sortedProblems(): Diagnostic[] {
    return [...[...this.errors].sort(byPosition), ...this.sortedWarnings()];
  }

  private add(list: Diagnostic[], severity: Diagnostic['severity'], where: Range, message: string, advice: Advice): void {
    if (list.length >= MOST_OF_A_KIND) return;
    list.push({
      severity,
      file: this.source.file,
      ...this.source.locate(where.start),
      length: Math.max(1, where.end - where.start),
      message,
      ...(advice.expected !== undefined && { expected: advice.expected }),
      ...(advice.hint !== undefined && { hint: advice.hint }),
    });
  }
}

function byPosition(a: Diagnostic, b: Diagnostic): number {
  return a.line - b.line || a.column - b.column;
}

/** A word of the file inside a message: as JSON text. */
export function quoted(word: string): string {
  return JSON.stringify(shortened(word));
}

export function shortened(text: string): string {
  const longest = 40;
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

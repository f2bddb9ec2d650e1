import { type Findings, quoted } from './findings.js';
import { Keys, readWhole, type Scalar } from './read-results-keys.js';
import { type ReadBalance, readBalance } from './read-results-money.js';
import type { ObjectValue } from './read-results-values.js';
import type { ScenarioOperation } from './scenario.js';

/** What one entry says; what it does not say is absent. */
export interface Entry {
  readonly operation?: ScenarioOperation;
  /** The operation as written, where it is none that a scenario can name. */
  readonly unknownOperation?: string;
  readonly branch?: number;
  readonly answer: EntryAnswer;
  /** Where the entry begins in the file, from 1. */
  readonly line: number;
}

/** `done` and `refused` of whatever the operation is; a query that was done has its balance. */
export type EntryAnswer = { readonly kind: 'done' | 'refused' | 'unknown' } | ReadBalance;

export const ENTRY_KEYS = {
  interface: ['interface', 'operation'],
  branch: ['branch', 'dest'],
  result: ['result', 'status'],
  balance: ['balance'],
  money: ['money'],
} as const;
type EntryKeys = Keys<keyof typeof ENTRY_KEYS>;

export function readEntry(findings: Findings, keys: EntryKeys, node: ObjectValue): Entry | undefined {
  const word = keys.scalar('interface')?.text.trim().toLowerCase();
  const operation = word !== undefined && Object.hasOwn(OPERATIONS, word) ? OPERATIONS[word] : undefined;
  const target = keys.scalar('branch');
  const branch = target && !keys.isNull('branch') ? readWhole(findings, target, 'the number of a branch') : undefined;
  const answer = new AnswerReader(findings, keys, node).read(operation);
  const { line } = findings.source.locate(node.start);
  return (
    answer && {
      ...(operation && { operation }),
      ...(word !== undefined && !operation && { unknownOperation: word }),
      ...(branch !== undefined && { branch }),
      answer,
      line,
    }
  );
}

const OPERATIONS: Readonly<Record<string, ScenarioOperation>> = {
  query: 'query',
  deposit: 'deposit',
  withdraw: 'withdraw',
  withdrawal: 'withdraw',
};

type Status = 'done' | 'refused' | 'unknown';

/**
 * The words that are certain. "error" and "timeout" are not among those of a refusal:
 * the operation may have been done all the same.
 */
const STATUS: Readonly<Record<string, Status>> = {
  success: 'done',
  successful: 'done',
  succeeded: 'done',
  ok: 'done',
  true: 'done',
  fail: 'refused',
  failed: 'refused',
  failure: 'refused',
  refused: 'refused',
  rejected: 'refused',
  false: 'refused',
  unknown: 'unknown',
};

class AnswerReader {
  /** `"result": {"balance": 400}` says what an entry with these keys itself says. */
  private readonly nested: EntryKeys | undefined;

  constructor(
    private readonly findings: Findings,
    private readonly keys: EntryKeys,
    private readonly node: ObjectValue,
  ) {
    const result = keys.get('result');
    this.nested = result?.kind === 'object' ? new Keys(findings, result, ENTRY_KEYS) : undefined;
  }

  read(operation: ScenarioOperation | undefined): EntryAnswer | undefined {
    const status = this.status();
    const asksForBalance = operation === 'query' || (operation === undefined && this.shown('balance') !== undefined);
    if (!asksForBalance) return { kind: status ?? this.unclear('an entry without a result') };
    if (status === 'refused' || status === 'unknown') return { kind: status };
    // Some write what a query showed as money; but inputs have money there, too, which means nothing.
    const shown = this.shown('balance') ?? this.numericResult() ?? (status === 'done' ? this.shown('money') : undefined);
    if (!shown) return { kind: this.unclear('a query without a balance') };
    const balance = readBalance(shown.text);
    return balance ?? this.findings.error(shown, `${quoted(shown.text)} is no balance`, { expected: 'a number' });
  }

  private status(): Status | undefined {
    const result = this.nested?.scalar('result') ?? this.keys.scalar('result');
    if (!result || this.numericResult() || this.keys.isNull('result')) return undefined;
    const word = result.text.trim().toLowerCase();
    if (Object.hasOwn(STATUS, word)) return STATUS[word];
    this.findings.warn(result, `what ${quoted(result.text)} means for the operation is not known`, {}, `word ${word}`);
    return 'unknown';
  }

  private shown(key: 'balance' | 'money'): Scalar | undefined {
    const keys = [this.nested, this.keys].find((candidate) => candidate?.scalar(key) && !candidate.isNull(key));
    return keys?.scalar(key);
  }

  private numericResult(): Scalar | undefined {
    const result = this.keys.scalar('result');
    return result && readBalance(result.text) ? result : undefined;
  }

  private unclear(what: string): Status {
    this.findings.warn(this.node, `${what}: nobody can tell what became of it`, {}, what);
    return 'unknown';
  }
}

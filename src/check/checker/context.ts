/** What all checks work on: the history in columns, and what was made of it once. */
import { type AccountId, type BranchId, branchOf, foundedAccount } from '../../domain/ids.js';
import { isOfCustomer, WriteKind } from '../../domain/writes.js';
import type { HistoryHeader } from '../history/header.js';
import { Balances } from './balances.js';
import type { BranchTape } from './branch-tape.js';
import type { Docket } from './docket.js';
import { KnownWrites } from './known-writes.js';
import { Losses } from './losses.js';
import { Requests } from './requests.js';
import { Seals } from './seals.js';
import { NONE, type Tape } from './tape.js';
import type { Observer } from './verdict.js';

export interface CheckerOptions {
  /** Judge by operations and balances alone, whatever else the history says. */
  readonly blackBox?: boolean;
  /** Judge the session guarantees only where an operation asked for them. */
  readonly asked?: boolean;
  /** A branch that crashes keeps its log: nothing that was acknowledged may be lost. */
  readonly durable?: boolean;
  /** How long an operation may take at most, from its beginning to its answer. */
  readonly limitUs?: number;
  /** How many steps the search for sets of writes may take that explain balances; what is left then is unknown. */
  readonly effort?: number;
}

export interface Context {
  readonly facts: HistoryHeader;
  readonly options: CheckerOptions;
  /** Only balances are to be judged, or there is nothing else. */
  readonly isBlack: boolean;
  readonly founded: ReadonlyMap<AccountId, bigint>;
  readonly tape: Tape;
  readonly log: BranchTape;
  readonly writes: KnownWrites;
  readonly requests: Requests;
  readonly balances: Balances;
  readonly losses: Losses;
  readonly seals: Seals;
  readonly docket: Docket;
}

export function contextOf(facts: HistoryHeader, options: CheckerOptions, tape: Tape, log: BranchTape, docket: Docket): Context {
  const writes = new KnownWrites(tape, log);
  const requests = new Requests(tape, log);
  const founded = foundedAccounts(facts);
  const seals = new Seals(tape, log, writes);
  const losses = new Losses(tape, log, requests, seals, options.durable === true);
  const placed = placedOperations(tape, log, requests, losses);
  const balances = new Balances(tape, writes, founded, facts.complete === true, placed);
  const isBlack = options.blackBox === true || isMute(tape, log);
  return { facts, options, isBlack, founded, tape, log, writes, requests, balances, losses, seals, docket };
}

/** 1 for operations of which a log tells what became of them. */
function placedOperations(tape: Tape, log: BranchTape, requests: Requests, losses: Losses): Uint8Array {
  const placed = new Uint8Array(tape.size);
  for (let row = 0; row < log.logged; row++) {
    const kind = log.kind.at(row) as WriteKind;
    // A bank that forgets a void may carry the request out after all.
    const isVoid = kind === WriteKind.void && !losses.mayHaveLost(log.origin.at(row), log.sequence.at(row));
    if (isVoid || isOfCustomer(kind)) for (const asked of requests.askedFor(row) ?? []) placed[asked] = 1;
  }
  return placed;
}

/** There are operations, and none says which writes it made or reflects, nor does any log. */
function isMute(tape: Tape, log: BranchTape): boolean {
  if (tape.size === 0 || log.logged > 0) return false;
  for (let row = 0; row < tape.size; row++) {
    if (tape.vector.at(row) !== NONE || tape.writeOrigin.at(row) !== NONE) return false;
  }
  return true;
}

function foundedAccounts({ foundedMinor }: HistoryHeader): Map<AccountId, bigint> {
  return new Map(foundedMinor.map((minor, k) => [foundedAccount(k + 1), minor]));
}

/** The customer was told the same vector as the log has, so it need not be looked at twice. */
function isToldAlike(tape: Tape, writes: KnownWrites, log: BranchTape, row: number): boolean {
  const operation = writes.operation[writes.upTo(log.origin.at(row), log.sequence.at(row)) - 1] as number;
  const told = operation === NONE ? NONE : tape.vector.at(operation);
  return told !== NONE && tape.vectors.equal(told, log.follows.at(row));
}

/** Every vector that somebody showed: with each the row of the operation, or NONE. */
export interface Seen {
  readonly vector: number;
  readonly row: number;
  /** Whose vector it was, where that is known. */
  readonly branch: BranchId | undefined;
  readonly observer: () => Observer;
}

export function* seenVectors({ tape, log, writes }: Context): Generator<Seen> {
  for (let row = 0; row < tape.size; row++) {
    const vector = tape.vector.at(row);
    if (vector === NONE) continue;
    yield { vector, row, branch: tape.shownBy(row), observer: () => ({ kind: 'operation', operation: tape.operation(row) }) };
  }
  for (let row = 0; row < log.logged; row++) {
    const vector = log.follows.at(row);
    if (vector === NONE || isToldAlike(tape, writes, log, row)) continue;
    const id = { origin: tape.origin(log.origin.at(row)), sequence: log.sequence.at(row) };
    yield { vector, row: NONE, branch: branchOf(id.origin), observer: () => ({ kind: 'write', id }) };
  }
  for (const [branch, { vector }] of log.finals) {
    yield { vector, row: NONE, branch, observer: () => ({ kind: 'final', branch }) };
  }
}

/**
 * What a round with faults is judged on.
 *
 * A branch keeps its log in memory here, so kill -9 takes with it what nobody
 * else had yet: acknowledged or not, such writes are *vanished*, and no branch
 * is blamed for not having them. All else holds without exception: a write of
 * the killed branch that reached any survivor reaches all of them, and what
 * other branches acknowledged is there, once, as it was asked for.
 */
import { checkHistory } from '../../src/check/checker/checker.js';
import type { HistoryVerdict } from '../../src/check/checker/verdict.js';
import { judgeConvergence, type Problem } from '../../src/check/convergence.js';
import { GuaranteeJudge } from '../../src/check/guarantees.js';
import { type History, HistoryProblem, readHistory } from '../../src/check/history/reader.js';
import { WriteIndex } from '../../src/check/write-index.js';
import { has } from '../../src/domain/guarantees.js';
import type { RecordedOperation, RequestName } from '../../src/domain/history.js';
import { type AccountId, type BranchId, branchOf, formatWriteId } from '../../src/domain/ids.js';
import { equalVectors, includesWrite, type VersionVector } from '../../src/domain/vector.js';
import { type AppliedWrite, WriteKind } from '../../src/domain/writes.js';
import { explainHistoryWitness } from '../../src/render/history-sentences.js';

/** A branch in the end, when it was asked for all that it has. */
export interface BranchEnd {
  readonly branch: BranchId;
  readonly vector: VersionVector;
  readonly stateDigest: string;
  readonly balances: ReadonlyMap<AccountId, bigint>;
  readonly parked: number;
  /** In the order in which the branch applied them. */
  readonly writes: readonly AppliedWrite[];
}

export interface RoundRecord {
  /** The history, as it would stand in a file. */
  readonly lines: readonly string[];
  /** Of the branches that are left. */
  readonly ends: readonly BranchEnd[];
  /** Branches that were killed for good, and their logs with them. */
  readonly lost: readonly BranchId[];
  /** Whether a branch that is killed keeps its log: then nothing may be missing. */
  readonly isDurable?: boolean;
  /** What branches wrote to standard error, and who was refused when nothing was broken any more. */
  readonly complaints: readonly string[];
}

export interface Findings {
  /** Everything that is wrong, one sentence each. */
  readonly problems: readonly string[];
  /** How much the judges compared. */
  readonly figures: Figures;
}

/** Comparisons, and how many of them could not be decided; of all that was told, and of operations and balances alone. */
export interface Figures {
  readonly checks: number;
  readonly unknown: number;
  readonly blackChecks: number;
  readonly blackUnknown: number;
}

export function judgeRound(record: RoundRecord): Findings {
  let history: History;
  try {
    history = readHistory(record.lines);
  } catch (error) {
    if (!(error instanceof HistoryProblem)) throw error;
    const problems = [`the history cannot be read: line ${error.line}: ${error.message}`];
    return { problems, figures: { checks: 0, unknown: 0, blackChecks: 0, blackUnknown: 0 } };
  }
  const { operations, header, entries } = history;
  const options = { asked: true, durable: record.isDurable ?? false };
  const grey = checkHistory(header, entries, options);
  const black = checkHistory(header, entries, { ...options, blackBox: true });
  const [checks, unknown] = sums(grey);
  const [blackChecks, blackUnknown] = sums(black);
  const problems = [
    ...record.complaints,
    ...unanswered(operations),
    ...guarantees(operations),
    ...agreement(record.ends),
    ...convergence(record, operations),
    ...effects(record, operations),
    ...conservation(record.ends, header.foundedMinor),
    ...anomalies(grey, ''),
    ...anomalies(black, ', as a black box'),
  ];
  return { problems, figures: { checks, unknown, blackChecks, blackUnknown } };
}

function sums({ families }: HistoryVerdict): readonly [checks: number, unknowns: number] {
  const all = families.flatMap(({ anomalies }) => anomalies);
  return [all.reduce((sum, { checks }) => sum + checks, 0), all.reduce((sum, { unknowns }) => sum + unknowns, 0)];
}

/** How many acknowledged writes were lost with their branch. */
export function vanishedOf({ ends, lost, lines }: RoundRecord): number {
  return readHistory(lines).operations.filter((operation) => isVanished(operation, ends, lost)).length;
}

function isVanished({ write }: RecordedOperation, ends: readonly BranchEnd[], lost: readonly BranchId[]): boolean {
  if (!write || !lost.includes(branchOf(write.origin))) return false;
  return !ends.some(({ vector }) => includesWrite(vector, write));
}

function* anomalies({ families }: HistoryVerdict, how: string): Generator<string> {
  for (const { name, verdict, witness } of families.flatMap((family) => family.anomalies))
    if (verdict === 'violated') yield `${name}${how}${witness ? `: ${explainHistoryWitness(witness)}` : ''}`;
}

function* unanswered(operations: readonly RecordedOperation[]): Generator<string> {
  if (operations.length === 0) yield 'no operation was recorded';
  for (const operation of operations) if (operation.completedAtUs === undefined) yield `${nameOf(operation)} was never answered`;
}

function* guarantees(operations: readonly RecordedOperation[]): Generator<string> {
  // A session that asked for less was promised less.
  const judge = new GuaranteeJudge(new WriteIndex(operations, { complete: true }), true);
  for (const operation of operations) judge.follow(operation);
  for (const { name, verdict, witness } of judge.verdict().guarantees) {
    if (verdict === 'holds') continue;
    const where = witness ? `: ${nameOf(witness.operation)} lacks write ${formatWriteId(witness.missing.id)}` : '';
    yield `${name}: ${verdict}${where}`;
  }
}

function* agreement(ends: readonly BranchEnd[]): Generator<string> {
  const [first, ...others] = ends;
  if (!first) return yield 'no branch is left';
  for (const { branch, parked } of ends) if (parked > 0) yield `branch ${branch} still lets ${parked} requests wait`;
  for (const other of others) {
    if (!equalVectors(first.vector, other.vector))
      yield `branches ${first.branch} and ${other.branch} did not come to the same writes`;
    if (first.stateDigest !== other.stateDigest)
      yield `branches ${first.branch} and ${other.branch} did not come to the same state`;
  }
}

function* convergence({ ends, lost }: RoundRecord, operations: readonly RecordedOperation[]): Generator<string> {
  const expected = operations.filter((operation) => !isVanished(operation, ends, lost));
  const ordered = orderedOf(operations);
  for (const account of ends[0]?.balances.keys() ?? []) {
    const found = ends.map(({ branch, writes, balances }) => ({
      branch,
      writes: writes.map((write) => promised(write, ordered)),
      balanceMinor: balances.get(account) ?? 0n,
    }));
    for (const [rule, { verdict, problem }] of Object.entries(judgeConvergence(found, expected)))
      if (verdict !== 'holds') yield `${rule}, account ${account}: ${verdict}${problem ? `: ${inWords(problem)}` : ''}`;
  }
}

/**
 * The operations that have a place in the order of their session: acknowledged,
 * with monotonic writes, and nothing of the session beside them. Others were
 * promised no order.
 */
function orderedOf(operations: readonly RecordedOperation[]): ReadonlySet<string> {
  const ordered = new Set<string>();
  /** Of each session, what ends last of all that was acknowledged so far. */
  const latest = new Map<string, RecordedOperation>();
  for (const operation of operations) {
    if (operation.outcome !== 'ok' || !has(operation.guarantees, 'monotonic-writes')) continue;
    const session = `${operation.customer}/${operation.session}`;
    const before = latest.get(session);
    const isBeside = before !== undefined && endOf(before) > operation.invokedAtUs;
    if (isBeside) ordered.delete(keyOf(before));
    else ordered.add(keyOf(operation));
    if (!before || endOf(operation) > endOf(before)) latest.set(session, operation);
  }
  return ordered;
}

/** A write as one of a session only where its place in the session counts. */
function promised(write: AppliedWrite, ordered: ReadonlySet<string>): AppliedWrite {
  const { request, ...rest } = write;
  return request && ordered.has(requestKey(request)) ? write : rest;
}

function endOf({ completedAtUs = Infinity }: RecordedOperation): number {
  return completedAtUs;
}

function keyOf({ customer, session = 0, event }: RecordedOperation): string {
  return requestKey({ customer, session, counter: event });
}

function requestKey({ customer, session, counter }: RequestName): string {
  return `${customer}/${session}/${counter}`;
}

function inWords(problem: Problem): string {
  if (problem.kind === 'missing') return `branch ${problem.at} lacks ${formatWriteId(problem.id)}`;
  if (problem.kind === 'session-order' || problem.kind === 'causal-order')
    return `${problem.kind} at branch ${problem.at}, write ${formatWriteId(problem.write.id)}`;
  return `${problem.kind} at branch ${problem.at}`;
}

/** What the customers were told against what the branches have. Convergence makes one branch speak for all. */
function* effects({ ends, lost }: RoundRecord, operations: readonly RecordedOperation[]): Generator<string> {
  const decisions = new Map<string, AppliedWrite>();
  for (const write of ends[0]?.writes ?? []) {
    // A cession decides nothing: a request may have several.
    if (!write.request || write.kind === WriteKind.cede) continue;
    const key = requestKey(write.request);
    if (decisions.has(key)) yield `${formatWriteId(write.id)} decides once more what was decided: ${key}`;
    decisions.set(key, write);
  }
  for (const operation of operations) {
    const decision = decisions.get(keyOf(operation));
    decisions.delete(keyOf(operation));
    if (decision) yield* decided(operation, decision);
    else if (!isVanished(operation, ends, lost)) yield* undecided(operation, lost);
  }
  for (const write of decisions.values()) yield `nobody asked for ${formatWriteId(write.id)}`;
}

function* decided(operation: RecordedOperation, decision: AppliedWrite): Generator<string> {
  const id = formatWriteId(decision.id);
  const isVoid = decision.kind === WriteKind.void;
  if (operation.outcome === 'ok' && isVoid) yield `${nameOf(operation)} was acknowledged, but ${id} refuses it for good`;
  if (operation.outcome === 'fail' && !isVoid) yield `${nameOf(operation)} was refused, but there is ${id}`;
  if (!isVoid && !isSame(decision, operation)) yield `${nameOf(operation)} is not what ${id} says`;
}

function* undecided(operation: RecordedOperation, lost: readonly BranchId[]): Generator<string> {
  const isAcknowledged = operation.outcome === 'ok' && operation.kind !== 'query';
  if (isAcknowledged) yield `${nameOf(operation)} was acknowledged, but no branch has it`;
  // Which branch wrote that is not told, so it may be one that is lost.
  if (operation.final && lost.length === 0) yield `${nameOf(operation)} was refused for good, but no branch has that`;
}

function isSame(write: AppliedWrite, { kind, account, amountMinor, write: acknowledged }: RecordedOperation): boolean {
  const sameId = !acknowledged || formatWriteId(acknowledged) === formatWriteId(write.id);
  return (
    sameId &&
    WriteKind[kind as keyof typeof WriteKind] === write.kind &&
    write.account === account &&
    write.amountMinor === amountMinor
  );
}

/** Transfers and grants move money within the bank. */
function* conservation(ends: readonly BranchEnd[], foundedMinor: readonly bigint[]): Generator<string> {
  const founded = foundedMinor.reduce((sum, balance) => sum + balance, 0n);
  for (const { branch, balances, writes } of ends) {
    const sum = (kind: number) =>
      writes.reduce((total, write) => (write.kind === kind ? total + BigInt(write.amountMinor) : total), 0n);
    const expected = founded + sum(WriteKind.deposit) - sum(WriteKind.withdraw);
    const actual = [...balances.values()].reduce((total, balance) => total + balance, 0n);
    if (actual !== expected) yield `branch ${branch} holds ${actual} where its writes make ${expected}`;
    for (const [account, balance] of balances) if (balance < 0n) yield `account ${account} is overdrawn at branch ${branch}`;
  }
}

function nameOf({ customer, event, kind, branch }: RecordedOperation): string {
  return `customer ${customer}, event ${event} (${kind} at branch ${branch})`;
}

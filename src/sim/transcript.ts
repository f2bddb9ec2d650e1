import type { Hello, PeerMessage } from '../core/messages.js';
import type { Note } from '../core/notes.js';
import type { FaultEvent, RequestName } from '../domain/history.js';
import { type BranchId, branchOf, formatOrigin, type OriginId, type WriteId } from '../domain/ids.js';
import { formatMinor } from '../domain/money.js';
import type { Operation } from '../domain/operations.js';
import { type Outcome, viewVector } from '../domain/outcomes.js';
import type { VersionVector } from '../domain/vector.js';
import { finalReason, lastSequence, successorWith, type WriteBatch, WriteKind } from '../domain/writes.js';
import { unreachable } from '../std/assert.js';
import type { Survival } from './disk.js';
import type { Heard, Mishap } from './network.js';
import type { Answered, Asked, Watcher } from './watcher.js';
import type { World } from './world.js';

/** Everything that happens in a world as lines of text: what a person reads, and what two runs of a seed are compared by. */
export class Transcript implements Watcher {
  private lines: string[] = [];

  constructor(private readonly world: World) {
    world.watch(this);
  }

  /** The lines since the last time. */
  take(): string[] {
    const lines = this.lines;
    this.lines = [];
    return lines;
  }

  asked({ branch, request }: Asked): void {
    const { customer } = request.session;
    this.line(
      `${customer} → ${branch}`,
      `${operationText(request.operation)}${request.counter > 0 ? ` (request ${request.counter})` : ''}`,
    );
  }

  answered({ branch, request, outcome }: Answered): void {
    this.line(`${branch} → ${request.session.customer}`, outcomeText(outcome));
  }

  note(branch: BranchId, note: Note): void {
    const text = noteText(note);
    if (text) this.line(`${branch}`, text);
  }

  sent(from: BranchId, to: BranchId, heard: Heard): void {
    this.line(`${from} → ${to}`, 'batches' in heard ? heard.batches.map(batchText).join(', ') : messageText(heard.message));
  }

  durable(branch: BranchId, batches: readonly WriteBatch[]): void {
    this.line(`${branch}`, `durable: ${batches.map(rangeText).join(', ')}`);
  }

  mishap(from: BranchId, to: BranchId, what: Mishap, heard: () => Heard): void {
    const about = heard();
    const text = 'batches' in about ? about.batches.map(rangeText).join(', ') : messageText(about.message);
    this.line(`${from} ⇢ ${to}`, `${what}: ${text}`);
  }

  crashed(branch: BranchId, { kept, lost, torn }: Survival): void {
    const ranges = (batches: readonly WriteBatch[]) => batches.map(rangeText).join(', ') || 'nothing';
    const open =
      kept.length + lost.length === 0 ? '' : `: of what was not synced it keeps ${ranges(kept)}, loses ${ranges(lost)}`;
    this.line(`${branch}`, `has ended${open}${torn ? ', of one group a part' : ''}`);
  }

  restarted(branch: BranchId): void {
    this.line(`${branch}`, `begins again with ${vectorText(this.world.branch(branch).applied)}`);
  }

  /** What somebody did to the bank. */
  fault({ fault, branches, to, detail }: FaultEvent): void {
    const whom = branches.length > 0 ? ` ${branches.join(' ')}` : '';
    const lines = to ? ` to ${to.join(' ')}` : '';
    this.line('FAULT', `${fault}${whom}${lines}${detail ? ` (${detail})` : ''}`);
  }

  /** What befell a customer's request besides what a branch answered. */
  customer(customer: string, branch: number, what: string): void {
    this.line(`${customer} ⇢ ${branch}`, what);
  }

  private line(who: string, what: string): void {
    this.lines.push(`${formatMs(this.world.timeline.nowMs).padStart(6)}  ${who.padEnd(8)}  ${what}`);
  }
}

export function vectorText(vector: VersionVector): string {
  const entries = [...vector].sort(([a], [b]) => a - b);
  return `{${entries.map(([origin, sequence]) => writeText(origin, sequence)).join(' ')}}`;
}

export function operationText(operation: Operation): string {
  switch (operation.kind) {
    case 'open':
      return `open ${operation.label}`;
    case 'query':
      return `query account ${operation.account}`;
    case 'deposit':
      return `deposit ${minorText(operation.amount)} to account ${operation.account}`;
    case 'withdraw':
      return `withdraw ${minorText(operation.amount)} from account ${operation.account}`;
    case 'transfer':
      return `transfer ${minorText(operation.amount)} from account ${operation.account} to account ${operation.to}`;
    default:
      return unreachable(operation);
  }
}

export function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'balance':
      return `balance ${formatMinor(outcome.balance)} at ${vectorText(viewVector(outcome.view))}`;
    case 'written':
      return `written as ${writeText(outcome.view.origin, outcome.view.own)}`;
    case 'refused':
      return `${outcome.reason}, applied: ${outcome.applied}${outcome.final ? ', for good' : ''}: ${outcome.message}`;
    default:
      return unreachable(outcome);
  }
}

/** What the other lines do not say already. */
function noteText(note: Note): string | undefined {
  switch (note.kind) {
    case 'parked':
      return `parks ${operationText(note.request.operation)}: lacks ${vectorText(note.lacking)}`;
    case 'short':
      return `is short: may pay out ${formatMinor(note.allowance)} for ${operationText(note.request.operation)}`;
    case 'took-in':
      return `takes in ${rangeText(note.batch)} from ${note.from}: ${note.receipt}`;
    case 'forked':
      return `leaves out ${rangeText(note.batch)} from ${note.from}: it has another log of that name`;
    case 'applied':
      return `applies up to ${writeText(note.origin, note.sequence)}`;
    case 'linked':
      return `is linked to ${note.peer}`;
    case 'unlinked':
      return `has lost the link to ${note.peer}`;
    case 'decided':
      return note.outcome.kind === 'written' ? `decides ${operationText(note.request.operation)}` : undefined;
    default:
      // Asking, granting and fetching show in the messages; requests and answers have lines of their own.
      return undefined;
  }
}

function messageText(message: PeerMessage): string {
  switch (message.kind) {
    case 'hello':
      return helloText(message);
    case 'progress':
      return `I have ${vectorText(message.vector)}`;
    case 'fetch':
      return `send me ${writeText(message.origin, message.first)} to ${message.last}`;
    case 'allowance-request': {
      const { account, wanted, place, vector, round } = message;
      const why = `for one of ${minorText(place.amount)}`;
      return `round ${round}: I want ${formatMinor(wanted)} of account ${account} ${why}, I have ${vectorText(vector)}`;
    }
    case 'allowance-reply':
      return `round ${message.round}: I have ${vectorText(message.vector)}`;
    case 'claim':
      return `what has become of request ${requestText(message.request)}, ${rightText(message.by)}?`;
    case 'claim-reply': {
      const { request, write } = message;
      return `request ${requestText(request)}: ${write ? `see ${writeText(write.origin, write.sequence)}` : 'it was answered'}`;
    }
    case 'fence':
      return `promise to take nothing more of branch ${message.branch}${goingOnText(message.successor)}`;
    case 'dismissed':
      return `the bank goes on without ${formatOrigin(message.origin)}`;
    default:
      return unreachable(message);
  }
}

function goingOnText(successor: OriginId | undefined): string {
  return successor === undefined ? '' : ` but from ${formatOrigin(successor)}`;
}

function helloText({ vector, received, wantsAnswer }: Hello): string {
  const besides = received.size > 0 ? ` and hold ${vectorText(received)}` : '';
  return `hello, I have ${vectorText(vector)}${besides}${wantsAnswer ? '; say what you have' : ''}`;
}

/** Why the branch that is asked can tell. */
function rightText(by: WriteId | undefined): string {
  return by ? `yours by ${writeText(by.origin, by.sequence)}` : 'first sent to you';
}

function requestText({ customer, session, counter }: RequestName): string {
  return `${customer}/${session}/${counter}`;
}

function batchText(batch: WriteBatch): string {
  const counterparts = [...batch.counterparts];
  const writes = batch.kinds.map((kind, i) => {
    const amount = minorText(batch.amounts[i] as number);
    const account = batch.accounts[batch.accountIndices[i] as number];
    if (kind === WriteKind.open) return 'open';
    if (kind === WriteKind.deposit) return `deposit ${amount} to ${account}`;
    if (kind === WriteKind.withdraw) return `withdraw ${amount} from ${account}`;
    const session = batch.sessions[(batch.sessionIndices[i] as number) - 1];
    const about = session && requestText({ ...session, counter: batch.counters[i] as number });
    if (kind === WriteKind.void) return `refuse request ${about} for good: ${finalReason(batch.amounts[i] as number)}`;
    const counterpart = counterparts.shift() as number;
    if (kind > WriteKind.void) return changeText(kind, counterpart as BranchId, batch.amounts[i] as number);
    if (kind === WriteKind.cede) return `hand request ${about} to branch ${counterpart}`;
    if (kind === WriteKind.transfer) return `transfer ${amount} from ${account} to ${batch.accounts[counterpart]}`;
    return `grant ${amount} of ${account} to branch ${counterpart}`;
  });
  return `writes ${rangeText(batch)} (${writes.join(', ')})`;
}

/** What is about who belongs to the bank. */
function changeText(kind: WriteKind, branch: BranchId, nonce: number): string {
  if (kind === WriteKind.join) return `branch ${branch} joins`;
  return `${kind === WriteKind.fence ? 'fence off' : 'seal'} branch ${branch}${goingOnText(successorWith(branch, nonce))}`;
}

function rangeText(batch: WriteBatch): string {
  const last = lastSequence(batch);
  const first = writeText(batch.origin, batch.first);
  return last === batch.first ? first : `${first} to ${last}`;
}

/** Short, as each branch has one origin here: branch.sequence. */
function writeText(origin: OriginId, sequence: number): string {
  return `${branchOf(origin)}.${sequence}`;
}

function minorText(minor: number): string {
  return formatMinor(BigInt(minor));
}

function formatMs(ms: number): string {
  return Number.isInteger(ms) ? `${ms}` : ms.toFixed(1);
}

import type { BranchWork, RequestName, WriteRange } from '../domain/history.js';
import type { AccountId, OriginId } from '../domain/ids.js';
import { lastSequence, type WriteBatch, writesOf } from '../domain/writes.js';
import { unreachable } from '../std/assert.js';
import type { Note } from './notes.js';
import type { Request } from './request.js';

/** What a history keeps of a note; nothing of some, of others several things. */
export function* workOf(note: Note): Generator<BranchWork> {
  switch (note.kind) {
    case 'received':
      // Its customer has recorded that it asked.
      return;
    case 'forked':
      return;
    case 'logged':
      for (const write of writesOf(note.batch)) yield { kind: 'logged', write };
      return;
    case 'applied':
      return yield { kind: 'applied', upTo: { origin: note.origin, sequence: note.sequence } };
    case 'parked':
      return yield { kind: 'parked', request: nameOf(note.request), lacking: note.lacking };
    case 'short':
      return yield { kind: 'short', request: nameOf(note.request), allowanceMinor: note.allowance };
    case 'decided':
      return yield { kind: 'decided', request: nameOf(note.request) };
    case 'sent':
      return yield { kind: 'sent', to: note.to, writes: rangeOf(note) };
    case 'took-in':
      return yield { kind: 'received', from: note.from, writes: rangeOfBatch(note.batch), receipt: note.receipt };
    case 'asked':
      return yield { kind: 'asked', peers: note.peers, account: note.account as AccountId, wantedMinor: note.wanted };
    case 'granted':
      return yield { kind: 'granted', to: note.to, account: note.account as AccountId, amountMinor: note.amount };
    case 'fetching':
      return yield { kind: 'fetching', from: note.from, writes: rangeOf(note) };
    case 'linked':
    case 'unlinked':
      return yield { kind: note.kind, peer: note.peer };
    default:
      return unreachable(note);
  }
}

function nameOf({ session, counter }: Request): RequestName {
  return { customer: session.customer, session: session.session, counter };
}

function rangeOf({ origin, first, last }: { origin: OriginId; first: number; last: number }): WriteRange {
  return { origin, first, last };
}

function rangeOfBatch(batch: WriteBatch): WriteRange {
  return { origin: batch.origin, first: batch.first, last: lastSequence(batch) };
}

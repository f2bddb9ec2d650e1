import { expect, it } from 'vitest';
import type { BranchWork } from '../domain/history.js';
import { type AccountId, branchId, type CustomerId, originId } from '../domain/ids.js';
import { emptyBatch, type WriteBatch, WriteKind } from '../domain/writes.js';
import type { Note } from './notes.js';
import { SessionRecord } from './once.js';
import type { Request } from './request.js';
import { workOf } from './work.js';

const ORIGIN = originId(branchId(1), 7);
const [TWO, THREE] = [branchId(2), branchId(3)];
const ACCOUNT = '1' as AccountId;
const request = { session: new SessionRecord('ann' as CustomerId, 5), counter: 3 } as Request;
const name = { customer: 'ann', session: 5, counter: 3 };
const lacking = new Map([[ORIGIN, 4]]);
const writes = { origin: ORIGIN, first: 8, last: 9 };

/** A deposit of ann and, by the branch itself, a grant. */
function batch(): WriteBatch {
  const made = emptyBatch(ORIGIN, 8);
  made.kinds.push(WriteKind.deposit, WriteKind.grant);
  made.accounts.push(ACCOUNT);
  made.accountIndices.push(0, 0);
  made.amounts.push(100, 20);
  made.sessions.push(request.session);
  made.sessionIndices.push(1, 0);
  made.counters.push(3, 0);
  made.counterparts.push(2);
  return made;
}

it.each<[Note, readonly object[]]>([
  [{ kind: 'received', request }, []],
  [
    { kind: 'logged', batch: batch() },
    [
      {
        kind: 'logged',
        write: { id: { origin: ORIGIN, sequence: 8 }, kind: WriteKind.deposit, amountMinor: 100, request: name },
      },
      { kind: 'logged', write: { id: { origin: ORIGIN, sequence: 9 }, kind: WriteKind.grant, amountMinor: 20, receiver: 2 } },
    ],
  ],
  [{ kind: 'applied', origin: ORIGIN, sequence: 4 }, [{ kind: 'applied', upTo: { origin: ORIGIN, sequence: 4 } }]],
  [{ kind: 'parked', request, lacking }, [{ kind: 'parked', request: name, lacking }]],
  [{ kind: 'short', request, allowance: 70n }, [{ kind: 'short', request: name, allowanceMinor: 70n }]],
  [
    { kind: 'decided', request, outcome: { kind: 'written', view: { origin: ORIGIN, own: 8, others: new Map() } } },
    [{ kind: 'decided', request: name }],
  ],
  [{ kind: 'sent', to: TWO, ...writes }, [{ kind: 'sent', to: TWO, writes }]],
  [{ kind: 'took-in', from: TWO, batch: batch(), receipt: 'gap' }, [{ kind: 'received', from: TWO, writes, receipt: 'gap' }]],
  [
    { kind: 'asked', peers: [TWO, THREE], account: ACCOUNT, wanted: 5n },
    [{ kind: 'asked', peers: [TWO, THREE], account: ACCOUNT, wantedMinor: 5n }],
  ],
  [{ kind: 'granted', to: TWO, account: ACCOUNT, amount: 5 }, [{ kind: 'granted', to: TWO, account: ACCOUNT, amountMinor: 5 }]],
  [{ kind: 'fetching', from: TWO, ...writes }, [{ kind: 'fetching', from: TWO, writes }]],
  [{ kind: 'linked', peer: TWO }, [{ kind: 'linked', peer: TWO }]],
  [{ kind: 'unlinked', peer: TWO }, [{ kind: 'unlinked', peer: TWO }]],
])('of a note, a history keeps what others can understand: %o', (note, kept) => {
  const work: BranchWork[] = [...workOf(note)];
  expect(work).toMatchObject(kept);
  expect(work).toHaveLength(kept.length);
  // It passes between processes.
  expect(structuredClone(work)).toEqual(work);
});

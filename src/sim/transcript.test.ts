import { describe, expect, test } from 'vitest';
import { LogWriter } from '../core/log-writer.js';
import type { PeerMessage } from '../core/messages.js';
import { branchId, type CustomerId, foundedAccount, originId } from '../domain/ids.js';
import type { WriteBatch } from '../domain/writes.js';
import { outcomeText, Transcript } from './transcript.js';

const [ONE, TWO] = [branchId(1), branchId(2)];
const ORIGIN = originId(ONE, 7);
const request = { customer: 'ann' as CustomerId, session: 5, counter: 3 };

function batch(): WriteBatch {
  const log = new LogWriter(ORIGIN);
  const asked = { session: { ...request, settledBelow: 0 }, counter: 3 };
  log.transfer(foundedAccount(1), foundedAccount(2), 150, asked);
  log.cede(asked, TWO);
  log.grant(foundedAccount(1), TWO, 50);
  log.void(asked, 'INSUFFICIENT_FUNDS');
  return log.take('') as WriteBatch;
}

/** What branch 1 tells branch 2, without time and names. */
function said(heard: { message: PeerMessage } | { batches: WriteBatch[] }): string {
  const world = { watch: () => undefined, timeline: { nowMs: 0 } };
  const transcript = new Transcript(world as never);
  transcript.sent(ONE, TWO, heard);
  return transcript
    .take()
    .join()
    .replace(/^.*?1 → 2\s+/, '');
}

describe('a line of the transcript', () => {
  test('tells of every write what it does, those between branches too', () => {
    expect(said({ batches: [batch()] })).toBe(
      'writes 1.1 to 4 (transfer 1.5 from 1 to 2, hand request ann/5/3 to branch 2, grant 0.5 of 1 to branch 2, ' +
        'refuse request ann/5/3 for good: INSUFFICIENT_FUNDS)',
    );
  });

  test('says why a branch is asked about a request, and what it answers', () => {
    const write = { origin: ORIGIN, sequence: 2 };
    const claim = (by: typeof write | undefined) => said({ message: { kind: 'claim', request, by } });
    expect(claim(undefined)).toBe('what has become of request ann/5/3, first sent to you?');
    expect(claim(write)).toBe('what has become of request ann/5/3, yours by 1.2?');
    expect(said({ message: { kind: 'claim-reply', request, write } })).toBe('request ann/5/3: see 1.2');
    expect(said({ message: { kind: 'claim-reply', request, write: undefined } })).toBe('request ann/5/3: it was answered');
  });

  test('says what a branch holds besides what it could apply', () => {
    const hello = { kind: 'hello', bankId: 'bank', origin: ORIGIN, vector: new Map([[ORIGIN, 2]]) } as const;
    expect(said({ message: { ...hello, received: new Map(), wantsAnswer: false } })).toBe('hello, I have {1.2}');
    expect(said({ message: { ...hello, received: new Map([[ORIGIN, 9]]), wantsAnswer: true } })).toBe(
      'hello, I have {1.2} and hold {1.9}; say what you have',
    );
  });

  test('tells a refusal for good from one that holds for this attempt', () => {
    const refusal = { kind: 'refused', reason: 'INSUFFICIENT_FUNDS', applied: 'no', message: 'too little', details: {} } as const;
    expect(outcomeText(refusal)).toBe('INSUFFICIENT_FUNDS, applied: no: too little');
    expect(outcomeText({ ...refusal, final: true })).toBe('INSUFFICIENT_FUNDS, applied: no, for good: too little');
  });
});

import type { Logger } from 'pino';
import type { Note } from '../core/notes.js';
import type { Request } from '../core/request.js';
import { type BranchId, formatOrigin, formatWriteId } from '../domain/ids.js';
import type { Outcome } from '../domain/outcomes.js';
import type { VersionVector } from '../domain/vector.js';

/**
 * The structured log of a branch: one JSON object a line on standard error, with
 * the request, its operation, amount, customer and state. The narrative that
 * people read is made from these lines.
 *
 * @param write takes the lines instead of standard error
 */
export async function openLog(branch: BranchId, write?: (line: string) => void): Promise<(note: Note) => void> {
  // Loaded only when somebody wants a log: a bank of a hundred branches starts faster without.
  const { pino } = await import('pino');
  const destination = write ? { write } : pino.destination({ dest: 2, sync: true });
  const logger = pino({ base: { branch }, timestamp: () => `,"time":${Date.now()}` }, destination);
  return (note) => log(logger, note);
}

function log(logger: Logger, note: Note): void {
  switch (note.kind) {
    case 'received':
      return logger.info({ event: 'received', ...request(note.request) });
    case 'parked':
      return logger.info({ event: 'parked', ...request(note.request), lacking: names(note.lacking) });
    case 'short':
      return logger.info({ event: 'short', ...request(note.request), allowanceMinor: `${note.allowance}` });
    case 'decided':
      return logger.info({ event: 'decided', ...request(note.request), ...outcome(note.outcome) });
    case 'took-in': {
      const { origin, first, kinds } = note.batch;
      const last = formatWriteId({ origin, sequence: first + kinds.length - 1 });
      return logger.info({
        event: 'took-in',
        from: note.from,
        first: formatWriteId({ origin, sequence: first }),
        last,
        receipt: note.receipt,
      });
    }
    case 'forked':
      return logger.error({ event: 'forked', from: note.from, origin: formatOrigin(note.batch.origin), first: note.batch.first });
    case 'applied':
      return logger.info({ event: 'applied', upTo: formatWriteId(note) });
    case 'asked':
      return logger.info({ event: 'asked', peers: note.peers, account: note.account, wantedMinor: `${note.wanted}` });
    case 'granted':
      return logger.info({ event: 'granted', to: note.to, account: note.account, amountMinor: note.amount });
    case 'fetching':
      return logger.info({
        event: 'fetching',
        from: note.from,
        origin: formatOrigin(note.origin),
        first: note.first,
        last: note.last,
      });
    // The other branch tells that it got them, and the customer that it was answered.
    case 'logged':
    case 'sent':
      return;
    case 'linked':
    case 'unlinked':
      return logger.info({ event: note.kind, peer: note.peer });
  }
}

function request({ operation, session, counter }: Request): object {
  return {
    customer: session.customer,
    request: counter,
    operation: operation.kind,
    ...('account' in operation ? { account: operation.account } : { label: operation.label }),
    ...('amount' in operation ? { amountMinor: operation.amount } : {}),
    ...('to' in operation ? { to: operation.to } : {}),
  };
}

function outcome(result: Outcome): object {
  switch (result.kind) {
    case 'balance':
      return { state: 'done', balanceMinor: `${result.balance}` };
    case 'written':
      return { state: 'done', write: formatWriteId({ origin: result.view.origin, sequence: result.view.own }) };
    case 'refused':
      return { state: 'refused', reason: result.reason, applied: result.applied, message: result.message };
  }
}

function names(vector: VersionVector): string[] {
  return [...vector].map(([origin, sequence]) => formatWriteId({ origin, sequence }));
}

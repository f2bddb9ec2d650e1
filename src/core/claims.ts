import type { RequestName } from '../domain/history.js';
import type { BranchId, WriteId } from '../domain/ids.js';
import { type MutableVector, raise } from '../domain/vector.js';
import type { Deadline, Deadlines } from './deadlines.js';
import type { PeerMessage } from './messages.js';
import type { Attempt } from './once.js';

export interface ClaimsHost {
  readonly deadlines: Deadlines;
  readonly patienceMs: number;
  now(): number;
  send(peer: BranchId, message: PeerMessage): void;
  /** Nobody has told in time what became of the request. */
  unknown(attempt: Attempt, holder: BranchId): void;
}

interface Claim {
  readonly attempt: Attempt;
  readonly holder: BranchId;
  /** The write by which the holder got the right; none if it is the home. */
  readonly by: WriteId | undefined;
  readonly deadline: Deadline;
  repeat: Deadline | undefined;
  /** What the holder has said to look at: it comes like any other write. */
  write: WriteId | undefined;
}

/**
 * Requests to which another branch has the right. It is asked what became of each,
 * and answers with a write: the effect, the void, or one by which it hands the
 * right over. The branch goes on once it has applied that write, as with a grant:
 * to take the holder's word for it would apply a request twice as soon as two
 * copies of a customer ask at two branches, or the holder forgets.
 */
export class Claims {
  private readonly claims = new Map<Attempt, Claim>();

  constructor(private readonly host: ClaimsHost) {}

  get size(): number {
    return this.claims.size;
  }

  has(attempt: Attempt): boolean {
    return this.claims.has(attempt);
  }

  begin(attempt: Attempt, holder: BranchId, by: WriteId | undefined): void {
    const deadline = this.host.deadlines.add(attempt.request.deadlineMs, () => {
      this.end(attempt);
      this.host.unknown(attempt, holder);
    });
    const claim: Claim = { attempt, holder, by, deadline, repeat: undefined, write: undefined };
    this.claims.set(attempt, claim);
    this.ask(claim, 1);
  }

  /** The holder has named the write that tells. */
  answered(attempt: Attempt, write: WriteId): void {
    const claim = this.claims.get(attempt);
    if (!claim) return;
    claim.write = write;
    claim.repeat?.cancel();
  }

  /** Something is known of the request now, or nobody wants to know any more. */
  end(attempt: Attempt): void {
    const claim = this.claims.get(attempt);
    claim?.deadline.cancel();
    claim?.repeat?.cancel();
    this.claims.delete(attempt);
  }

  /** Writes that tell what became of requests and are not here yet. */
  wanted(): MutableVector {
    const wanted: MutableVector = new Map();
    for (const { write } of this.claims.values()) if (write) raise(wanted, write.origin, write.sequence);
    return wanted;
  }

  /** Those that wait for word of a branch that has left the bank. */
  strandedWithout(isMember: (branch: BranchId) => boolean): { attempt: Attempt; holder: BranchId; by: WriteId | undefined }[] {
    return [...this.claims.values()].filter(({ holder }) => !isMember(holder));
  }

  takeAll(): Attempt[] {
    const attempts = [...this.claims.keys()];
    for (const attempt of attempts) this.end(attempt);
    return attempts;
  }

  /** The question or its answer may be lost; each time it is given longer. */
  private ask(claim: Claim, patiences: number): void {
    this.host.send(claim.holder, { kind: 'claim', request: nameOf(claim.attempt), by: claim.by });
    const atMs = this.host.now() + patiences * this.host.patienceMs;
    claim.repeat = this.host.deadlines.add(atMs, () => this.ask(claim, patiences * 2));
  }
}

function nameOf({ request: { session, counter } }: Attempt): RequestName {
  return { customer: session.customer, session: session.session, counter };
}

import type { OriginId, WriteId } from '../domain/ids.js';
import type { Deadline, Deadlines } from './deadlines.js';
import type { Peers } from './peers.js';

interface Waiting {
  readonly sequence: number;
  readonly done: (count: number) => void;
  readonly deadline: Deadline;
}

interface WaitingElsewhere extends Omit<Waiting, 'sequence'> {
  readonly id: WriteId;
  readonly needed: number;
}

/**
 * Writes that are answered only when enough branches have durably applied
 * them. Own ones that need the same number are answered in log order, because a
 * branch that has one has all before it.
 */
export class Acknowledgements {
  private readonly byNeed = new Map<number, Waiting[]>();
  /** Writes that other branches accepted, and that were asked for again here. */
  private readonly elsewhere = new Set<WaitingElsewhere>();
  private count = 0;

  constructor(
    private readonly self: OriginId,
    private readonly peers: Peers,
    private readonly deadlines: Deadlines,
  ) {}

  get size(): number {
    return this.count;
  }

  /** `done` gets the number of branches that have the write: at least `needed`, or fewer at the deadline. */
  wait(id: WriteId, needed: number, deadlineMs: number, done: (count: number) => void): void {
    if (id.origin === this.self) this.waitForOwn(id.sequence, needed, deadlineMs, done);
    else this.waitForOther(id, needed, deadlineMs, done);
  }

  private waitForOther(id: WriteId, needed: number, deadlineMs: number, done: (count: number) => void): void {
    const count = this.peers.countWithOther(id);
    if (count >= needed) return done(count);
    const waiting: WaitingElsewhere = {
      id,
      needed,
      done,
      deadline: this.deadlines.add(deadlineMs, () => this.endOther(waiting)),
    };
    this.elsewhere.add(waiting);
    this.count += 1;
  }

  private waitForOwn(sequence: number, needed: number, deadlineMs: number, done: (count: number) => void): void {
    if (this.peers.appliedBy(needed) >= sequence) return done(needed);
    let queue = this.byNeed.get(needed);
    if (!queue) this.byNeed.set(needed, (queue = []));
    const mine: Waiting[] = queue;
    const waiting: Waiting = {
      sequence,
      done,
      deadline: this.deadlines.add(deadlineMs, () => {
        mine.splice(mine.indexOf(waiting), 1);
        this.count -= 1;
        done(this.peers.countWith(sequence));
      }),
    };
    // A retry asks about an earlier write than those that came meanwhile.
    let at = queue.length;
    while (at > 0 && (queue[at - 1] as Waiting).sequence > sequence) at -= 1;
    queue.splice(at, 0, waiting);
    this.count += 1;
  }

  /** Answers everyone with what there is, for a branch that closes. */
  giveUp(): void {
    for (const waiting of this.elsewhere) this.endOther(waiting);
    for (const queue of this.byNeed.values()) {
      for (const waiting of queue.splice(0)) {
        waiting.deadline.cancel();
        this.count -= 1;
        waiting.done(this.peers.countWith(waiting.sequence));
      }
    }
  }

  release(): void {
    for (const waiting of this.elsewhere) {
      if (this.peers.countWithOther(waiting.id) >= waiting.needed) this.endOther(waiting);
    }
    for (const [needed, queue] of this.byNeed) {
      if (queue.length === 0) continue;
      const reached = this.peers.appliedBy(needed);
      let ready = 0;
      while (ready < queue.length && (queue[ready] as Waiting).sequence <= reached) ready += 1;
      for (const waiting of queue.splice(0, ready)) {
        waiting.deadline.cancel();
        this.count -= 1;
        waiting.done(needed);
      }
    }
  }

  private endOther(waiting: WaitingElsewhere): void {
    waiting.deadline.cancel();
    this.elsewhere.delete(waiting);
    this.count -= 1;
    waiting.done(this.peers.countWithOther(waiting.id));
  }
}

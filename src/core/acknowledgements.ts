import type { Deadline, Deadlines } from './deadlines.js';
import type { Peers } from './peers.js';

interface Waiting {
  readonly sequence: number;
  readonly done: (count: number) => void;
  readonly deadline: Deadline;
}

/**
 * Own writes that are answered only when enough branches have durably applied
 * them. Writes that need the same number are answered in log order, because a
 * branch that has one has all before it.
 */
export class Acknowledgements {
  private readonly byNeed = new Map<number, Waiting[]>();
  private count = 0;

  constructor(
    private readonly peers: Peers,
    private readonly deadlines: Deadlines,
  ) {}

  get size(): number {
    return this.count;
  }

  /** `done` gets the number of branches that have the write: at least `needed`, or fewer at the deadline. */
  wait(sequence: number, needed: number, deadlineMs: number, done: (count: number) => void): void {
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
    for (const queue of this.byNeed.values()) {
      for (const waiting of queue.splice(0)) {
        waiting.deadline.cancel();
        this.count -= 1;
        waiting.done(this.peers.countWith(waiting.sequence));
      }
    }
  }

  release(): void {
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
}

import type { OriginId } from '../domain/ids.js';
import { type MutableVector, missing, type VersionVector } from '../domain/vector.js';
import type { Deadline, Deadlines } from './deadlines.js';
import type { Request } from './request.js';

interface Parked {
  readonly request: Request;
  readonly demands: readonly VersionVector[];
  readonly deadline: Deadline;
}

/**
 * Requests whose branch lacks writes that their session has made or seen. Each
 * waits in the queue of one origin that it lacks, so that a write that arrives
 * looks only at those who wait for its origin.
 */
export class Parking {
  private readonly byOrigin = new Map<OriginId, Set<Parked>>();
  private count = 0;

  constructor(
    private readonly applied: VersionVector,
    private readonly deadlines: Deadlines,
  ) {}

  get size(): number {
    return this.count;
  }

  /** Parks the request if the branch lacks anything of `demands`; else returns false. */
  park(request: Request, demands: readonly VersionVector[], onDeadline: (lacking: VersionVector) => void): boolean {
    const origin = this.firstLacking(demands);
    if (origin === undefined) return false;
    const parked: Parked = {
      request,
      demands,
      deadline: this.deadlines.add(request.deadlineMs, () => {
        this.remove(parked);
        onDeadline(this.lacking(demands));
      }),
    };
    this.enqueue(origin, parked);
    this.count += 1;
    return true;
  }

  /** After the vector advanced: the requests that lack nothing any more, in order of arrival. */
  release(advanced: Iterable<OriginId>): Request[] {
    const released: Request[] = [];
    for (const origin of advanced) {
      for (const parked of this.byOrigin.get(origin) ?? []) {
        const next = this.firstLacking(parked.demands);
        if (next === origin) continue;
        this.dequeue(origin, parked);
        if (next !== undefined) {
          this.enqueue(next, parked);
          continue;
        }
        parked.deadline.cancel();
        this.count -= 1;
        released.push(parked.request);
      }
    }
    return released;
  }

  /** All that any parked request lacks. */
  wanted(): MutableVector {
    const wanted: MutableVector = new Map();
    for (const queue of this.byOrigin.values()) {
      for (const parked of queue) {
        for (const [origin, sequence] of this.lacking(parked.demands)) {
          wanted.set(origin, Math.max(sequence, wanted.get(origin) ?? 0));
        }
      }
    }
    return wanted;
  }

  /** Takes out those that need not wait any longer. */
  take(isChosen: (request: Request) => boolean): Request[] {
    const chosen = [...this.byOrigin.values()].flatMap((queue) => [...queue]).filter(({ request }) => isChosen(request));
    for (const parked of chosen) {
      parked.deadline.cancel();
      this.remove(parked);
    }
    return chosen.map(({ request }) => request);
  }

  lacking(demands: readonly VersionVector[]): MutableVector {
    const lacking: MutableVector = new Map();
    for (const demand of demands) {
      for (const [origin, sequence] of missing(this.applied, demand)) {
        lacking.set(origin, Math.max(sequence, lacking.get(origin) ?? 0));
      }
    }
    return lacking;
  }

  private firstLacking(demands: readonly VersionVector[]): OriginId | undefined {
    for (const demand of demands) {
      for (const [origin, sequence] of demand) {
        if ((this.applied.get(origin) ?? 0) < sequence) return origin;
      }
    }
    return undefined;
  }

  private enqueue(origin: OriginId, parked: Parked): void {
    const queue = this.byOrigin.get(origin);
    if (queue) queue.add(parked);
    else this.byOrigin.set(origin, new Set([parked]));
  }

  private dequeue(origin: OriginId, parked: Parked): void {
    const queue = this.byOrigin.get(origin);
    queue?.delete(parked);
    if (queue?.size === 0) this.byOrigin.delete(origin);
  }

  private remove(parked: Parked): void {
    for (const origin of [...this.byOrigin.keys()]) this.dequeue(origin, parked);
    this.count -= 1;
  }
}

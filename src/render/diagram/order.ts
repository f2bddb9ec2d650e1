import { Heap } from '../../std/heap.js';

/** Something on a lane; `seq` is the order of recording, which decides between equal times. */
export interface Placed {
  readonly lane: number;
  readonly atUs: number;
}

export interface Edge {
  readonly from: number;
  readonly to: number;
}

/**
 * An order in which all of it can have happened, close to that of the times:
 * along a lane by time, and the tail of an arrow before its tip. Clocks of real
 * processes differ a little, so times alone would let an effect precede its
 * cause. Arrows that would close a circle are `dropped`.
 */
export function inOrder(items: readonly Placed[], arrows: readonly Edge[]): { order: number[]; dropped: Set<Edge> } {
  const earlier = (a: number, b: number) => (items[a] as Placed).atUs - (items[b] as Placed).atUs || a - b;
  const byTime = items.map((_, i) => i).sort(earlier);
  return new Sorting(byTime, [...alongLanes(byTime, items), ...arrows], earlier).run();
}

function* alongLanes(byTime: readonly number[], items: readonly Placed[]): Iterable<Edge> {
  const last = new Map<number, number>();
  for (const to of byTime) {
    const { lane } = items[to] as Placed;
    const from = last.get(lane);
    if (from !== undefined) yield { from, to };
    last.set(lane, to);
  }
}

/** Kahn's algorithm, always taking the earliest of those that can come next. */
class Sorting {
  private readonly followers: Edge[][];
  private readonly waitsFor: number[];
  private readonly done: boolean[];
  private readonly ready: Heap<number>;
  private readonly order: number[] = [];
  private readonly dropped = new Set<Edge>();

  constructor(
    private readonly byTime: readonly number[],
    edges: readonly Edge[],
    earlier: (a: number, b: number) => number,
  ) {
    this.followers = byTime.map(() => []);
    this.waitsFor = byTime.map(() => 0);
    this.done = byTime.map(() => false);
    this.ready = new Heap((a, b) => earlier(a, b) < 0);
    for (const edge of edges) {
      this.followers[edge.from]?.push(edge);
      this.waitsFor[edge.to] = (this.waitsFor[edge.to] as number) + 1;
    }
    for (const i of byTime) if (this.waitsFor[i] === 0) this.ready.push(i);
  }

  run(): { order: number[]; dropped: Set<Edge> } {
    for (const i of this.byTime) {
      this.takeReady();
      // Still here: it is in a circle, for clocks differ by more than a message
      // takes. As the earliest of all that is left it goes, without what leads to it.
      if (!this.done[i]) this.take(i);
    }
    this.takeReady();
    return { order: this.order, dropped: this.dropped };
  }

  private takeReady(): void {
    for (let i = this.ready.pop(); i !== undefined; i = this.ready.pop()) if (!this.done[i]) this.take(i);
  }

  private take(i: number): void {
    this.done[i] = true;
    this.order.push(i);
    for (const edge of this.followers[i] as Edge[]) {
      // What lies ahead on the lane is never done yet, so this is an arrow.
      if (this.done[edge.to]) this.dropped.add(edge);
      else if ((this.waitsFor[edge.to] = (this.waitsFor[edge.to] as number) - 1) === 0) this.ready.push(edge.to);
    }
  }
}

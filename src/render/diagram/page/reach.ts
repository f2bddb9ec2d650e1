/** Which of many things, each from one height to another, can be seen between two heights. */
export class Reach {
  /** Indices, by where they begin. */
  private readonly order: readonly number[];
  /** How far down any of those so far reaches. */
  private readonly lowest: number[] = [];

  constructor(private readonly ranges: readonly (readonly [number, number])[]) {
    this.order = ranges.map((_, i) => i).sort((a, b) => this.from(a) - this.from(b));
    let lowest = Number.NEGATIVE_INFINITY;
    for (const i of this.order) this.lowest.push((lowest = Math.max(lowest, this.to(i))));
  }

  *between(top: number, bottom: number): Iterable<number> {
    let [low, high] = [0, this.order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lowest[middle] as number) < top) low = middle + 1;
      else high = middle;
    }
    for (let place = low; place < this.order.length; place++) {
      const i = this.order[place] as number;
      if (this.from(i) > bottom) return;
      if (this.to(i) >= top) yield i;
    }
  }

  private from(i: number): number {
    return this.ranges[i]?.[0] ?? 0;
  }

  private to(i: number): number {
    return this.ranges[i]?.[1] ?? 0;
  }
}

/**
 * Random numbers from a seed: sfc32 (Chris Doty-Humphrey, PractRand), 128 bits
 * of state. The same seed gives the same numbers on every machine, so a seed is
 * all that a failing run has to report.
 */
export class Rng {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: number) {
    // Seeds are small and alike: their low and high halves are mixed, and the
    // first numbers thrown away, until neighbours have nothing in common.
    this.a = seed >>> 0;
    this.b = Math.floor(seed / 2 ** 32) >>> 0;
    this.c = 0x9e3779b9;
    for (let i = 0; i < 16; i++) this.uint32();
  }

  uint32(): number {
    const sum = (this.a + this.b + this.counter) >>> 0;
    this.counter = (this.counter + 1) >>> 0;
    this.a = (this.b ^ (this.b >>> 9)) >>> 0;
    this.b = (this.c + (this.c << 3)) >>> 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) >>> 0;
    return sum;
  }

  /** From 0 to just below 1, with 53 random bits. */
  fraction(): number {
    return ((this.uint32() >>> 5) * 2 ** 26 + (this.uint32() >>> 6)) / 2 ** 53;
  }

  /** An integer from `low` to `high`, both included; at most 2^53 - 1 apart. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.integer(0, items.length - 1)] as T;
  }

  /** A new order of the items (Fisher and Yates). */
  shuffled<T>(items: readonly T[]): T[] {
    const order = [...items];
    for (let i = order.length - 1; i > 0; i--) {
      const j = this.integer(0, i);
      [order[i], order[j]] = [order[j] as T, order[i] as T];
    }
    return order;
  }

  /** Numbers of their own, so that what draws more there changes nothing here. */
  fork(): Rng {
    return new Rng(this.integer(0, Number.MAX_SAFE_INTEGER));
  }
}

/**
 * What the writes up to a number did to one account, origin by origin: lists of
 * indices of writes that touch it, with running sums. One entry costs 16 bytes;
 * sums beyond what a double holds exactly are bigints.
 */
/** Adds up exactly, in numbers while they are safe. */
class RunningSums {
  private readonly small: number[] = [];
  private large: bigint[] | undefined;

  push(effect: number): void {
    const k = this.small.length;
    if (this.large) {
      this.large.push((this.large[k - 1] ?? 0n) + BigInt(effect));
      this.small.push(0);
      return;
    }
    const sum = (k === 0 ? 0 : (this.small[k - 1] as number)) + effect;
    if (!Number.isSafeInteger(sum)) {
      this.large = [];
      for (let i = 0; i < k; i++) this.large.push(BigInt(this.small[i] as number));
      return this.push(effect);
    }
    this.small.push(sum);
  }

  at(k: number): bigint {
    return this.large ? (this.large[k] as bigint) : BigInt(this.small[k] as number);
  }
}

/** Small lists, many of them: those of one key in rising order of what is pushed. */
export class Series {
  readonly members: number[] = [];
  private readonly sums = new RunningSums();

  push(member: number, effect: number): void {
    this.members.push(member);
    this.sums.push(effect);
  }

  /** How many members are below `limit`. */
  below(limit: number): number {
    const { members } = this;
    let low = 0;
    let high = members.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((members[middle] as number) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The sum of the effects of all members below `limit`. */
  sumBelow(limit: number): bigint {
    const count = this.below(limit);
    return count === 0 ? 0n : this.sums.at(count - 1);
  }
}

/** Series by two or three small numbers. */
export class SeriesTable {
  private readonly table = new Map<number, Series>();

  constructor(private readonly width: number) {}

  add(key: number, origin: number, member: number, effect: number): void {
    const place = key * this.width + origin;
    let series = this.table.get(place);
    if (!series) this.table.set(place, (series = new Series()));
    series.push(member, effect);
  }

  get(key: number, origin: number): Series | undefined {
    return this.table.get(key * this.width + origin);
  }
}

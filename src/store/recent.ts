/** Bytes of the batches that were appended last, by place: nearly all reads are of what was just written. */
export class Recent {
  private readonly bytes = new Map<number, Uint8Array>();
  private total = 0;

  constructor(private readonly limit: number) {}

  get(place: number): Uint8Array | undefined {
    return this.bytes.get(place);
  }

  add(place: number, bytes: Uint8Array): void {
    this.bytes.set(place, bytes);
    this.total += bytes.length;
  }

  /** Forgets the oldest until it is small enough; what is not `written` can be read nowhere else yet. */
  shrink(writtenBefore: number): void {
    for (const [place, bytes] of this.bytes) {
      if (this.total <= this.limit || place >= writtenBefore) return;
      this.bytes.delete(place);
      this.total -= bytes.length;
    }
  }
}

/** Writes that are read in one go: a few milliseconds of work. */
const WRITES_AT_ONCE = 2000;
/** What a batch costs besides its writes, in writes. */
const BATCH_COST = 10;

/** Nobody waits for the work any more. */
export class Unwanted extends Error {}

/** Long work on the log in slices; between them all else that has come has its turn. */
export class Slices {
  private sincePause = 0;

  constructor(
    private readonly isWanted: () => boolean,
    private readonly pause: () => Promise<void> = nextTurn,
  ) {}

  /** A batch of so many writes was read. */
  async read(writes: number): Promise<void> {
    this.sincePause += writes + BATCH_COST;
    if (this.sincePause < WRITES_AT_ONCE) return;
    this.sincePause = 0;
    await this.pause();
    this.check();
  }

  /** Rejects what nobody waits for. */
  check(): void {
    if (!this.isWanted()) throw new Unwanted('nobody waits for it any more');
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

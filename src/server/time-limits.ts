/** For whoever sets no deadline. */
const DEFAULT_TIMEOUT_MS = 10_000;
/** A deadline of gRPC is answered this long before it, so that the caller hears why. */
const MOST_MARGIN_MS = 100;

/** How long requests may take: what their senders say, and no longer than the branch allows. */
export class TimeLimits {
  constructor(private readonly mostMs: number) {}

  /** When to answer a call at the latest, on the branch's clock. */
  ofCall(call: { getDeadline(): Date | number }): number {
    const deadline = Number(call.getDeadline());
    if (!Number.isFinite(deadline)) return this.after(DEFAULT_TIMEOUT_MS);
    const timeoutMs = deadline - Date.now();
    return this.after(timeoutMs - Math.min(MOST_MARGIN_MS, timeoutMs / 10));
  }

  /** The same of an operation of a stream; who sent it has left a margin. */
  ofStreamed(timeoutMs: number, nowMs: number): number {
    return this.after(timeoutMs || DEFAULT_TIMEOUT_MS, nowMs);
  }

  private after(timeoutMs: number, nowMs = performance.now()): number {
    return nowMs + Math.min(timeoutMs, this.mostMs);
  }
}

import type { BranchId, OriginId } from '../domain/ids.js';
import type { PeerMessageShape } from '../wire/messages.js';

/** What both ends of a propagation stream have in common, whoever dialled. */
export interface FrameStream {
  write(frame: { messages: PeerMessageShape[] }): boolean;
  /** Ends this direction and lets the stream go. */
  stop(): void;
}

/** Simulated slowness between branches: every frame takes `delayMs`, give or take up to `jitterMs`. */
export interface Slowness {
  readonly delayMs: number;
  readonly jitterMs: number;
}

/** Messages of one turn travel together, up to about this many bytes. */
const FRAME_BYTES = 256 * 1024;

/**
 * The sending half of one stream to one peer. Messages of a turn are coalesced
 * into a frame; frames keep their order, also under jitter, as TCP would.
 */
export class Link {
  private messages: PeerMessageShape[] = [];
  private bytes = 0;
  private flushing = false;
  private stopped = false;
  private lastArrivalMs = 0;
  private readonly underway = new Set<NodeJS.Timeout>();

  constructor(
    readonly peer: BranchId,
    readonly origin: OriginId | undefined,
    private readonly stream: FrameStream,
    private readonly slowness: Slowness,
  ) {}

  send(message: PeerMessageShape, bytes: number): void {
    this.messages.push(message);
    this.bytes += bytes;
    if (this.bytes >= FRAME_BYTES) this.flush();
    if (this.flushing) return;
    this.flushing = true;
    queueMicrotask(() => {
      this.flushing = false;
      this.flush();
    });
  }

  stop(): void {
    if (this.stopped) return;
    this.stopped = true;
    for (const timer of this.underway) clearTimeout(timer);
    this.stream.stop();
  }

  private flush(): void {
    if (this.messages.length === 0 || this.stopped) return;
    const frame = { messages: this.messages };
    this.messages = [];
    this.bytes = 0;
    const { delayMs, jitterMs } = this.slowness;
    if (delayMs === 0 && jitterMs === 0) this.stream.write(frame);
    else this.writeLater(frame, delayMs + (Math.random() * 2 - 1) * jitterMs);
  }

  private writeLater(frame: { messages: PeerMessageShape[] }, delayMs: number): void {
    const now = performance.now();
    this.lastArrivalMs = Math.max(this.lastArrivalMs, now + Math.max(0, delayMs));
    const timer = setTimeout(() => {
      this.underway.delete(timer);
      this.stream.write(frame);
    }, this.lastArrivalMs - now);
    this.underway.add(timer);
  }
}

import type { PeerMessage } from '../core/messages.js';
import type { BranchId } from '../domain/ids.js';
import type { Transport, TransportEvents } from '../driver/ports.js';
import { assert } from '../std/assert.js';
import type { Rng } from '../std/rng.js';
import { type PeerMessageShape, pb } from '../wire/messages.js';
import { packPeerMessage, unpackPeerMessage } from '../wire/peer-messages.js';
import { decodeWriteBatch } from '../wire/write-batch.js';
import { Lines, lineOf } from './lines.js';
import { Link } from './link.js';
import type { NetworkPlan } from './plan.js';
import type { Timeline } from './timeline.js';

/** What somebody who listens on the line hears of a message as it leaves: what the receiver will. */
export type Heard = ReturnType<typeof hear>;

/** What befell one message on an open link. */
export type Mishap = 'lost' | 'doubled' | 'replayed' | 'out of order' | 'broken off';

export interface NetworkWatcher {
  sent(from: BranchId, to: BranchId, heard: Heard, bytes: Uint8Array): void;
  mishap(from: BranchId, to: BranchId, what: Mishap, heard: () => Heard): void;
}

/** How often a message on an open link meets with a mishap. */
export interface Lossiness {
  readonly loss: number;
  readonly duplication: number;
  readonly replay: number;
  readonly reordering: number;
}

/** Of each line, so many of the last messages may come again. */
const REMEMBERED = 12;
/** A message that waits for nobody, or comes again, takes up to so many times as long. */
const STRAY = 5;

/** One branch's end of what joins it to another. */
interface End {
  readonly self: BranchId;
  readonly peer: BranchId;
  /** The link as this end sees it: broken for a while before it is noticed. */
  link: Link | undefined;
  dialling: 'some time' | 'urgently' | undefined;
  waiting: PeerMessage[];
  /** What this end has sent lately. */
  readonly said: Uint8Array[];
}

/**
 * Links between branches, as bytes: what is sent goes through the real codec.
 * While nothing is lossy, messages on a link arrive in order; they are reordered
 * across links and lost when a link breaks. While a line is blocked they wait, as
 * in a TCP connection.
 */
export class Network {
  private readonly ends = new Map<string, End>();
  private readonly events = new Map<BranchId, TransportEvents>();
  private readonly lines: Lines;
  private readonly down = new Set<BranchId>();
  private lossy: Lossiness | undefined;
  /** Ends whose dial has met a blocked line or nobody: they try again when that changes, not before, so that an idle world stands still. */
  private postponed: End[] = [];

  constructor(
    private readonly timeline: Timeline,
    private readonly rng: Rng,
    private readonly config: NetworkPlan,
    private readonly watcher: NetworkWatcher,
  ) {
    this.lines = new Lines(rng, config.delayMs);
  }

  attach(branch: BranchId, events: TransportEvents): void {
    this.events.set(branch, events);
  }

  port(self: BranchId): Transport {
    return {
      dial: (peer, urgent) => this.dial(this.end(self, peer), urgent),
      send: (peer, message) => this.send(this.end(self, peer), message),
      // Everybody knows where everybody is.
      meet: () => {},
      part: () => {},
      forward: (peer, batches) => this.transmit(this.end(self, peer), { writes: { batches: [...batches] } }),
    };
  }

  /** Nothing passes from one branch to the other until it is unblocked as often. */
  block(from: BranchId, to: BranchId): void {
    this.lines.block(from, to);
  }

  unblock(from: BranchId, to: BranchId): void {
    if (this.lines.unblock(from, to)) this.freed(from, to);
  }

  /** The line is free, whatever blocked it. */
  free(from: BranchId, to: BranchId): void {
    if (this.lines.free(from, to)) this.freed(from, to);
  }

  private freed(from: BranchId, to: BranchId): void {
    this.linkOf(from, to)?.release(from, to);
    this.attemptPostponed();
  }

  /** From now on messages on open links meet with mishaps; without an argument, none does. */
  trouble(lossy?: Lossiness): void {
    this.lossy = lossy;
  }

  /** The link breaks: what is under way is lost, and each end notices after a while. */
  breakLink(a: BranchId, b: BranchId): void {
    // Both may have dialled at once: then each end has another one.
    for (let link = this.linkOf(a, b); link; link = this.linkOf(a, b)) this.breakOne(a, b, link);
  }

  private breakOne(a: BranchId, b: BranchId, link: Link): void {
    link.break();
    for (const end of [this.end(a, b), this.end(b, a)]) {
      if (end.link === link) this.timeline.after(this.linkDelay(), () => this.close(end, link));
      else if (end.dialling) this.attempt(end);
    }
  }

  /** The process ends: its links break, and nobody can reach it. */
  leave(branch: BranchId): void {
    this.down.add(branch);
    // Also those that are not there yet, and were dialled.
    const dialled = [...this.ends.values()].flatMap(({ self, peer }) => (self === branch ? peer : []));
    for (const peer of new Set([...this.events.keys(), ...dialled])) {
      if (peer === branch) continue;
      this.breakLink(branch, peer);
      const end = this.end(branch, peer);
      end.link = undefined;
      end.dialling = undefined;
      end.waiting = [];
    }
  }

  /** The process is there again, with no link. */
  join(branch: BranchId): void {
    this.down.delete(branch);
    this.attemptPostponed();
  }

  private send(end: End, message: PeerMessage): void {
    if (end.link) return this.transmit(end, packPeerMessage(message));
    end.waiting.push(message);
    this.dial(end, true);
  }

  private transmit(end: End, message: PeerMessageShape): void {
    const link = end.link;
    if (!link) return;
    const bytes = pb.PeerMessage.encode(message).finish();
    this.watcher.sent(end.self, end.peer, hear(bytes), bytes);
    if (this.lossy) this.transmitBadly(end, link, bytes, this.lossy);
    else this.carry(link, end, bytes);
  }

  private transmitBadly(end: End, link: Link, bytes: Uint8Array, lossy: Lossiness): void {
    const { rng } = this;
    const mishap = (what: Mishap, about: Uint8Array) => this.watcher.mishap(end.self, end.peer, what, () => hear(about));
    if (rng.chance(lossy.replay) && end.said.length > 0) {
      const old = rng.pick(end.said);
      mishap('replayed', old);
      this.stray(link, end, old);
    }
    if (end.said.push(bytes) > REMEMBERED) end.said.shift();
    if (rng.chance(lossy.loss)) return mishap('lost', bytes);
    if (rng.chance(lossy.duplication)) {
      mishap('doubled', bytes);
      this.stray(link, end, bytes);
    }
    if (!rng.chance(lossy.reordering)) return this.carry(link, end, bytes);
    mishap('out of order', bytes);
    this.stray(link, end, bytes);
  }

  private deliver(sender: End, heard: Heard): void {
    const events = this.eventsOf(sender.peer);
    if ('batches' in heard) events.writes(sender.self, heard.batches);
    else events.message(sender.self, heard.message);
  }

  private dial(end: End, urgent: boolean): void {
    if (end.link || end.dialling === 'urgently' || (end.dialling && !urgent)) return;
    end.dialling = urgent ? 'urgently' : 'some time';
    if (urgent) this.attempt(end);
    else this.timeline.after(this.rng.integer(...this.config.unhurriedMs), () => this.attempt(end));
  }

  private attempt(end: End): void {
    this.timeline.after(this.linkDelay(), () => {
      const other = this.end(end.peer, end.self);
      // The other branch may have dialled, too: its link is here or on its way.
      if (!end.dialling || (other.link && !other.link.isBroken)) return;
      if (
        this.lines.isBlocked(end.self, end.peer) ||
        this.lines.isBlocked(end.peer, end.self) ||
        this.down.has(end.peer) ||
        !this.events.has(end.peer)
      ) {
        this.postponed.push(end);
        return;
      }
      const link = new Link([end.self, end.peer], this.lines, this.timeline);
      this.open(other, link);
      link.carry(end.peer, end.self, () => this.open(end, link));
    });
  }

  private attemptPostponed(): void {
    const again = this.postponed;
    this.postponed = [];
    for (const end of again) this.attempt(end);
  }

  private open(end: End, link: Link): void {
    // The new link is the first to tell that the old one is gone.
    if (end.link) this.close(end, end.link);
    end.link = link;
    end.dialling = undefined;
    this.eventsOf(end.self).opened(end.peer);
    for (const message of end.waiting.splice(0)) this.send(end, message);
  }

  private close(end: End, link: Link): void {
    if (end.link !== link) return;
    end.link = undefined;
    this.eventsOf(end.self).closed(end.peer);
  }

  private carry(link: Link, end: End, bytes: Uint8Array): void {
    const { self, peer } = end;
    const lost = () => this.watcher.mishap(self, peer, 'broken off', () => hear(bytes));
    link.carry(self, peer, () => this.deliver(end, hear(bytes)), lost);
  }

  /** Arrives at any time, in no order. */
  private stray(link: Link, end: End, bytes: Uint8Array): void {
    const { self, peer } = end;
    const delayMs = this.lines.delayMs() * this.rng.integer(0, STRAY);
    // The receiver takes a message only from a link that it knows.
    const isKnown = () => this.end(peer, self).link === link;
    link.stray(self, peer, delayMs, isKnown, () => this.deliver(end, hear(bytes)));
  }

  /** The link that is open, or about to be, between the two. */
  private linkOf(a: BranchId, b: BranchId): Link | undefined {
    return [this.end(a, b).link, this.end(b, a).link].find((link) => link && !link.isBroken);
  }

  private linkDelay(): number {
    return this.rng.integer(...this.config.linkMs);
  }

  private eventsOf(branch: BranchId): TransportEvents {
    const events = this.events.get(branch);
    assert(events !== undefined, 'every branch is attached to the network');
    return events;
  }

  private end(self: BranchId, peer: BranchId): End {
    const line = lineOf(self, peer);
    let end = this.ends.get(line);
    if (!end) this.ends.set(line, (end = { self, peer, link: undefined, dialling: undefined, waiting: [], said: [] }));
    return end;
  }
}

function hear(bytes: Uint8Array) {
  const unpacked = unpackPeerMessage(pb.PeerMessage.decode(bytes));
  return 'batches' in unpacked ? { batches: unpacked.batches.map(decodeWriteBatch) } : unpacked;
}

import {
  type ChannelCredentials,
  Client,
  type ClientDuplexStream,
  credentials,
  type Metadata,
  type ServerDuplexStream,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import type { PeerMessage } from '../core/messages.js';
import { type BranchId, branchOf, MAX_BRANCH, type OriginId } from '../domain/ids.js';
import type { WriteBatch } from '../domain/writes.js';
import type { Transport, TransportEvents } from '../driver/ports.js';
import type { PeerMessageShape } from '../wire/messages.js';
import { packPeerMessage, unpackPeerMessage } from '../wire/peer-messages.js';
import { PropagationService } from '../wire/services.js';
import { decodeWriteBatch } from '../wire/write-batch.js';
import { AddressBook } from './address-book.js';
import { type Identity, Introduction, originIn } from './introduction.js';
import { type FrameStream, Link, type Slowness } from './link.js';

/** Batches of this many bytes make one message between branches. */
const WRITES_BYTES = 256 * 1024;
/** About what a message without writes takes; only to cut frames. */
const SMALL_MESSAGE_BYTES = 128;
/**
 * Writes that are to be spread are in no hurry: their links are dialled one at a
 * time and, in a large bank, with a rest between them. A link takes both ends milliseconds of processor time, and a hundred
 * branches that all have something to say want 4,950 of them. Somebody who is to
 * be asked something, or whose writes a request waits for, is dialled at once.
 */
const LARGE_BANK = 16;
const REST_MS_PER_BRANCH = 20;
/** Messages kept for a peer while its link is being opened. */
const MAX_WAITING = 256;
const SLOW_DIAL_MS = 1000;
const REDIAL_MS = { first: 50, most: 1000 };

const CHANNEL_OPTIONS = {
  'grpc.initial_reconnect_backoff_ms': REDIAL_MS.first,
  'grpc.min_reconnect_backoff_ms': REDIAL_MS.first,
  'grpc.max_reconnect_backoff_ms': REDIAL_MS.most,
  'grpc.enable_http_proxy': 0,
  'grpc.use_local_subchannel_pool': 1,
  'grpc.max_receive_message_length': 8 * 1024 * 1024,
};

type Frame = { messages: PeerMessageShape[] };
type Incoming = ServerDuplexStream<Frame, Frame>;

interface Dial {
  client: Client | undefined;
  call: ClientDuplexStream<Frame, Frame> | undefined;
  timer: NodeJS.Timeout | undefined;
  pauseMs: number;
  connecting: boolean;
}

export interface LinksConfig extends Identity {
  readonly slowness: Slowness;
  readonly credentials?: ChannelCredentials;
  /** Told about messages that break the contract. */
  readonly onBadMessage: (peer: BranchId, error: Error) => void;
  /** Told once of each that answers at the address of a branch and is somebody else, or of a bank that was founded without this one. */
  readonly onStranger: (peer: BranchId, sentence: string) => void;
}

/**
 * Streams to the other branches. A pair of branches shares one, whichever
 * dialled first; if both did, both streams are read and each side writes to the
 * one it saw first.
 *
 * A branch may come back with another data directory while the stream to the lost
 * one still hangs. So the newest stream of another origin takes the place of those
 * of the old one, which are read again only if it ends before them.
 */
export class Links implements Transport {
  private readonly addresses = new AddressBook();
  private readonly dials = new Map<BranchId, Dial>();
  private readonly open = new Map<BranchId, Link[]>();
  private readonly waiting = new Map<BranchId, PeerMessage[]>();
  private readonly introduction: Introduction;
  /** What was said of strangers: they answer again whenever they are dialled. */
  private readonly saidOfStrangers = new Set<string>();
  private events: TransportEvents | undefined;
  /** Set while the next dial waits for the end of the turn or of a rest. */
  private resting: NodeJS.Immediate | NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly config: LinksConfig) {
    this.introduction = new Introduction(config);
  }

  attach(events: TransportEvents): void {
    this.events = events;
  }

  /** Where the others are; dials that were asked for before begin now. */
  setAddresses(addresses: ReadonlyMap<BranchId, string>): void {
    this.addresses.set(addresses);
    this.scheduleConnect();
  }

  /** Where others are, as somebody else says; what is known already stands. */
  learnAddresses(addresses: ReadonlyMap<BranchId, string>): void {
    this.addresses.learn(addresses);
    this.scheduleConnect();
  }

  addressOf(peer: BranchId): string | undefined {
    return this.addresses.of(peer);
  }

  /** A branch has joined the bank. */
  meet(peer: BranchId, address: string): void {
    this.learnAddresses(new Map([[peer, address]]));
  }

  /** A branch has left the bank. A stream that is open stays: it may still be told so. */
  part(peer: BranchId): void {
    this.addresses.leave(peer);
    this.waiting.delete(peer);
    const dial = this.dials.get(peer);
    if (!dial || this.open.has(peer)) return;
    this.dials.delete(peer);
    this.abandon(dial);
  }

  dial(peer: BranchId, urgent: boolean): void {
    if (this.stopped || this.open.has(peer) || this.addresses.isGone(peer)) return;
    let dial = this.dials.get(peer);
    if (!dial) {
      dial = { client: undefined, call: undefined, timer: undefined, pauseMs: REDIAL_MS.first, connecting: false };
      this.dials.set(peer, dial);
    }
    const address = this.addresses.of(peer);
    if (!urgent) this.scheduleConnect();
    else if (address !== undefined && !dial.call && !dial.timer) this.connect(peer, dial, address);
  }

  send(peer: BranchId, message: PeerMessage): void {
    if (message.kind === 'dismissed') return this.dismiss(peer, message.origin, message);
    const link = this.current(peer);
    if (link) {
      link.send(packPeerMessage(message), SMALL_MESSAGE_BYTES);
      return;
    }
    if (this.addresses.isGone(peer)) return;
    const waiting = this.waiting.get(peer) ?? [];
    this.waiting.set(peer, waiting);
    // Whoever misses an answer asks again, so the oldest may be dropped.
    if (waiting.push(message) > MAX_WAITING) waiting.shift();
    this.dial(peer, true);
  }

  /** To whoever has that data directory, also where another one has taken its place. Who has no stream open will say hello. */
  private dismiss(peer: BranchId, origin: OriginId, message: PeerMessage): void {
    for (const link of this.open.get(peer) ?? [])
      if (link.origin === undefined || link.origin === origin) link.send(packPeerMessage(message), SMALL_MESSAGE_BYTES);
  }

  forward(peer: BranchId, batches: readonly Uint8Array[]): void {
    const link = this.current(peer);
    for (let i = 0; link && i < batches.length; ) {
      const part: Uint8Array[] = [];
      let bytes = 0;
      for (; i < batches.length && (part.length === 0 || bytes < WRITES_BYTES); i++) {
        const batch = batches[i] as Uint8Array;
        part.push(batch);
        bytes += batch.length;
      }
      link.send({ writes: { batches: part } }, bytes);
    }
  }

  /** Another branch dialled this one. */
  accept(call: Incoming): void {
    if (this.stopped) return void call.end();
    const { introduction } = this;
    const origin = introduction.caller(call.metadata);
    const metadata = introduction.toCaller(call.metadata);
    if (origin === undefined) {
      call.emit('error', { code: status.FAILED_PRECONDITION, details: introduction.refusal(), metadata });
      return;
    }
    call.sendMetadata(metadata);
    const stream: FrameStream = { write: (frame) => call.write(frame), stop: () => call.end() };
    this.opened(branchOf(origin), origin, stream, call);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.resting as NodeJS.Timeout);
    clearImmediate(this.resting as NodeJS.Immediate);
    for (const dial of this.dials.values()) this.abandon(dial);
    for (const links of this.open.values()) for (const link of links) link.stop();
    this.dials.clear();
    this.open.clear();
  }

  private current(peer: BranchId): Link | undefined {
    return this.open.get(peer)?.[0];
  }

  /** At the end of the turn, when all who are to be dialled are known. */
  private scheduleConnect(restMs = 0): void {
    if (this.resting || this.stopped) return;
    const next = () => {
      this.resting = undefined;
      this.connectNext();
    };
    this.resting = restMs === 0 ? setImmediate(next) : setTimeout(next, restMs);
  }

  /**
   * Dials the next number after one's own. When all have something to say, half
   * of the links are there, dialled by the other side, before their turn comes.
   */
  private connectNext(): void {
    const self = branchOf(this.config.origin);
    const distance = (peer: BranchId) => (peer > self ? peer - self : peer - self + MAX_BRANCH);
    let next: BranchId | undefined;
    for (const [peer, dial] of this.dials) {
      if (dial.connecting) return;
      if (dial.call || dial.timer || this.addresses.of(peer) === undefined) continue;
      if (next === undefined || distance(peer) < distance(next)) next = peer;
    }
    if (next !== undefined) this.connect(next, this.dials.get(next) as Dial, this.addresses.of(next) as string);
  }

  private connect(peer: BranchId, dial: Dial, address: string): void {
    dial.client ??= new Client(address, this.config.credentials ?? credentials.createInsecure(), CHANNEL_OPTIONS);
    const { path, requestSerialize, responseDeserialize } = PropagationService.link;
    const call = dial.client.makeBidiStreamRequest<Frame, Frame>(
      path,
      requestSerialize as never,
      responseDeserialize as never,
      this.introduction.toCallee(),
    );
    dial.call = call;
    dial.connecting = true;
    // Somebody who does not answer does not hold up the others.
    const slow = setTimeout(() => {
      dial.connecting = false;
      this.scheduleConnect();
    }, SLOW_DIAL_MS);
    const stream: FrameStream = { write: (frame) => call.write(frame), stop: () => this.abandon(dial) };
    // The other side answers with its headers at once: only then is there somebody who listens.
    call.once('metadata', (metadata) => {
      dial.connecting = false;
      clearTimeout(slow);
      if (this.isStranger(peer, address, metadata)) call.cancel();
      else {
        dial.pauseMs = REDIAL_MS.first;
        this.opened(peer, originIn(metadata), stream, call);
      }
      this.scheduleConnect(this.addresses.size > LARGE_BANK ? REST_MS_PER_BRANCH * this.addresses.size : 0);
    });
    call.once('close', () => {
      clearTimeout(slow);
      this.dialEnded(peer, dial);
    });
    call.on('error', ({ code, metadata }: ServiceError) => {
      if (code === status.FAILED_PRECONDITION) this.isStranger(peer, address, metadata);
      call.destroy();
    });
  }

  /** Whether somebody else has answered. Says so, and what else is wrong: with a branch that takes this one for no founder, the core goes on. */
  private isStranger(peer: BranchId, address: string, metadata: Metadata): boolean {
    const stranger = this.introduction.stranger(peer, address, metadata);
    const sentence = stranger ?? this.introduction.notFounder(peer, address, metadata);
    if (sentence !== undefined && !this.saidOfStrangers.has(sentence)) {
      this.saidOfStrangers.add(sentence);
      this.config.onStranger(peer, sentence);
    }
    return stranger !== undefined;
  }

  /** The stream we dialled is over. Dials again only while nobody else has opened one. */
  private dialEnded(peer: BranchId, dial: Dial): void {
    dial.call = undefined;
    dial.connecting = false;
    this.scheduleConnect();
    if (this.stopped || this.dials.get(peer) !== dial) return;
    if (this.open.has(peer) || this.addresses.isGone(peer)) {
      this.abandon(dial);
      this.dials.delete(peer);
      return;
    }
    dial.timer = setTimeout(() => {
      dial.timer = undefined;
      this.scheduleConnect();
    }, dial.pauseMs);
    dial.pauseMs = Math.min(dial.pauseMs * 2, REDIAL_MS.most);
  }

  private abandon(dial: Dial): void {
    clearTimeout(dial.timer);
    dial.call?.end();
    dial.call?.cancel();
    dial.client?.close();
    dial.client = undefined;
  }

  private opened(peer: BranchId, origin: OriginId | undefined, stream: FrameStream, call: NodeJS.ReadableStream): void {
    const link = new Link(peer, origin, stream, this.config.slowness);
    const links = this.open.get(peer);
    call.on('data', (frame: Frame) => this.receive(link, frame));
    call.once('close', () => this.closed(peer, link));
    call.once('end', () => link.stop());
    call.on('error', () => link.stop());
    if (!links) this.open.set(peer, [link]);
    else if (this.isOfCurrent(link)) return void links.push(link);
    else {
      links.unshift(link);
      this.events?.closed(peer);
    }
    this.forgetUnneededDial(peer);
    this.events?.opened(peer);
    for (const message of this.waiting.get(peer) ?? []) this.send(peer, message);
    this.waiting.delete(peer);
  }

  /** Whether it is with the data directory that the other branch is taken to have now. */
  private isOfCurrent({ peer, origin }: Link): boolean {
    const current = this.current(peer)?.origin;
    return current === undefined || origin === undefined || origin === current;
  }

  /** The other side dialled before our turn came. */
  private forgetUnneededDial(peer: BranchId): void {
    const dial = this.dials.get(peer);
    if (!dial || dial.call) return;
    this.abandon(dial);
    this.dials.delete(peer);
  }

  private closed(peer: BranchId, link: Link): void {
    link.stop();
    const links = this.open.get(peer);
    if (!links) return;
    const wasCurrent = links[0] === link;
    links.splice(links.indexOf(link), 1);
    if (links.length === 0) this.open.delete(peer);
    if (!wasCurrent) return;
    this.events?.closed(peer);
    if (links.length > 0) this.events?.opened(peer);
  }

  private receive(link: Link, frame: Frame): void {
    const { peer } = link;
    if (!this.isOfCurrent(link)) return;
    for (const packed of frame.messages) {
      const message = this.decode(peer, packed);
      if (!message) continue;
      if ('batches' in message) this.events?.writes(peer, message.batches);
      else this.events?.message(peer, message.message);
    }
  }

  /** A broken message is dropped whole; what it carried is fetched again like anything lost. */
  private decode(peer: BranchId, packed: PeerMessageShape): { message: PeerMessage } | { batches: WriteBatch[] } | undefined {
    try {
      const unpacked = unpackPeerMessage(packed);
      return 'batches' in unpacked ? { batches: unpacked.batches.map(decodeWriteBatch) } : unpacked;
    } catch (error) {
      this.config.onBadMessage(peer, error as Error);
      return undefined;
    }
  }
}

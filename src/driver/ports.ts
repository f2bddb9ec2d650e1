import type { PeerMessage } from '../core/messages.js';
import type { BranchSnapshot } from '../core/snapshot.js';
import type { BranchId, OriginId } from '../domain/ids.js';
import type { VersionVector } from '../domain/vector.js';
import type { WriteBatch } from '../domain/writes.js';

/** Time and turns. Production and simulation differ here and in the ports below, nowhere else. */
export interface Clock {
  /** Milliseconds that only grow; says nothing about the time of day. */
  nowMs(): number;
  /** Calls back once, not before `atMs`; returns how to cancel. */
  at(atMs: number, run: () => void): () => void;
  /** Calls back after what has already arrived was handed over: the end of a turn. */
  afterTurn(run: () => void): void;
}

/** Where a branch keeps its log. */
export interface Store {
  /**
   * Appends the batches as one commit group and calls back once: when they are
   * durable, or with what went wrong. Groups become durable in the order in which
   * they were appended; after a failure nothing is known of the group, and the
   * store takes no more.
   */
  append(batches: readonly WriteBatch[], done: (failure?: Error) => void): void;
  /** Bytes of the batches of an origin that hold any of `first` to `last`, in order; also of those that are not durable yet. */
  read(origin: OriginId, first: number, last: number): Uint8Array[];
  /** First write of an origin that is kept; undefined if none is. */
  begins(origin: OriginId): number | undefined;
  /** All batches that are kept, in the order of the log. */
  readAll(): Iterable<Uint8Array>;
  /** Whether the log has grown so much that a snapshot is worth while. */
  readonly wantsSnapshot: boolean;
  /**
   * Sums up all that was appended so far: the next start begins with it. It
   * counts only once all of that is durable.
   */
  keepSnapshot(bytes: Uint8Array): void;
  /** The branch has all that it ever wrote: the next start may believe what it finds, if that is whole. */
  trust(): void;
  /** Nobody will ask for batches that end at or before this vector: they may go when a snapshot sums them up. */
  trim(vector: VersionVector): void;
  close(): void;
}

/** Links to the other branches. Messages on one link arrive in order or not at all. */
export interface Transport {
  /** Opens a link and keeps trying until there is one; nothing to do if there is. */
  dial(peer: BranchId, urgent: boolean): void;
  /** Without a link, dials and sends when there is one. A message may be lost with its link. */
  send(peer: BranchId, message: PeerMessage): void;
  /** A branch has joined the bank, and listens there. */
  meet(peer: BranchId, address: string): void;
  /** A branch has left the bank: nobody dials it any more. */
  part(peer: BranchId): void;
  /** Sends logged batches as they were logged. */
  forward(peer: BranchId, batches: readonly Uint8Array[]): void;
}

/** What a transport reports. */
export interface TransportEvents {
  opened(peer: BranchId): void;
  closed(peer: BranchId): void;
  message(peer: BranchId, message: PeerMessage): void;
  writes(peer: BranchId, batches: readonly WriteBatch[]): void;
}

/** Turns what a branch knows into bytes. */
export type EncodeSnapshot = (snapshot: BranchSnapshot) => Uint8Array;

/** Turns a batch into the bytes that are logged and forwarded, once, and says what the next batch names them by. */
export type EncodeBatch = (batch: WriteBatch) => { readonly encoded: Uint8Array; readonly digest: string };

import type { Branch } from '../core/branch.js';
import type { ReplyToChange } from '../core/changes.js';
import type { ChangeOutcome, Effect, PeerMessage } from '../core/messages.js';
import type { Note } from '../core/notes.js';
import type { Request } from '../core/request.js';
import { forOthers } from '../core/snapshot.js';
import type { BranchId } from '../domain/ids.js';
import type { WriteBatch } from '../domain/writes.js';
import { unreachable } from '../std/assert.js';
import type { Clock, EncodeBatch, EncodeSnapshot, Store, Transport, TransportEvents } from './ports.js';

export interface DriverPorts {
  readonly clock: Clock;
  readonly store: Store;
  readonly transport: Transport;
  readonly encode: EncodeBatch;
  readonly encodeSnapshot: EncodeSnapshot;
  readonly observe: (note: Note) => void;
  /** The branch has all that it ever wrote, and goes on writing. */
  readonly recovered?: () => void;
  /** The branch has left the bank and has stopped. */
  readonly left?: () => void;
  /** The log cannot be written, or to go on would do harm. The branch has stopped: it answers nobody and sends nothing any more. */
  readonly failed: (error: Error) => void;
}

/**
 * Carries out what the core decides, the same in production and simulation.
 *
 * Inputs are handed to the core as they arrive; the turn ends after all that
 * came with them, so that operations which arrive together share one commit
 * group. While a group is on its way to disk the next one collects, which is
 * group commit without a timer.
 */
export class Driver implements TransportEvents {
  private turnPending = false;
  private committing = false;
  private stopped = false;
  /** Everything was carried out, and is durable. */
  private hasEnded = false;
  private cancelTimer: (() => void) | undefined;
  private timerAtMs: number | undefined;
  private readonly quiet: (() => void)[] = [];
  /** Those who want to look at what the branch knows at the end of a turn; each says how it tells, once all of that is durable. */
  private readonly curious: (() => () => void)[] = [];
  /** Those of the group that is on its way to disk. */
  private readonly patient: (() => void)[] = [];

  constructor(
    private readonly branch: Branch,
    private readonly ports: DriverPorts,
  ) {}

  /** After a restart: what the log holds may be news to the others. */
  begin(): void {
    this.scheduleTurn();
  }

  operate(request: Request): void {
    this.branch.operate(request, this.ports.clock.nowMs());
    this.scheduleTurn();
  }

  opened(peer: BranchId): void {
    this.branch.linkOpened(peer, this.ports.clock.nowMs());
    this.scheduleTurn();
  }

  closed(peer: BranchId): void {
    this.branch.linkClosed(peer, this.ports.clock.nowMs());
    this.scheduleTurn();
  }

  message(peer: BranchId, message: PeerMessage): void {
    this.branch.receive(peer, message, this.ports.clock.nowMs());
    this.scheduleTurn();
  }

  writes(peer: BranchId, batches: readonly WriteBatch[]): void {
    const nowMs = this.ports.clock.nowMs();
    for (const batch of batches) this.branch.receiveWrites(peer, batch, nowMs);
    this.scheduleTurn();
  }

  /** There is no room on the disk for more writes, or there is again. */
  diskFull(isFull: boolean): void {
    this.branch.diskFull(isFull, this.ports.clock.nowMs());
    // What nobody will ask for makes room for others.
    if (isFull) this.ports.store.trim(this.branch.sharedByAll());
    this.scheduleTurn();
  }

  /** Takes a new branch into the bank; resolves when that is durable. */
  admit(branch: BranchId, address: string): Promise<ChangeOutcome> {
    return this.change((reply) => this.branch.admit(branch, address, reply, this.ports.clock.nowMs()));
  }

  /** Lets branches leave the bank; resolves when all others have agreed and that is durable. */
  retire(branches: readonly BranchId[], areLost: boolean): Promise<ChangeOutcome> {
    return this.change((reply) => this.branch.retire(branches, areLost, reply, this.ports.clock.nowMs()));
  }

  /** All that the branch knows, for another one to begin with; resolves when it is durable. */
  snapshot(): Promise<Uint8Array> {
    const { store, encodeSnapshot } = this.ports;
    return this.look(() => {
      const log = this.branch.perhapsLacking.flatMap(({ origin, first, last }) => store.read(origin, first, last));
      return encodeSnapshot(forOthers(this.branch.snapshot(), log));
    });
  }

  /**
   * What `see` finds at the end of the turn, when all that the branch knows is in its
   * log; resolves when all of that is durable, and never if it does not become so.
   */
  look<T>(see: () => T): Promise<T> {
    this.scheduleTurn();
    return new Promise((resolve) => {
      const curious = () => {
        const seen = see();
        return () => resolve(seen);
      };
      if (this.hasEnded) curious()();
      else this.curious.push(curious);
    });
  }

  /** Refuses what is new and what waits; resolves when all that was accepted is durable and answered. Nothing happens after that. */
  close(): Promise<void> {
    this.branch.close(this.ports.clock.nowMs());
    this.scheduleTurn();
    return new Promise((resolve) => this.quiet.push(resolve));
  }

  private scheduleTurn(): void {
    if (this.turnPending || this.stopped) return;
    this.turnPending = true;
    this.ports.clock.afterTurn(() => {
      this.turnPending = false;
      this.endTurn();
    });
  }

  private endTurn(): void {
    // What arrives meanwhile joins the next group; its own turn follows when this one is durable.
    if (this.committing || this.stopped) return;
    for (const effect of this.branch.endTurn(this.ports.clock.nowMs())) {
      this.carryOut(effect);
      if (this.stopped) return;
    }
    if (this.ports.store.wantsSnapshot) this.keepSnapshot();
    this.showCurious();
    if (this.quiet.length > 0 && this.branch.isQuiet) return this.end();
    this.setTimer();
  }

  private carryOut(effect: Effect): void {
    const { store, transport } = this.ports;
    switch (effect.kind) {
      case 'persist':
        for (const batch of effect.batches) if (!batch.encoded) Object.assign(batch, this.ports.encode(batch));
        this.committing = true;
        store.append(effect.batches, (failure) => (failure ? this.fail(failure) : this.durable(effect.group)));
        return;
      case 'reply':
        effect.request.reply(effect.outcome);
        return;
      case 'send':
        transport.send(effect.peer, effect.message);
        return;
      case 'forward':
        transport.forward(effect.peer, store.read(effect.origin, effect.first, effect.last));
        return;
      case 'dial':
        transport.dial(effect.peer, effect.urgent);
        return;
      case 'trust':
        store.trust();
        return this.ports.recovered?.();
      case 'halt':
        return this.fail(new Error(effect.why));
      case 'left':
        this.stop();
        return this.ports.left?.();
      case 'changed':
        return effect.reply(effect.outcome);
      case 'meet':
        return transport.meet(effect.peer, effect.address);
      case 'part':
        return transport.part(effect.peer);
      case 'note':
        this.ports.observe(effect.note);
        return;
      default:
        unreachable(effect);
    }
  }

  private change(ask: (reply: ReplyToChange) => void): Promise<ChangeOutcome> {
    return new Promise((resolve) => {
      ask(resolve);
      this.scheduleTurn();
    });
  }

  private showCurious(): void {
    for (const curious of this.curious.splice(0)) this.patient.push(curious());
    if (!this.committing) this.tellPatient();
  }

  private tellPatient(): void {
    for (const tell of this.patient.splice(0)) tell();
  }

  /** At the end of a turn: all that the branch knows is in the log. */
  private keepSnapshot(): void {
    const { store, encodeSnapshot } = this.ports;
    store.keepSnapshot(encodeSnapshot(this.branch.snapshot()));
    store.trim(this.branch.sharedByAll());
  }

  private durable(group: number): void {
    this.committing = false;
    this.tellPatient();
    this.branch.durable(group, this.ports.clock.nowMs());
    // At once, not at the end of a turn: replies have waited long enough.
    this.endTurn();
  }

  /** Nothing is left to do: also what only time would bring about does not happen any more. */
  private end(): void {
    this.stop();
    this.hasEnded = true;
    for (const resolve of this.quiet.splice(0)) resolve();
  }

  private stop(): void {
    this.stopped = true;
    this.cancelTimer?.();
  }

  /**
   * Trying again would prove nothing: a disk that has failed to sync may call the
   * next attempt a success without having written what it lost.
   */
  private fail(error: Error): void {
    this.stop();
    this.ports.failed(error);
  }

  private setTimer(): void {
    const atMs = this.branch.nextTickMs();
    if (atMs === this.timerAtMs) return;
    this.cancelTimer?.();
    this.timerAtMs = atMs;
    this.cancelTimer = atMs === undefined ? undefined : this.ports.clock.at(atMs, () => this.tick());
  }

  private tick(): void {
    this.timerAtMs = undefined;
    this.branch.tick(this.ports.clock.nowMs());
    this.scheduleTurn();
  }
}

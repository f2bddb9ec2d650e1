import type { WriteBatch } from '../domain/writes.js';
import { assert } from '../std/assert.js';
import type { Effect } from './messages.js';

interface Held {
  readonly group: number;
  readonly effects: Effect[];
}

/**
 * Keeps the order that durability asks for.
 *
 *   an effect leaves only when every batch that entered the log before it, or in
 *   the same turn, is durable
 *
 * So no reply and no message shows what this branch could still forget. It
 * applies to reads as well: simpler than telling apart what each reply reflects,
 * and a group is on its way to disk for a fraction of a round trip.
 */
export class Outbox {
  private batches: WriteBatch[] = [];
  private turn: Effect[] = [];
  private readonly held: Held[] = [];
  private heldCount = 0;
  private lastGroup = 0;
  private durableGroup = 0;
  private ready: Effect[] = [];

  /** The batch enters the log with this turn's group. */
  log(batch: WriteBatch): void {
    this.batches.push(batch);
  }

  /** The effect waits for all that is logged up to the end of this turn. */
  push(effect: Effect): void {
    this.turn.push(effect);
  }

  /** The effect shows nothing that could be lost: it leaves at once. */
  pushNow(effect: Effect): void {
    this.ready.push(effect);
  }

  /** Ends the turn; what may leave comes out with `drain`. Returns whether it made a group. */
  closeTurn(): boolean {
    const logged = this.batches.length > 0;
    if (logged) {
      this.lastGroup += 1;
      this.ready.push({ kind: 'persist', group: this.lastGroup, batches: this.batches });
      this.batches = [];
    }
    if (this.turn.length === 0) return logged;
    if (this.durableGroup === this.lastGroup) this.ready.push(...this.turn);
    else {
      this.held.push({ group: this.lastGroup, effects: this.turn });
      this.heldCount += this.turn.length;
    }
    this.turn = [];
    return logged;
  }

  /** Groups become durable in order. */
  durable(group: number): void {
    assert(group === this.durableGroup + 1 && group <= this.lastGroup, 'groups become durable one after another');
    this.durableGroup = group;
    while (this.held[0] && this.held[0].group <= group) {
      const { effects } = this.held.shift() as Held;
      this.heldCount -= effects.length;
      for (const effect of effects) this.ready.push(effect);
    }
  }

  /** How many effects wait for the disk. */
  get waiting(): number {
    return this.heldCount + this.turn.length;
  }

  get isEmpty(): boolean {
    return this.turn.length === 0 && this.held.length === 0 && this.batches.length === 0 && this.lastGroup === this.durableGroup;
  }

  drain(): Effect[] {
    const effects = this.ready;
    if (effects.length > 0) this.ready = [];
    return effects;
  }
}

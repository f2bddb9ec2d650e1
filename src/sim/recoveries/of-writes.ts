import type { Note } from '../../core/notes.js';
import { type BranchId, branchOf, type OriginId } from '../../domain/ids.js';
import { lastSequence, type WriteBatch } from '../../domain/writes.js';
import type { Survival } from '../disk.js';
import type { Heard, Mishap } from '../network.js';
import type { Watcher } from '../watcher.js';
import type { World } from '../world.js';
import type { Tally } from './pairs.js';

type Cause = 'loss' | 'break-link' | 'crash';

interface Missing {
  readonly cause: Cause;
  readonly last: number;
  fetched: boolean;
}

/** Follows writes and questions that did not arrive, or arrived too often or out of order, until that is repaired. */
export class RecoveriesOfWrites implements Watcher {
  /** By receiver and the first write of a batch: what it should have got. */
  private readonly missing = new Map<string, Missing>();
  /** What has come, or will come, more than once. */
  private readonly copies = new Map<string, 'duplication' | 'replay'>();
  private readonly strays = new Set<string>();
  private readonly leftOut = new Map<string, 'loss' | 'reordering'>();
  /** Branches whose question for allowance, or the answer to it, did not arrive. */
  private readonly unheard = new Map<BranchId, 'loss' | 'break-link'>();

  constructor(
    private readonly world: World,
    private readonly tally: Tally,
  ) {
    world.watch(this);
  }

  mishap(from: BranchId, to: BranchId, what: Mishap, heard: () => Heard): void {
    const about = heard();
    if ('batches' in about) for (const batch of about.batches) this.batchMishap(from, to, what, batch);
    else if (what === 'lost' || what === 'broken off') {
      const cause = what === 'lost' ? 'loss' : 'break-link';
      if (about.message.kind === 'allowance-request') this.unheard.set(from, cause);
      if (about.message.kind === 'allowance-reply') this.unheard.set(to, cause);
    }
  }

  private batchMishap(from: BranchId, to: BranchId, what: Mishap, batch: WriteBatch): void {
    const key = keyOf(to, batch.origin, batch.first);
    const last = lastSequence(batch);
    if (what === 'doubled') this.copies.set(key, 'duplication');
    else if (what === 'replayed') this.copies.set(key, 'replay');
    else if (what === 'out of order') this.strays.add(key);
    else if (!this.has(to, batch.origin, last)) {
      const ended = !this.world.isUp(from) || !this.world.isUp(to);
      const cause = what === 'lost' ? 'loss' : 'break-link';
      this.missing.set(key, { cause: cause === 'break-link' && ended ? 'crash' : cause, last, fetched: false });
    }
  }

  crashed(branch: BranchId, { lost }: Survival): void {
    for (const batch of lost) {
      if (branchOf(batch.origin) === branch) continue;
      this.missing.set(keyOf(branch, batch.origin, batch.first), { cause: 'crash', last: lastSequence(batch), fetched: false });
    }
    this.unheard.delete(branch);
  }

  note(branch: BranchId, note: Note): void {
    if (note.kind === 'took-in') this.tookIn(branch, note.batch, note.receipt);
    else if (note.kind === 'fetching') this.fetching(branch, note.origin, note.first, note.last);
    else if (note.kind === 'asked') {
      const cause = this.unheard.get(branch);
      this.unheard.delete(branch);
      if (cause) this.tally.count(cause, 'asked again');
    }
  }

  private tookIn(branch: BranchId, batch: WriteBatch, receipt: 'new' | 'duplicate' | 'gap'): void {
    const key = keyOf(branch, batch.origin, batch.first);
    if (receipt === 'gap') {
      this.leftOut.set(key, this.strays.has(key) ? 'reordering' : 'loss');
      return;
    }
    if (receipt === 'duplicate') {
      const cause = this.copies.get(key);
      this.copies.delete(key);
      if (cause) this.tally.count(cause, 'ignored');
      return;
    }
    const early = this.leftOut.get(key);
    if (early) this.tally.count(early, 'gap repaired');
    const missing = this.missing.get(key);
    if (missing?.cause === 'loss') this.tally.count('loss', missing.fetched ? 'fetched' : 'sent again');
    else if (missing) this.tally.count(missing.cause, 'sent again');
    this.leftOut.delete(key);
    this.missing.delete(key);
  }

  private fetching(branch: BranchId, origin: OriginId, first: number, last: number): void {
    for (let sequence = first; sequence <= last; sequence++) {
      const missing = this.missing.get(keyOf(branch, origin, sequence));
      if (missing) missing.fetched = true;
    }
  }

  private has(branch: BranchId, origin: OriginId, sequence: number): boolean {
    return this.world.isUp(branch) && (this.world.branch(branch).applied.get(origin) ?? 0) >= sequence;
  }
}

function keyOf(to: BranchId, origin: OriginId, first: number): string {
  return `${to}/${origin}/${first}`;
}

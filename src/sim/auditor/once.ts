import { isWrite } from '../../domain/operations.js';
import { type Outcome, type View, writeOf } from '../../domain/outcomes.js';
import { insist, nameOf, type TwinWrite } from '../twin.js';
import type { Answered, Asked } from '../watcher.js';
import { describe, keyOf } from './asked.js';
import type { Writes } from './writes.js';

/** A request is done once, however often it is asked, and everyone who asks hears of the same. */
export class Once {
  /** All that there ever were. */
  private readonly all: Answered[] = [];
  /** By request, the answer with its write. */
  private readonly standing = new Map<string, Outcome>();
  /** Requests that ended with their branch's process: nobody can tell whether they took effect. */
  private readonly unanswered = new Set<string | undefined>();
  /** Requests whose writes were lost with the disks that had them. */
  private readonly lostRequests = new Set<string>();

  constructor(private readonly writes: Writes) {}

  get answers(): readonly Answered[] {
    return this.all;
  }

  answered(answered: Answered): void {
    this.all.push(answered);
  }

  ended(asked: Asked): void {
    this.unanswered.add(keyOf(asked));
  }

  /** Data directories are given up, and these writes of them do not stand. */
  lost(writes: readonly TwinWrite[]): void {
    for (const { request } of writes) {
      if (request === undefined) continue;
      this.lostRequests.add(request);
      this.standing.delete(request);
    }
  }

  /** Whether what becomes of the request is in a log. */
  isDecided(key: string): boolean {
    return this.standing.has(key) || this.writes.hasMade(key) || this.writes.rights.voidOf(key) !== undefined;
  }

  /** What whoever asks again may rely on from now on. */
  keep(answered: Answered): void {
    const { outcome } = answered;
    const key = keyOf(answered);
    const standing = key === undefined ? undefined : this.standing.get(key);
    const isFinal = writeOf(outcome) !== undefined;
    // The same write, though one attempt may have waited for more branches than another.
    if (standing && isFinal)
      insist(isSameWrite(standing, outcome), 'ConflictingReplay', () => `${describe(answered)} got two answers`);
    if (key !== undefined && isFinal) this.standing.set(key, outcome);
    if (outcome.kind !== 'refused' || !outcome.final) return;
    // Final is what the log says: it is there, and the refusal shows it.
    const written = key === undefined ? undefined : this.writes.rights.voidOf(key);
    const { origin, own } = outcome.view as View;
    insist(
      written?.name === nameOf(origin, own),
      'ResurrectedRefusal',
      () => `${describe(answered)} was refused for good without a void`,
    );
  }

  /** A request that was acknowledged has its one write; one that was only ever refused has none. */
  checkAll(): void {
    for (const { outcome, ...asked } of this.all) {
      const key = keyOf(asked);
      if (key === undefined || !isWrite(asked.request.operation.kind)) continue;
      if (this.lostRequests.has(key)) continue;
      const isMade = this.writes.hasMade(key);
      if (writeOf(outcome)) insist(isMade, 'LostAcknowledgedWrite', () => `${describe(asked)} has no write`);
      else if (!this.standing.has(key) && !this.unanswered.has(key) && !isUnknown(outcome))
        insist(!isMade, 'ResurrectedRefusal', () => `${describe(asked)} was refused and written`);
    }
  }
}

function isSameWrite(a: Outcome, b: Outcome): boolean {
  const [one, other] = [writeOf(a), writeOf(b)];
  return one !== undefined && other !== undefined && one.origin === other.origin && one.sequence === other.sequence;
}

/** Who was asked could not say. */
function isUnknown(outcome: Outcome): boolean {
  return outcome.kind === 'refused' && outcome.applied === 'maybe';
}

import { viewVector, writeOf } from '../../domain/outcomes.js';
import type { SessionVectors } from '../../domain/session.js';
import type { VersionVector } from '../../domain/vector.js';
import { idOf, type Names, nameOf, type Twin, type WriteName } from '../twin.js';
import type { Answered, Ask } from '../watcher.js';
import { sessionOf } from './asked.js';

/** A session as the definitions see it: the writes it has made and those it has seen. */
export interface Known {
  readonly made: Names;
  readonly seen: Names;
}

interface Session extends Known {
  readonly made: Set<WriteName>;
  readonly seen: Set<WriteName>;
}

const NOTHING_KNOWN: Known = { made: new Set(), seen: new Set() };

/** What sessions know, by what they were answered. */
export class Sessions {
  private readonly sessions = new Map<string, Session>();
  /** A request that is sent again carries the passbook of its time, and is bound by no more than that. */
  private readonly passbooks = new WeakMap<SessionVectors, Known>();

  constructor(private readonly twin: Twin) {}

  makes({ customer, session = 1, passbook }: Ask): void {
    if (!passbook || this.passbooks.has(passbook)) return;
    const { made, seen } = this.session(`${customer}/${session}`);
    this.passbooks.set(passbook, { made: new Set(made), seen: new Set(seen) });
  }

  /** What the session knew when it showed this passbook for the first time. */
  knownBy(passbook: SessionVectors | undefined): Known {
    return (passbook && this.passbooks.get(passbook)) ?? NOTHING_KNOWN;
  }

  /** What the session may rely on from now on. */
  learns(answered: Answered): void {
    const { outcome } = answered;
    const { made, seen } = this.session(sessionOf(answered));
    if (outcome.kind === 'refused' && outcome.lost) for (const names of [made, seen]) drop(names, outcome.lost);
    const write = writeOf(outcome);
    if (write) made.add(nameOf(write.origin, write.sequence));
    else if (outcome.view) for (const name of this.twin.names(viewVector(outcome.view))) seen.add(name);
  }

  private session(key: string): Session {
    let session = this.sessions.get(key);
    if (!session) this.sessions.set(key, (session = { made: new Set(), seen: new Set() }));
    return session;
  }
}

/** It was told: from now on it goes on without. */
function drop(names: Set<WriteName>, lost: VersionVector): void {
  for (const name of names) {
    const { origin, sequence } = idOf(name);
    if (sequence > (lost.get(origin) ?? Infinity)) names.delete(name);
  }
}

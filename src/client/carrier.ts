import type { Passbook } from '../domain/session.js';
import type { WriteSession } from '../domain/writes.js';

/** A session as its operations see it: asked when one is sent, so that what it carries is the latest. */
export interface Carrier extends WriteSession {
  /** Live, not a copy. */
  readonly carried: Passbook;
  /** The lowest counter without an answer. */
  readonly settledBelow: number;
}

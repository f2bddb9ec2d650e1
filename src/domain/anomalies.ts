/**
 * What can be wrong with a replicated bank, by name. One table: the checker's
 * verdicts, the help and the documentation print from it.
 */
export const FAMILIES = {
  Durability: 'what was acknowledged stays, what was refused has no effect, and every balance is made of writes',
  Idempotency: 'a request takes effect once, however often it is asked',
  Session: 'what a customer has made and seen goes along to every branch',
  Causal: 'nothing is seen before what it follows, and nothing that is not there',
  Money: 'no money comes out of nothing, and none is paid out that is not there',
  Liveness: 'everything arrives everywhere in the end, and everyone gets an answer',
} as const;

export type Family = keyof typeof FAMILIES;

/**
 * How much a history must tell to show an anomaly: `balances`: operations and what
 * they answered, whatever program made them (black box); `vectors`: also which
 * writes each answer reflects (grey box); `logs`: also what the branches logged;
 * `finals`: also what the branches hold in the end.
 */
export type Evidence = 'balances' | 'vectors' | 'logs' | 'finals';

export interface AnomalyRow {
  readonly family: Family;
  /** One sentence, without a full stop. */
  readonly meaning: string;
  readonly shownBy: readonly Evidence[];
}

export const ANOMALIES = {
  LostAcknowledgedWrite: row('Durability', 'a write that was acknowledged is gone', 'balances', 'logs', 'finals'),
  ResurrectedRefusal: row('Durability', 'an operation that failed has changed the balance', 'balances', 'logs'),
  GarbageBalance: row('Durability', 'no set of writes adds up to the balance', 'balances'),
  SilentCorruption: row('Durability', 'a log holds something else than what was asked for and acknowledged', 'logs'),
  LogGap: row('Durability', 'a log has a hole: a number is skipped', 'logs'),
  WriteIdReuse: row('Durability', 'two different writes have the same id', 'vectors', 'logs'),
  DuplicateEffect: row(
    'Idempotency',
    'an operation counts twice, or a branch decided it that had no right to',
    'balances',
    'logs',
  ),
  ConflictingReplay: row('Idempotency', 'a request that was asked again was answered as another write', 'vectors'),
  ReadYourWrites: row('Session', 'a read lacks an earlier write of its session', 'balances', 'vectors'),
  MonotonicReads: row('Session', 'a read lacks what an earlier read of its session showed', 'balances', 'vectors'),
  MonotonicWrites: row('Session', 'somewhere a write is without an earlier write of its session', 'vectors'),
  WritesFollowReads: row('Session', 'somewhere a write is without what its session had read before', 'vectors'),
  SessionRegress: row('Session', 'a branch shows a session less than it had shown it before', 'vectors'),
  ThinAirRead: row('Causal', 'something shows a write that nobody made', 'vectors', 'logs'),
  FutureRead: row('Causal', 'a read shows a write that was asked for only later', 'balances', 'vectors'),
  CausalGap: row('Causal', 'a write is somewhere without a write that it follows', 'vectors', 'logs'),
  VectorValueMismatch: row('Causal', 'a balance is not the sum of the writes that the answer says it reflects', 'vectors'),
  FracturedTransfer: row('Causal', 'half of a transfer is seen, and the other half is not', 'vectors'),
  Overdraft: row('Money', 'money was paid out that was not there', 'balances', 'vectors'),
  AllowanceNegative: row('Money', 'a branch paid out or granted more than its part of the balance', 'logs'),
  AllowanceMinted: row('Money', 'a branch was given allowance that no branch gave away', 'logs'),
  ConservationBreak: row('Money', 'the accounts together hold more or less than came in and went out', 'finals'),
  UnjustifiedRefusal: row('Money', 'a customer was refused for a reason that was not there', 'vectors'),
  Divergence: row(
    'Liveness',
    'the final balances of the branches differ, or are not what the writes add up to',
    'balances',
    'finals',
  ),
  StuckPropagation: row('Liveness', 'in the end a branch still lacks a write', 'finals'),
  UnboundedWait: row('Liveness', 'an operation was not answered in time, or never', 'finals'),
} as const satisfies Record<string, AnomalyRow>;

export type AnomalyName = keyof typeof ANOMALIES;

export const ANOMALY_NAMES = Object.keys(ANOMALIES) as readonly AnomalyName[];

function row(family: Family, meaning: string, ...shownBy: Evidence[]): AnomalyRow {
  return { family, meaning, shownBy };
}

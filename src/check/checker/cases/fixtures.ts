/** For tests: a history for each anomaly, and near misses, written by hand. */
import type { AnomalyName } from '../../../domain/anomalies.js';
import type { Line } from '../../fixtures.js';
import {
  applied,
  ceded,
  deposit,
  fault,
  final,
  granted,
  linked,
  logged,
  lost,
  query,
  refused,
  type Step,
  type Story,
  transfer,
  voided,
  withdraw,
} from '../fixtures.js';

export interface Case extends Story {
  readonly rule: string;
  /** None: a near miss, which must hold. */
  readonly finds: AnomalyName[];
}

const black = { blackBox: true };
/** Two branches that hold the same in the end. */
export const ends = (sees: Record<number, number>, balance: number): Step[] => [
  final(1, sees, { 1: balance }),
  final(2, sees, { 1: balance }),
];
const opening = (line: Line): Line => ({ kind: 'open', account: '', ...line });

/** Branch 3 applies a write of branch 2 before the one of branch 1 that it follows. */
const APPLIED_TOO_EARLY = [
  lost(deposit({ branch: 1 })),
  lost(deposit({ customer: 2, branch: 2 })),
  logged(1, 1, { by: [1, 1] }),
  applied(2, 1, 1),
  logged(2, 1, { by: [2, 1], follows: { 1: 1 } }),
  applied(3, 2, 1),
  linked(3, 1),
  applied(3, 1, 1),
];

/** For each anomaly histories that have it, and near misses that have not; a rule each. */
export const CASES: Record<AnomalyName, Case[]> = {
  LostAcknowledgedWrite: [
    {
      rule: 'a write that was acknowledged and that no branch has in the end',
      finds: ['LostAcknowledgedWrite'],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), ...ends({}, 0)],
    },
    { rule: 'it is there', finds: [], steps: [deposit({ branch: 1, write: 1, sees: {} }), ...ends({ 1: 1 }, 10)] },
    {
      rule: 'a bank in memory may forget what a branch that crashed had alone',
      finds: [],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), fault('crash', 20, 1), ...ends({}, 0)],
    },
    {
      rule: 'but not one that was only cut off, or stood still',
      finds: ['LostAcknowledgedWrite'],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), fault('cut', 20, 1), fault('pause', 21, 1), ...ends({}, 0)],
    },
    {
      rule: 'but not what another branch has shown',
      finds: ['LostAcknowledgedWrite'],
      steps: [
        deposit({ branch: 1, write: 1, sees: {} }),
        query(10, { customer: 2, branch: 2, sees: { 1: 1 } }),
        fault('crash', 20, 1),
        ...ends({}, 0),
      ],
    },
    {
      rule: 'nor what it acknowledged after the crash',
      finds: ['LostAcknowledgedWrite'],
      steps: [
        fault('crash', 0, 1),
        fault('restart', 1, 1),
        deposit({ branch: 1, write: 1, sees: {}, invokedAtUs: 10, completedAtUs: 15 }),
        ...ends({}, 0),
      ],
    },
    {
      rule: 'that it tells one write again, which it may have got back, does not say that it still has the next one',
      finds: [],
      steps: [
        deposit({ branch: 1, write: 1, sees: {}, event: 1 }),
        deposit({ customer: 2, branch: 1, write: 2, sees: { 1: 1 } }),
        fault('crash', 18, 1),
        deposit({ branch: 1, write: 1, sees: {}, event: 1 }),
        ...ends({ 1: 1 }, 10),
      ],
    },
    {
      rule: 'and a durable bank nothing',
      finds: ['LostAcknowledgedWrite'],
      options: { durable: true },
      steps: [deposit({ branch: 1, write: 1, sees: {} }), fault('crash', 20, 1), ...ends({}, 0)],
    },
    {
      rule: 'a write that is not in the log of its branch',
      finds: ['LostAcknowledgedWrite'],
      steps: [
        deposit({ branch: 1, write: 1, sees: {} }),
        deposit({ branch: 1, write: 2, sees: { 1: 1 } }),
        logged(1, 1, { by: [1, 1] }),
        ...ends({ 1: 1 }, 10),
      ],
    },
    {
      rule: 'of a log that was recorded from its middle on nobody knows what was before',
      finds: [],
      partial: true,
      steps: [deposit({ branch: 1, write: 1, sees: {} }), logged(1, 5, { by: [2, 1] })],
    },
    {
      rule: 'but what is behind',
      finds: ['LostAcknowledgedWrite', 'LogGap'],
      partial: true,
      steps: [deposit({ branch: 1, write: 6, sees: {} }), logged(1, 5, { by: [2, 1] }), logged(1, 7, { by: [2, 2] })],
    },
    {
      rule: 'seen in balances: a request that is told twice was done once',
      finds: [],
      options: black,
      steps: [deposit({ branch: 1, event: 1 }), deposit({ branch: 1, event: 1 }), query(10, { branch: 1 }), ...ends({}, 10)],
    },
    {
      rule: 'seen in balances: the end lacks what was done',
      finds: ['LostAcknowledgedWrite'],
      options: black,
      steps: [deposit({ branch: 1 }), deposit({ branch: 2, amountMinor: 7 }), ...ends({}, 7)],
    },
    {
      rule: 'seen in balances: a write of unknown outcome may be absent',
      finds: [],
      options: black,
      steps: [lost(deposit({ branch: 1 })), deposit({ branch: 2, amountMinor: 7 }), ...ends({}, 7)],
    },
  ],
  ResurrectedRefusal: [
    {
      rule: 'a refused deposit that is in a log',
      finds: ['ResurrectedRefusal'],
      steps: [refused('OVERLOADED', deposit({ branch: 1 })), logged(1, 1, { by: [1, 1] })],
    },
    { rule: 'nobody can tell, and it is there', finds: [], steps: [lost(deposit({ branch: 1 })), logged(1, 1, { by: [1, 1] })] },
    {
      rule: 'one attempt is refused for good, and the request is in a log',
      finds: ['ResurrectedRefusal'],
      steps: [
        lost(withdraw({ branch: 1, event: 1 })),
        refused('INSUFFICIENT_FUNDS', withdraw({ branch: 1, event: 1, final: true })),
        logged(1, 1, { kind: 'withdraw', by: [1, 1] }),
      ],
      founded: [30],
    },
    {
      rule: 'one attempt is refused, though not for good, and the next one is done',
      finds: [],
      steps: [
        refused('OVERLOADED', deposit({ branch: 1, event: 1 })),
        deposit({ branch: 2, write: 1, sees: {}, event: 1 }),
        logged(2, 1, { by: [1, 1] }),
      ],
    },
    {
      rule: 'a request is carried out that a void refuses for good, whoever was told',
      finds: ['ResurrectedRefusal'],
      steps: [lost(deposit({ branch: 1 })), voided(1, 1, [1, 1]), logged(1, 2, { by: [1, 1] })],
    },
    {
      rule: 'the void is in another log',
      finds: ['ResurrectedRefusal'],
      steps: [lost(deposit({ branch: 1 })), voided(2, 1, [1, 1]), logged(1, 1, { by: [1, 1], follows: { 2: 1 } })],
    },
    {
      rule: 'the void is of another request',
      finds: [],
      steps: [lost(deposit({ branch: 1 })), lost(withdraw({ branch: 1 })), voided(1, 1, [1, 2]), logged(1, 2, { by: [1, 1] })],
    },
    {
      rule: 'the void is of another session of the same customer',
      finds: [],
      steps: [
        lost(deposit({ branch: 1, session: 7 })),
        lost(withdraw({ branch: 1, session: 8, event: 1 })),
        logged(1, 1, { by: [1, 1] }),
        logged(1, 2, { kind: 'void', by: [1, 1], session: 8 }),
      ],
    },
    {
      rule: 'it is refused for good, and a void says so',
      finds: [],
      steps: [
        refused('INSUFFICIENT_FUNDS', withdraw({ branch: 1, sees: { 1: 1 }, final: true })),
        voided(1, 1, [1, 1]),
        ...ends({ 1: 1 }, 0),
      ],
    },
    {
      rule: 'a bank in memory may forget a void that only a branch which crashed had',
      finds: [],
      steps: [
        lost(deposit({ branch: 1 })),
        voided(1, 1, [1, 1]),
        fault('crash', 8, 1),
        logged(2, 1, { by: [1, 1] }),
        ...ends({ 2: 1 }, 10),
      ],
    },
    {
      rule: 'nor the request that was carried out there, before it was refused elsewhere',
      finds: [],
      steps: [
        lost(deposit({ branch: 1 })),
        logged(1, 1, { by: [1, 1] }),
        fault('crash', 8, 1),
        voided(2, 1, [1, 1]),
        ...ends({ 2: 1 }, 0),
      ],
    },
    {
      rule: 'but not where the other branch had the void',
      finds: ['ResurrectedRefusal'],
      steps: [
        lost(deposit({ branch: 1 })),
        voided(1, 1, [1, 1]),
        fault('crash', 8, 1),
        logged(2, 1, { by: [1, 1], follows: { 1: 1 } }),
        ...ends({ 1: 1, 2: 1 }, 10),
      ],
    },
    {
      rule: 'nor where a branch has it in the end',
      finds: ['ResurrectedRefusal'],
      steps: [
        lost(deposit({ branch: 1 })),
        voided(1, 1, [1, 1]),
        fault('crash', 8, 1),
        logged(2, 1, { by: [1, 1] }),
        ...ends({ 1: 1, 2: 1 }, 10),
      ],
    },
    {
      rule: 'a bank in memory may forget that it refused a request for good',
      finds: [],
      steps: [
        lost(withdraw({ branch: 2, event: 1 })),
        refused('INSUFFICIENT_FUNDS', withdraw({ branch: 1, event: 1, final: true })),
        voided(1, 1, [1, 1]),
        fault('crash', 18, 1),
        logged(2, 1, { kind: 'withdraw', by: [1, 1] }),
        ...ends({ 2: 1 }, 20),
      ],
      founded: [30],
    },
    {
      rule: 'a durable bank may not',
      finds: ['ResurrectedRefusal', 'StuckPropagation'],
      options: { durable: true },
      steps: [
        lost(deposit({ branch: 1 })),
        voided(1, 1, [1, 1]),
        fault('crash', 8, 1),
        logged(2, 1, { by: [1, 1] }),
        ...ends({ 2: 1 }, 10),
      ],
    },
    {
      rule: 'seen in balances: a refused deposit counts',
      finds: ['ResurrectedRefusal'],
      options: black,
      steps: [refused('OVERLOADED', deposit({ branch: 1 })), query(10, { branch: 1 })],
    },
  ],
  GarbageBalance: [
    {
      rule: 'a balance to which nothing adds up',
      finds: ['GarbageBalance'],
      options: black,
      steps: [deposit({ branch: 1 }), query(13, { branch: 1 })],
    },
    {
      rule: 'a write of unknown outcome makes up for it',
      finds: [],
      options: black,
      steps: [deposit({ branch: 1 }), lost(deposit({ branch: 2, amountMinor: 3 })), query(13, { branch: 1 })],
    },
  ],
  SilentCorruption: [
    {
      rule: 'the log has another amount than was asked for',
      finds: ['SilentCorruption'],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), logged(1, 1, { amount: 11, by: [1, 1] })],
    },
    {
      rule: 'the log has another kind of operation',
      finds: ['SilentCorruption'],
      founded: [30],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), logged(1, 1, { kind: 'withdraw', by: [1, 1] })],
    },
    {
      rule: 'the log credits another account',
      finds: ['SilentCorruption'],
      founded: [30, 0, 0],
      steps: [transfer({ branch: 1, write: 1, sees: {}, to: '2' }), logged(1, 1, { kind: 'transfer', to: '3', by: [1, 1] })],
    },
    {
      rule: 'the log has it behind something else than its customer was told',
      finds: ['SilentCorruption'],
      steps: [
        lost(deposit({ customer: 2, branch: 2 })),
        logged(2, 1, { by: [2, 1] }),
        deposit({ branch: 1, write: 1, sees: {} }),
        logged(1, 1, { by: [1, 1], follows: { 2: 1 } }),
      ],
    },
    {
      rule: 'what it follows is not told, by the log or to its customer',
      finds: [],
      partial: true,
      steps: [
        deposit({ branch: 1, write: 5, sees: { 1: 4 } }),
        logged(1, 5, { by: [1, 1] }),
        deposit({ customer: 2, branch: 2, write: 1 }),
        logged(2, 1, { by: [2, 1], follows: { 3: 1 } }),
      ],
    },
    {
      rule: 'an account was opened as it was asked for',
      finds: [],
      steps: [opening({ branch: 1, write: 1, sees: {} }), logged(1, 1, { kind: 'open', by: [1, 1] })],
    },
    {
      rule: 'the log has the refusal of what was acknowledged',
      finds: ['SilentCorruption'],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), voided(1, 1, [1, 1])],
    },
    {
      rule: 'the log has it as it was asked for',
      finds: [],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), logged(1, 1, { by: [1, 1] })],
    },
  ],
  LogGap: [
    {
      rule: 'a number is skipped',
      finds: ['LogGap'],
      steps: [
        lost(deposit({ branch: 1 })),
        lost(deposit({ branch: 1 })),
        logged(1, 1, { by: [1, 1] }),
        logged(1, 3, { by: [1, 2] }),
      ],
    },
    {
      rule: 'the numbers of two logs are apart',
      finds: [],
      steps: [
        lost(deposit({ branch: 1 })),
        lost(deposit({ branch: 2 })),
        logged(1, 1, { by: [1, 1] }),
        logged(2, 1, { by: [1, 2] }),
      ],
    },
  ],
  WriteIdReuse: [
    {
      rule: 'two deposits are acknowledged under one id',
      finds: ['WriteIdReuse'],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), deposit({ customer: 2, branch: 1, write: 1, sees: {} })],
    },
    {
      rule: 'two requests of one session are',
      finds: ['WriteIdReuse', 'MonotonicWrites'],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), deposit({ branch: 1, write: 1, sees: {} })],
      options: { asked: true },
    },
    {
      rule: 'a log tells two writes under one id',
      finds: ['WriteIdReuse'],
      steps: [
        lost(deposit({ branch: 1 })),
        lost(deposit({ branch: 1 })),
        logged(1, 1, { by: [1, 1] }),
        logged(1, 1, { by: [1, 2] }),
      ],
    },
    {
      rule: 'a log tells a write twice',
      finds: [],
      steps: [lost(deposit({ branch: 1 })), logged(1, 1, { by: [1, 1] }), logged(1, 1, { by: [1, 1] })],
    },
    {
      rule: 'one request is told its id again',
      finds: [],
      steps: [deposit({ branch: 1, write: 1, sees: {}, event: 1 }), deposit({ branch: 1, write: 1, sees: {}, event: 1 })],
    },
  ],
  DuplicateEffect: [
    {
      rule: 'one request is logged as two writes',
      finds: ['DuplicateEffect'],
      steps: [lost(deposit({ branch: 1 })), logged(1, 1, { by: [1, 1] }), logged(2, 1, { by: [1, 1] })],
    },
    {
      rule: 'a bank in memory may have forgotten the first',
      finds: [],
      steps: [
        lost(deposit({ branch: 1, event: 1 })),
        logged(1, 1, { by: [1, 1] }),
        fault('crash', 8, 1),
        deposit({ branch: 2, write: 1, sees: {}, event: 1 }),
        logged(2, 1, { by: [1, 1] }),
        ...ends({ 2: 1 }, 10),
      ],
    },
    {
      rule: 'but not one that a branch has in the end',
      finds: ['DuplicateEffect'],
      steps: [
        lost(deposit({ branch: 1, event: 1 })),
        logged(1, 1, { by: [1, 1] }),
        fault('crash', 8, 1),
        deposit({ branch: 2, write: 1, sees: {}, event: 1 }),
        logged(2, 1, { by: [1, 1] }),
        ...ends({ 1: 1, 2: 1 }, 20),
      ],
    },
    {
      rule: 'two equal requests are two writes',
      finds: [],
      steps: [
        lost(deposit({ branch: 1 })),
        lost(deposit({ branch: 2 })),
        logged(1, 1, { by: [1, 1] }),
        logged(2, 1, { by: [1, 2] }),
      ],
    },
    {
      rule: 'a branch carries out a request that it has handed to another',
      finds: ['DuplicateEffect'],
      steps: [lost(deposit({ branch: 1 })), ceded(1, 1, 2, [1, 1]), logged(1, 2, { by: [1, 1] })],
    },
    {
      rule: 'the branch to which it was handed carries it out',
      finds: [],
      steps: [lost(deposit({ branch: 1 })), ceded(1, 1, 2, [1, 1]), logged(2, 1, { by: [1, 1], follows: { 1: 1 } })],
    },
    {
      rule: 'that branch had not yet applied the write by which it was handed over',
      finds: ['DuplicateEffect'],
      steps: [lost(deposit({ branch: 1 })), ceded(1, 1, 2, [1, 1]), logged(2, 1, { by: [1, 1] })],
    },
    {
      rule: 'the branch has got it back',
      finds: [],
      steps: [
        lost(deposit({ branch: 1 })),
        ceded(1, 1, 2, [1, 1]),
        ceded(2, 1, 1, [1, 1], { 1: 1 }),
        logged(1, 2, { by: [1, 1], follows: { 2: 1 } }),
      ],
    },
    {
      rule: 'it is on its way back, and not yet applied',
      finds: ['DuplicateEffect'],
      steps: [
        lost(deposit({ branch: 1 })),
        ceded(1, 1, 2, [1, 1]),
        ceded(2, 1, 1, [1, 1], { 1: 1 }),
        logged(1, 2, { by: [1, 1] }),
      ],
    },
    {
      rule: 'it got it back once, and handed it over twice',
      finds: ['DuplicateEffect'],
      steps: [
        lost(deposit({ branch: 1 })),
        ceded(1, 1, 2, [1, 1]),
        ceded(2, 1, 1, [1, 1], { 1: 1 }),
        ceded(1, 2, 3, [1, 1], { 2: 1 }),
        logged(1, 3, { by: [1, 1] }),
      ],
    },
    {
      rule: 'another request was handed back',
      finds: ['DuplicateEffect'],
      steps: [
        lost(deposit({ branch: 1 })),
        lost(deposit({ branch: 2 })),
        ceded(1, 1, 2, [1, 1]),
        ceded(2, 1, 1, [1, 2], { 1: 1 }),
        logged(1, 2, { by: [1, 1], follows: { 2: 1 } }),
      ],
    },
    {
      rule: 'from hand to hand, and refused for good by the last',
      finds: [],
      steps: [
        lost(deposit({ branch: 1 })),
        ceded(1, 1, 2, [1, 1]),
        ceded(2, 1, 3, [1, 1], { 1: 1 }),
        voided(3, 1, [1, 1], { 1: 1, 2: 1 }),
      ],
    },
    {
      rule: 'a branch hands over what it has handed over',
      finds: ['DuplicateEffect'],
      steps: [lost(deposit({ branch: 1 })), ceded(1, 1, 2, [1, 1]), ceded(1, 2, 3, [1, 1])],
    },
    {
      rule: 'two branches deal with one request as if it had begun at each',
      finds: ['DuplicateEffect'],
      steps: [lost(deposit({ branch: 1 })), ceded(1, 1, 2, [1, 1]), logged(3, 1, { by: [1, 1], follows: { 1: 1 } })],
    },
    {
      rule: 'what else it had applied is not told, and may have been it',
      finds: [],
      partial: true,
      steps: [lost(deposit({ branch: 1 })), ceded(1, 1, 2, [1, 1]), logged(1, 2, { by: [1, 1], follows: { 2: 5 } })],
    },
    {
      rule: 'a write that a branch got back from others is told again, and those after it are judged as before',
      finds: ['DuplicateEffect'],
      steps: [
        lost(deposit({ branch: 1 })),
        lost(deposit({ branch: 1 })),
        logged(1, 1, { by: [1, 2] }),
        ceded(1, 2, 2, [1, 1]),
        logged(1, 1, { by: [1, 2] }),
        ceded(1, 2, 2, [1, 1]),
        logged(1, 3, { by: [1, 1] }),
      ],
    },
    {
      rule: 'what it had applied is not told, as its log has a hole',
      finds: [],
      partial: true,
      steps: [lost(deposit({ branch: 1 })), ceded(1, 1, 2, [1, 1]), logged(2, 7, { by: [1, 1] })],
    },
    {
      rule: 'a request is refused for good twice',
      finds: ['DuplicateEffect'],
      steps: [lost(deposit({ branch: 1 })), voided(1, 1, [1, 1]), voided(2, 1, [1, 1], { 1: 1 })],
    },
    {
      rule: 'a bank in memory may have forgotten the first time',
      finds: [],
      steps: [lost(deposit({ branch: 1 })), voided(1, 1, [1, 1]), fault('crash', 8, 1), voided(2, 1, [1, 1])],
    },
    {
      rule: 'a void is told twice',
      finds: [],
      steps: [lost(deposit({ branch: 1 })), voided(1, 1, [1, 1]), voided(1, 1, [1, 1])],
    },
    {
      rule: 'seen in balances: a deposit counts twice',
      finds: ['DuplicateEffect'],
      options: black,
      steps: [deposit({ branch: 1 }), query(20, { branch: 1 })],
    },
  ],
  ConflictingReplay: [
    {
      rule: 'a request that is asked again is told another id',
      finds: ['ConflictingReplay'],
      steps: [deposit({ branch: 1, write: 1, sees: {}, event: 1 }), deposit({ branch: 1, write: 2, sees: { 1: 1 }, event: 1 })],
    },
    {
      rule: 'another request has another id',
      finds: [],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), deposit({ branch: 1, write: 2, sees: { 1: 1 } })],
    },
    {
      rule: 'a bank in memory may have forgotten what it told first',
      finds: [],
      options: { asked: true },
      steps: [
        deposit({ branch: 1, write: 1, sees: {}, event: 1 }),
        fault('crash', 8, 1),
        deposit({ branch: 2, write: 1, sees: {}, event: 1 }),
        ...ends({ 2: 1 }, 10),
      ],
    },
  ],
  ReadYourWrites: [
    {
      rule: 'a read at a branch without the own deposit',
      finds: ['ReadYourWrites'],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), query(0, { branch: 2, sees: {} })],
    },
    {
      rule: "the read of somebody else's account",
      finds: [],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), query(0, { customer: 2, branch: 2, sees: {} })],
    },
    {
      rule: 'a transfer counts for the account that it credits',
      finds: ['ReadYourWrites'],
      founded: [30, 0],
      steps: [transfer({ branch: 1, write: 1, sees: {}, to: '2' }), query(0, { branch: 2, sees: {}, account: '2' })],
    },
    {
      rule: 'and for no third account',
      finds: [],
      founded: [30, 0, 5],
      steps: [transfer({ branch: 1, write: 1, sees: {}, to: '2' }), query(5, { branch: 2, sees: {}, account: '3' })],
    },
    {
      rule: 'seen in balances: the own deposit is not in it',
      finds: ['ReadYourWrites'],
      options: black,
      steps: [deposit({ branch: 1 }), query(0, { branch: 2 })],
    },
    {
      rule: 'seen in balances: another customer may not see it yet',
      finds: [],
      options: black,
      steps: [deposit({ branch: 1 }), query(0, { customer: 2, branch: 2 })],
    },
  ],
  MonotonicReads: [
    {
      rule: 'a later read lacks what an earlier one showed',
      finds: ['MonotonicReads'],
      steps: [
        deposit({ customer: 2, branch: 1, write: 1, sees: {} }),
        query(10, { branch: 1, sees: { 1: 1 } }),
        query(0, { branch: 2, sees: {} }),
      ],
    },
    {
      rule: 'reads of two customers bind nobody',
      finds: [],
      steps: [
        deposit({ customer: 2, branch: 1, write: 1, sees: {} }),
        query(10, { branch: 1, sees: { 1: 1 } }),
        query(0, { customer: 3, branch: 2, sees: {} }),
      ],
    },
    {
      rule: 'a transfer that a read of one account showed is missing in a read of the other',
      finds: ['MonotonicReads'],
      founded: [30, 0],
      steps: [
        transfer({ customer: 2, branch: 1, write: 1, sees: {}, to: '2' }),
        query(20, { branch: 1, sees: { 1: 1 } }),
        query(0, { branch: 2, sees: {}, account: '2' }),
      ],
    },
    {
      rule: 'seen in balances: it falls, though nothing was taken out',
      finds: ['MonotonicReads'],
      options: black,
      steps: [deposit({ customer: 2, branch: 1 }), query(10, { branch: 1 }), query(0, { branch: 2 })],
    },
    {
      rule: 'seen in balances: a withdrawal can explain it',
      finds: [],
      options: black,
      steps: [
        deposit({ customer: 2, branch: 1 }),
        query(10, { branch: 1 }),
        withdraw({ customer: 2, branch: 1 }),
        query(0, { branch: 2 }),
      ],
    },
  ],
  MonotonicWrites: [
    {
      rule: 'a write is accepted where an earlier one of its session is missing',
      finds: ['MonotonicWrites'],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), deposit({ branch: 2, write: 1, sees: {} })],
    },
    {
      rule: 'it is accepted where the earlier one is',
      finds: [],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), deposit({ branch: 2, write: 1, sees: { 1: 1 } })],
    },
    {
      rule: 'a third branch shows the later write without the earlier one',
      finds: ['MonotonicWrites'],
      steps: [
        deposit({ branch: 1, write: 1, sees: {} }),
        deposit({ branch: 2, write: 1, sees: { 1: 1 } }),
        query(10, { customer: 2, branch: 3, sees: { 2: 1 } }),
      ],
    },
    {
      rule: 'a third branch may show the earlier one alone',
      finds: [],
      steps: [
        deposit({ branch: 1, write: 1, sees: {} }),
        deposit({ branch: 2, write: 1, sees: { 1: 1 } }),
        query(10, { customer: 2, branch: 3, sees: { 1: 1 } }),
      ],
    },
  ],
  WritesFollowReads: [
    {
      rule: 'a write is accepted where what its session read is missing',
      finds: ['WritesFollowReads'],
      steps: [
        deposit({ customer: 2, branch: 1, write: 1, sees: {} }),
        query(10, { branch: 1, sees: { 1: 1 } }),
        deposit({ branch: 2, write: 1, sees: {} }),
      ],
    },
    {
      rule: 'whoever read nothing follows nothing',
      finds: [],
      steps: [deposit({ customer: 2, branch: 1, write: 1, sees: {} }), deposit({ branch: 2, write: 1, sees: {} })],
    },
    {
      rule: 'a third branch shows the write without what its session had read',
      finds: ['WritesFollowReads'],
      steps: [
        deposit({ customer: 2, branch: 1, write: 1, sees: {} }),
        query(10, { branch: 1, sees: { 1: 1 } }),
        deposit({ branch: 2, write: 1, sees: { 1: 1 } }),
        query(10, { customer: 3, branch: 3, sees: { 2: 1 } }),
      ],
    },
  ],
  SessionRegress: [
    {
      rule: 'one branch shows less than before, and nothing that this account would miss',
      finds: ['SessionRegress'],
      founded: [0, 0],
      steps: [
        deposit({ customer: 2, branch: 2, write: 1, sees: {}, account: '2' }),
        query(0, { branch: 1, sees: { 2: 1 } }),
        query(0, { branch: 1, sees: {} }),
      ],
    },
    {
      rule: 'it was another branch',
      finds: [],
      founded: [0, 0],
      steps: [
        deposit({ customer: 2, branch: 2, write: 1, sees: {}, account: '2' }),
        query(0, { branch: 1, sees: { 2: 1 } }),
        query(0, { branch: 3, sees: {} }),
      ],
    },
    {
      rule: 'the branch tells of a write that another one had accepted',
      finds: [],
      founded: [0, 0],
      steps: [
        deposit({ customer: 2, branch: 2, write: 1, sees: {}, account: '2' }),
        query(0, { branch: 1, sees: { 2: 1 } }),
        lost(deposit({ branch: 3 })),
        deposit({ branch: 1, write: 1, madeAt: 3, sees: {} }),
      ],
    },
    {
      rule: 'another branch answered than the one that was asked',
      finds: [],
      founded: [0, 0],
      steps: [
        deposit({ customer: 2, branch: 2, write: 1, sees: {}, account: '2' }),
        query(0, { branch: 1, sees: { 2: 1 } }),
        query(0, { askedAt: 1, branch: 3, sees: {} }),
      ],
    },
    {
      rule: 'it tells of a refusal for good, which may be of another branch',
      finds: [],
      founded: [0, 0],
      steps: [
        deposit({ customer: 2, branch: 2, write: 1, sees: {}, account: '2' }),
        query(0, { branch: 1, sees: { 2: 1 } }),
        refused('INSUFFICIENT_FUNDS', withdraw({ branch: 1, sees: {}, final: true })),
      ],
    },
    {
      rule: 'a refusal that is not for good is its own',
      finds: ['SessionRegress'],
      founded: [0, 0],
      steps: [
        deposit({ customer: 2, branch: 2, write: 1, sees: {}, account: '2' }),
        query(0, { branch: 1, sees: { 2: 1 } }),
        refused('INSUFFICIENT_FUNDS', withdraw({ branch: 1, sees: {} })),
      ],
    },
    {
      rule: 'the branch crashed in between',
      finds: [],
      founded: [0, 0],
      steps: [
        deposit({ customer: 2, branch: 2, write: 1, sees: {}, account: '2' }),
        query(0, { branch: 1, sees: { 2: 1 } }),
        fault('crash', 18, 1),
        query(0, { branch: 1, sees: {} }),
      ],
    },
  ],
  ThinAirRead: [
    {
      rule: 'a read shows a write that its log does not have',
      finds: ['ThinAirRead'],
      steps: [
        lost(deposit({ branch: 1 })),
        logged(1, 1, { by: [1, 1] }),
        query(10, { customer: 2, branch: 2, sees: { 1: 2 } }),
        ...ends({ 1: 1 }, 10),
      ],
    },
    {
      rule: 'the last one in the log',
      finds: [],
      steps: [
        lost(deposit({ branch: 1 })),
        logged(1, 1, { by: [1, 1] }),
        query(10, { customer: 2, branch: 2, sees: { 1: 1 } }),
        ...ends({ 1: 1 }, 10),
      ],
    },
    {
      rule: 'a write of a branch that there is not',
      finds: ['ThinAirRead'],
      steps: [query(0, { branch: 1, sees: { 9: 1 } })],
    },
    { rule: 'a log has a write that nobody asked for', finds: ['ThinAirRead'], steps: [logged(1, 1, { by: [1, 1] })] },
    { rule: 'whoever asked may not be in the history', finds: [], partial: true, steps: [logged(1, 1, { by: [1, 1] })] },
    {
      rule: 'a branch hands over a request that nobody made',
      finds: ['ThinAirRead'],
      steps: [ceded(1, 1, 2, [1, 1])],
    },
  ],
  FutureRead: [
    {
      rule: 'a read shows a write that was asked for after its answer',
      finds: ['FutureRead'],
      steps: [query(10, { customer: 2, branch: 1, sees: { 1: 1 } }), deposit({ branch: 1, write: 1, sees: {} })],
    },
    {
      rule: 'that is not the first of its log',
      finds: ['FutureRead'],
      steps: [
        deposit({ branch: 1, write: 1, sees: {} }),
        query(20, { customer: 2, branch: 1, sees: { 1: 2 } }),
        deposit({ branch: 1, write: 2, sees: { 1: 1 } }),
      ],
    },
    {
      rule: 'the two overlap',
      finds: [],
      steps: [
        query(10, { customer: 2, branch: 1, sees: { 1: 1 }, completedAtUs: 14 }),
        deposit({ branch: 1, write: 1, sees: {} }),
      ],
    },
    {
      rule: 'it was asked for before, and again after',
      finds: [],
      steps: [
        lost(deposit({ branch: 1, event: 1 })),
        query(10, { customer: 2, branch: 1, sees: { 1: 1 } }),
        deposit({ branch: 1, write: 1, sees: {}, event: 1 }),
      ],
    },
    {
      rule: 'seen in balances: a deposit counts before it was asked for',
      finds: ['FutureRead'],
      options: black,
      steps: [query(10, { branch: 1 }), deposit({ branch: 1 })],
    },
  ],
  CausalGap: [
    {
      rule: 'a read shows a write without one that its branch had',
      finds: ['CausalGap'],
      steps: [
        deposit({ branch: 1, write: 1, sees: {} }),
        deposit({ customer: 2, branch: 2, write: 1, sees: { 1: 1 } }),
        query(10, { customer: 3, branch: 3, sees: { 2: 1 } }),
      ],
    },
    {
      rule: 'it shows both',
      finds: [],
      steps: [
        deposit({ branch: 1, write: 1, sees: {} }),
        deposit({ customer: 2, branch: 2, write: 1, sees: { 1: 1 } }),
        query(20, { customer: 3, branch: 3, sees: { 1: 1, 2: 1 } }),
      ],
    },
    {
      rule: 'a branch applies a write before one that it follows',
      finds: ['CausalGap'],
      steps: APPLIED_TOO_EARLY,
    },
    {
      rule: 'a record that begins in the middle does not tell what it had applied before',
      finds: [],
      partial: true,
      steps: APPLIED_TOO_EARLY,
    },
    {
      rule: 'nor does that of a branch that lost its memory, or its disk',
      finds: [],
      steps: [fault('crash', 0, 3), ...APPLIED_TOO_EARLY],
    },
    {
      rule: 'a branch applies both in one go, which it tells in no order',
      finds: [],
      steps: [
        lost(deposit({ branch: 1 })),
        lost(deposit({ customer: 2, branch: 2 })),
        logged(1, 1, { by: [1, 1] }),
        applied(2, 1, 1),
        logged(2, 1, { by: [2, 1], follows: { 1: 1 } }),
        applied(3, 2, 1),
        applied(3, 1, 1),
      ],
    },
  ],
  VectorValueMismatch: [
    {
      rule: 'a balance that is not the sum of the writes of its vector',
      finds: ['VectorValueMismatch'],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), query(17, { branch: 1, sees: { 1: 1 } })],
    },
    {
      rule: 'a write of unknown outcome may be the one that the vector has besides',
      finds: [],
      steps: [
        deposit({ branch: 1, write: 1, sees: {} }),
        lost(deposit({ customer: 2, branch: 1, amountMinor: 7 })),
        query(17, { branch: 1, sees: { 1: 2 } }),
      ],
    },
    {
      rule: 'but not one that was refused for good',
      finds: ['VectorValueMismatch'],
      steps: [
        deposit({ branch: 1, write: 1, sees: {} }),
        lost(deposit({ customer: 2, branch: 1, amountMinor: 7 })),
        logged(1, 1, { by: [1, 1] }),
        voided(1, 2, [2, 1]),
        query(17, { branch: 1, sees: { 1: 3 } }),
      ],
    },
    {
      rule: 'one that was handed over may be it',
      finds: [],
      steps: [
        lost(deposit({ customer: 2, branch: 1, amountMinor: 7 })),
        ceded(1, 1, 2, [2, 1]),
        query(7, { branch: 1, sees: { 1: 1, 2: 1 } }),
      ],
    },
    {
      rule: 'and one that was refused for good by a branch in memory, which crashed',
      finds: [],
      steps: [
        lost(deposit({ customer: 2, branch: 1, amountMinor: 7 })),
        voided(1, 1, [2, 1]),
        fault('crash', 8, 1),
        query(7, { branch: 2, sees: { 2: 1 } }),
      ],
    },
    {
      rule: 'requests that are handed over or refused for good count for nothing',
      finds: [],
      steps: [
        lost(deposit({ customer: 2, branch: 1 })),
        lost(deposit({ customer: 2, branch: 1 })),
        ceded(1, 1, 2, [2, 1]),
        voided(1, 2, [2, 2]),
        query(0, { branch: 1, sees: { 1: 2 } }),
        ...ends({ 1: 2 }, 0),
      ],
    },
    {
      rule: 'but not where the vector has no room for it',
      finds: ['VectorValueMismatch'],
      steps: [
        deposit({ branch: 1, write: 1, sees: {} }),
        lost(deposit({ customer: 2, branch: 1, amountMinor: 7 })),
        query(17, { branch: 1, sees: { 1: 1 } }),
      ],
    },
  ],
  FracturedTransfer: [
    {
      rule: 'the credit is seen without the debit',
      finds: ['FracturedTransfer'],
      founded: [30, 0],
      steps: [transfer({ branch: 1, write: 1, sees: {}, to: '2' }), query(30, { branch: 1, sees: { 1: 1 } })],
    },
    {
      rule: 'both halves are seen',
      finds: [],
      founded: [30, 0],
      steps: [
        transfer({ branch: 1, write: 1, sees: {}, to: '2' }),
        query(20, { branch: 1, sees: { 1: 1 } }),
        query(10, { branch: 1, sees: { 1: 1 }, account: '2' }),
      ],
    },
  ],
  Overdraft: [
    {
      rule: 'a withdrawal of more than its branch had',
      finds: ['Overdraft'],
      founded: [9],
      steps: [withdraw({ branch: 1, write: 1, sees: {} })],
    },
    { rule: 'of all that it had', finds: [], founded: [10], steps: [withdraw({ branch: 1, write: 1, sees: {} })] },
    {
      rule: 'a balance below 0',
      finds: ['Overdraft'],
      options: black,
      steps: [lost(withdraw({ branch: 1 })), query(-10, { branch: 1 })],
    },
  ],
  AllowanceNegative: [
    {
      rule: 'a branch pays out more than its part: 10 of 3 branches is 4, 3, 3',
      finds: ['AllowanceNegative'],
      founded: [10],
      steps: [
        withdraw({ branch: 1, write: 1, sees: {}, amountMinor: 5 }),
        logged(1, 1, { kind: 'withdraw', amount: 5, by: [1, 1] }),
      ],
    },
    {
      rule: 'it transfers more than its part',
      finds: ['AllowanceNegative'],
      founded: [10, 0],
      steps: [
        transfer({ branch: 1, write: 1, sees: {}, to: '2', amountMinor: 5 }),
        logged(1, 1, { kind: 'transfer', to: '2', amount: 5, by: [1, 1] }),
      ],
    },
    {
      rule: 'it grants more than its part',
      finds: ['AllowanceNegative'],
      founded: [10],
      steps: [logged(1, 1, { kind: 'grant', amount: 5, receiver: 2 })],
    },
    {
      rule: 'what it had applied is in no log that is told, and may have been grants',
      finds: [],
      founded: [10],
      partial: true,
      steps: [logged(1, 1, { kind: 'withdraw', amount: 5, by: [1, 1], follows: { 2: 1 } })],
    },
    {
      rule: 'what it had applied is not told, as its log has a hole',
      finds: [],
      founded: [10],
      partial: true,
      steps: [logged(1, 7, { kind: 'withdraw', amount: 5, by: [1, 1] })],
    },
    {
      rule: 'it pays out its part',
      finds: [],
      founded: [10],
      steps: [
        withdraw({ branch: 1, write: 1, sees: {}, amountMinor: 4 }),
        logged(1, 1, { kind: 'withdraw', amount: 4, by: [1, 1] }),
      ],
    },
    {
      rule: 'what it hands over and refuses for good takes nothing of its part',
      finds: [],
      founded: [10],
      steps: [
        lost(withdraw({ customer: 2, branch: 1 })),
        lost(withdraw({ customer: 2, branch: 1 })),
        ceded(1, 1, 2, [2, 1]),
        voided(1, 2, [2, 2]),
        withdraw({ branch: 1, write: 3, sees: { 1: 2 }, amountMinor: 4 }),
        logged(1, 3, { kind: 'withdraw', amount: 4, by: [1, 1] }),
      ],
    },
    {
      rule: 'and what another branch granted, once that is applied',
      finds: [],
      founded: [10],
      steps: [
        logged(2, 1, { kind: 'grant', amount: 3, receiver: 1 }),
        withdraw({ branch: 1, write: 1, sees: { 2: 1 }, amountMinor: 7 }),
        logged(1, 1, { kind: 'withdraw', amount: 7, by: [1, 1], follows: { 2: 1 } }),
      ],
    },
    {
      rule: 'but not before',
      finds: ['AllowanceNegative'],
      founded: [10],
      steps: [
        logged(2, 1, { kind: 'grant', amount: 3, receiver: 1 }),
        withdraw({ branch: 1, write: 1, sees: {}, amountMinor: 7 }),
        logged(1, 1, { kind: 'withdraw', amount: 7, by: [1, 1] }),
      ],
    },
  ],
  AllowanceMinted: [
    {
      rule: 'a branch grants to one that is not of the bank',
      finds: ['AllowanceMinted'],
      founded: [10],
      steps: [logged(2, 1, { kind: 'grant', amount: 3, receiver: 9 })],
    },
    {
      rule: 'it says that it granted, and its log was not recorded to the end',
      finds: [],
      founded: [10],
      steps: [granted(2, 1, 3), final(1, {}, { 1: 10 })],
    },
    {
      rule: 'it crashed, and what it said last of its log may not be in the record',
      finds: [],
      founded: [10],
      steps: [granted(2, 1, 3), fault('crash', 5, 2), ...ends({}, 10)],
    },
    {
      rule: 'a branch grants to itself',
      finds: ['AllowanceMinted'],
      founded: [10],
      steps: [logged(2, 1, { kind: 'grant', amount: 3, receiver: 2 })],
    },
    {
      rule: 'a branch says that it granted what is not in its log',
      finds: ['AllowanceMinted'],
      founded: [10],
      steps: [lost(deposit({ branch: 1 })), logged(1, 1, { by: [1, 1] }), granted(2, 1, 3), ...ends({ 1: 1 }, 20)],
    },
    {
      rule: 'it is in its log',
      finds: [],
      founded: [10],
      steps: [granted(2, 1, 3), logged(2, 1, { kind: 'grant', amount: 3, receiver: 1 }), ...ends({ 2: 1 }, 10)],
    },
  ],
  ConservationBreak: [
    {
      rule: 'in the end there is more than came in',
      finds: ['VectorValueMismatch', 'ConservationBreak'],
      founded: [30, 0],
      steps: [final(1, {}, { 1: 30, 2: 1 })],
    },
    {
      rule: 'of some of the writes nobody told what they are',
      finds: [],
      partial: true,
      steps: [final(1, { 1: 1 }, { 1: 31 })],
    },
    {
      rule: 'one of them may be what was asked for and not answered',
      finds: [],
      steps: [lost(deposit({ branch: 1 })), final(1, { 1: 1 }, { 1: 10 })],
    },
    {
      rule: 'the branch said what it has, and not what that makes',
      finds: [],
      founded: [30],
      steps: [final(1, {}, {})],
    },
    {
      rule: 'a transfer changes nothing',
      finds: [],
      founded: [30, 0],
      steps: [transfer({ branch: 1, write: 1, sees: {}, to: '2' }), final(1, { 1: 1 }, { 1: 20, 2: 10 })],
    },
  ],
  UnjustifiedRefusal: [
    {
      rule: 'refused for lack of money that was there',
      finds: ['UnjustifiedRefusal'],
      founded: [10],
      steps: [refused('INSUFFICIENT_FUNDS', withdraw({ branch: 1, sees: {} }))],
    },
    {
      rule: 'one less was there',
      finds: [],
      founded: [9],
      steps: [refused('INSUFFICIENT_FUNDS', withdraw({ branch: 1, sees: {} }))],
    },
    {
      rule: 'told that an account that was opened is not there',
      finds: ['UnjustifiedRefusal'],
      steps: [
        opening({ branch: 1, write: 1, sees: {} }),
        refused('ACCOUNT_NOT_FOUND', query(undefined, { branch: 1, sees: { 1: 1 }, account: '1-1a2b3c4d-1' })),
      ],
    },
    {
      rule: 'it was opened elsewhere, which is not yet known here',
      finds: [],
      steps: [
        opening({ branch: 1, write: 1, sees: {} }),
        refused('ACCOUNT_NOT_FOUND', query(undefined, { customer: 2, branch: 2, sees: {}, account: '1-1a2b3c4d-1' })),
      ],
    },
  ],
  Divergence: [
    {
      rule: 'the same writes, other balances',
      finds: ['VectorValueMismatch', 'ConservationBreak', 'Divergence'],
      steps: [final(1, {}, { 1: 0 }), final(2, {}, { 1: 5 })],
    },
    { rule: 'the same', finds: [], steps: [final(1, {}, { 1: 0 }), final(2, {}, { 1: 0 })] },
    {
      rule: 'the same writes, other balances, beside one that lacks a write; whatever that is',
      finds: ['Divergence', 'StuckPropagation'],
      partial: true,
      steps: [final(1, {}, { 1: 0 }), final(2, { 1: 1 }, { 1: 10 }), final(3, { 1: 1 }, { 1: 11 })],
    },
    {
      rule: 'seen in balances: branches that differ',
      finds: ['Divergence'],
      options: black,
      steps: [lost(deposit({ branch: 1 })), final(1, {}, { 1: 0 }), final(2, {}, { 1: 10 })],
    },
  ],
  StuckPropagation: [
    {
      rule: 'one branch lacks what another one has',
      finds: ['StuckPropagation'],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), final(1, { 1: 1 }, { 1: 10 }), final(2, {}, { 1: 0 })],
    },
    {
      rule: 'they both have it',
      finds: [],
      steps: [deposit({ branch: 1, write: 1, sees: {} }), final(1, { 1: 1 }, { 1: 10 }), final(2, { 1: 1 }, { 1: 10 })],
    },
  ],
  UnboundedWait: [
    {
      rule: 'never answered, though the run came to its end',
      finds: ['UnboundedWait'],
      steps: [query(undefined, { branch: 1, outcome: 'info', completedAtUs: undefined as never }), ...ends({}, 0)],
    },
    {
      rule: 'the run was cut off',
      finds: [],
      steps: [query(undefined, { branch: 1, outcome: 'info', completedAtUs: undefined as never })],
    },
    {
      rule: 'its branch crashed',
      finds: [],
      steps: [
        query(undefined, { branch: 1, outcome: 'info', completedAtUs: undefined as never }),
        fault('crash', 5, 1),
        ...ends({}, 0),
      ],
    },
    {
      rule: 'the run was cut off, and there is a limit that nobody has overstepped',
      finds: [],
      options: { limitUs: 5 },
      steps: [
        query(undefined, { branch: 1, outcome: 'info', completedAtUs: undefined as never }),
        query(0, { branch: 1, sees: {} }),
      ],
    },
    { rule: 'answered too late', finds: ['UnboundedWait'], options: { limitUs: 4 }, steps: [query(0, { branch: 1, sees: {} })] },
    { rule: 'answered in time', finds: [], options: { limitUs: 5 }, steps: [query(0, { branch: 1, sees: {} })] },
  ],
};

import { describe, expect, it } from 'vitest';
import type { AnomalyName } from '../../domain/anomalies.js';
import { type Line, originOf } from '../fixtures.js';
import {
  ceded,
  deposit,
  diskLost,
  fault,
  final,
  found,
  judgeStory,
  logged,
  query,
  refused,
  type Step,
  type Story,
  sealed,
  voided,
  withdraw,
} from './fixtures.js';

interface Case extends Story {
  readonly rule: string;
  readonly finds: AnomalyName[];
}

const NONE_ASKED = 0 as never;
/** Branch 1 has lost its disk, and goes on with another, `201`; nobody had anything of the first but what `follows` says. */
const replaced = (follows: Record<number, number> = {}): Step[] => [diskLost(50, 1), sealed(201, 1, 1, follows, 201)];
const ends = (sees: Record<number, number>, balance: number, ...branches: number[]): Step[] =>
  branches.map((branch) => final(branch, sees, { 1: balance }));
const told = (last: number, line: Line): Line => refused('WRITES_LOST', { ...line, lost: new Map([[originOf(1), last]]) });
const made = deposit({ branch: 1, write: 1, sees: {} });
const lost = { durable: true, asked: true };

const DISKS: Case[] = [
  {
    rule: 'what the lost disk alone had may be gone',
    finds: [],
    options: lost,
    steps: [made, logged(1, 1, { by: [1, 1] }), ...replaced(), ...ends({ 201: 1 }, 0, 1, 2)],
  },
  {
    rule: 'but not what a majority had before it was acknowledged',
    finds: ['LostAcknowledgedWrite'],
    options: lost,
    steps: [{ ...made, acks: 'majority' }, logged(1, 1, { by: [1, 1] }), ...replaced(), ...ends({ 201: 1 }, 0, 1, 2)],
  },
  {
    rule: 'unless its customer was told that no majority has it yet',
    finds: [],
    options: lost,
    steps: [
      { ...made, acks: 'majority', reason: 'ACK_LEVEL_NOT_REACHED' },
      logged(1, 1, { by: [1, 1] }),
      ...replaced(),
      ...ends({ 201: 1 }, 0, 1, 2),
    ],
  },
  {
    rule: 'or as many disks were lost as had it',
    finds: [],
    options: lost,
    steps: [
      { ...made, acks: 'majority' },
      logged(1, 1, { by: [1, 1] }),
      diskLost(40, 2),
      ...replaced(),
      ...ends({ 201: 1 }, 0, 1, 2),
    ],
  },
  {
    rule: 'of which some are told, and of others there is the seal only',
    finds: [],
    options: lost,
    steps: [
      { ...made, acks: 'majority' },
      logged(1, 1, { by: [1, 1] }),
      ...replaced(),
      sealed(202, 1, 2, { 201: 1 }, 202),
      ...ends({ 201: 1, 202: 1 }, 0, 1, 2),
    ],
  },
  {
    rule: 'where only refusals tell of losses, nobody knows how many there were',
    finds: [],
    options: lost,
    steps: [
      { ...made, acks: 'majority' },
      query(10, { customer: 2, branch: 2, sees: { 1: 1 } }),
      told(0, { branch: 2 }),
      query(0, { branch: 2, sees: {} }),
    ],
  },
  {
    rule: 'nor what the seal keeps',
    finds: ['LostAcknowledgedWrite', 'CausalGap', 'StuckPropagation'],
    options: lost,
    steps: [made, logged(1, 1, { by: [1, 1] }), ...replaced({ 1: 1 }), ...ends({ 201: 1 }, 0, 2, 3)],
  },
  {
    rule: 'what goes on after it is not lost with it',
    finds: ['LostAcknowledgedWrite'],
    options: lost,
    steps: [...replaced(), deposit({ branch: 1, madeAt: 201, write: 2, sees: { 201: 1 } }), ...ends({ 201: 1 }, 0, 1, 2)],
  },
  {
    rule: 'unless that disk is lost as well, and nothing has taken its place yet',
    finds: [],
    options: lost,
    steps: [
      ...replaced(),
      deposit({ branch: 1, madeAt: 201, write: 2, sees: { 201: 1 }, invokedAtUs: 55, completedAtUs: 58 }),
      diskLost(60, 1),
      ...ends({ 201: 1 }, 0, 2, 3),
    ],
  },
  {
    rule: 'what was done since is not lost with it, however often disks were',
    finds: ['LostAcknowledgedWrite', 'StuckPropagation'],
    options: lost,
    steps: [
      diskLost(40, 1),
      ...replaced(),
      deposit({ branch: 1, madeAt: 201, write: 2, sees: { 201: 1 }, invokedAtUs: 55, completedAtUs: 58 }),
      logged(201, 2, { by: [1, 1] }),
      ...ends({ 201: 1 }, 0, 1, 2),
    ],
  },
  {
    rule: 'what two branches had that have both lost their disks may be gone, also where no log tells',
    finds: [],
    options: lost,
    steps: [
      made,
      query(10, { customer: 2, branch: 2, sees: { 1: 1 } }),
      diskLost(30, 1),
      diskLost(31, 2),
      ...ends({}, 0, 1, 2, 3),
    ],
  },
  {
    rule: 'but not what one had that has kept its own',
    finds: ['LostAcknowledgedWrite'],
    options: lost,
    steps: [made, query(10, { customer: 2, branch: 2, sees: { 1: 1 } }), diskLost(30, 1), ...ends({}, 0, 1, 2, 3)],
  },
  {
    rule: 'nobody who knows the seal has what is beyond its cut',
    finds: ['ThinAirRead'],
    options: lost,
    steps: [
      made,
      logged(1, 1, { by: [1, 1] }),
      diskLost(15, 2),
      ...replaced(),
      query(10, { customer: 2, branch: 2, sees: { 1: 1, 201: 1 } }),
    ],
  },
  {
    rule: 'nor who has lost nothing, whenever that was: it would not have been given up',
    finds: ['ThinAirRead'],
    options: lost,
    steps: [made, logged(1, 1, { by: [1, 1] }), query(10, { customer: 2, branch: 2, sees: { 1: 1 } }), ...replaced()],
  },
  {
    rule: 'who has lost its disk may have had it, also where only a seal tells',
    finds: [],
    options: lost,
    steps: [
      made,
      logged(1, 1, { by: [1, 1] }),
      query(10, { customer: 2, branch: 2, sees: { 1: 1 } }),
      ...replaced(),
      sealed(202, 1, 2, { 201: 1 }, 202),
    ],
  },
  {
    rule: 'the branch itself may have shown it before',
    finds: [],
    options: lost,
    steps: [made, logged(1, 1, { by: [1, 1] }), query(10, { customer: 2, branch: 1, sees: { 1: 1 } }), ...replaced()],
  },
  {
    rule: 'a seal that is itself given up gives up nothing',
    finds: ['LostAcknowledgedWrite', 'CausalGap', 'StuckPropagation'],
    options: lost,
    steps: [
      made,
      logged(1, 1, { by: [1, 1] }),
      diskLost(20, 3),
      sealed(3, 1, 1, {}),
      sealed(203, 1, 3, { 1: 1 }, 203),
      ...ends({ 203: 1 }, 0, 2, 3),
    ],
  },
  {
    rule: 'the disk that goes on may be lost as well: the next seal keeps what it had by then',
    finds: [],
    options: lost,
    steps: [
      ...replaced(),
      deposit({ branch: 1, madeAt: 201, write: 2, sees: { 201: 1 } }),
      logged(201, 2, { by: [1, 1] }),
      diskLost(60, 1),
      logged(2, 1, { kind: 'fence', receiver: 1, successor: 201 }),
      logged(2, 2, { kind: 'fence', receiver: 1, successor: 301 }),
      sealed(301, 1, 1, { 2: 2, 201: 2 }, 301),
      ...ends({ 2: 2, 201: 2, 301: 1 }, 10, 1, 2),
    ],
  },
];

const SESSIONS: Case[] = [
  {
    rule: 'a session that was not told still has what it made',
    finds: ['ReadYourWrites'],
    options: lost,
    steps: [made, logged(1, 1, { by: [1, 1] }), ...replaced(), query(0, { branch: 2, sees: { 201: 1 } })],
  },
  {
    rule: 'it goes on without, once it was told',
    finds: [],
    options: lost,
    steps: [made, logged(1, 1, { by: [1, 1] }), ...replaced(), told(0, { branch: 2 }), query(0, { branch: 2, sees: { 201: 1 } })],
  },
  {
    rule: 'what stands it still has to be shown',
    finds: ['ReadYourWrites'],
    options: lost,
    steps: [
      made,
      deposit({ branch: 1, write: 2, sees: { 1: 1 } }),
      logged(1, 1, { by: [1, 1] }),
      logged(1, 2, { by: [1, 2] }),
      ...replaced({ 1: 1 }),
      told(1, { branch: 2 }),
      query(0, { branch: 3, sees: {} }),
    ],
  },
  {
    rule: 'to be told of a loss that is none excuses nothing',
    finds: ['ReadYourWrites'],
    options: lost,
    steps: [made, logged(1, 1, { by: [1, 1] }), ...replaced({ 1: 1 }), told(0, { branch: 2 }), query(0, { branch: 3, sees: {} })],
  },
  {
    rule: 'also what it had read',
    finds: ['MonotonicReads'],
    options: lost,
    steps: [
      { ...made, customer: 2 },
      deposit({ customer: 2, branch: 1, write: 2, sees: { 1: 1 } }),
      logged(1, 1, { by: [2, 1] }),
      logged(1, 2, { by: [2, 2] }),
      query(20, { branch: 1, sees: { 1: 2 } }),
      ...replaced({ 1: 1 }),
      told(1, { branch: 2 }),
      query(10, { branch: 2, sees: { 1: 1, 201: 1 } }),
      query(0, { branch: 3, sees: {} }),
    ],
  },
  {
    rule: 'where no log tells of the next loss, its word is taken for it',
    finds: [],
    options: lost,
    steps: [
      ...replaced(),
      deposit({ branch: 1, madeAt: 201, write: 2, sees: { 201: 1 } }),
      refused('WRITES_LOST', { branch: 2, lost: new Map([[originOf(201), 1]]) }),
      query(0, { branch: 2, sees: { 201: 1 } }),
    ],
  },
  {
    rule: 'at a branch that lost its disk nobody knows when it may see less',
    finds: [],
    options: { durable: true },
    steps: [
      deposit({ branch: 1, write: 1, sees: {} }),
      query(10, { branch: 1, sees: { 1: 1 } }),
      told(0, { branch: 1 }),
      query(0, { branch: 1, sees: {} }),
    ],
  },
  {
    rule: 'not at one that has lost nothing',
    finds: ['SessionRegress'],
    options: { durable: true },
    steps: [
      deposit({ branch: 1, write: 1, sees: {} }),
      query(10, { branch: 2, sees: { 1: 1 } }),
      told(0, { branch: 2 }),
      query(0, { branch: 2, sees: {} }),
    ],
  },
];

const REQUESTS: Case[] = [
  {
    rule: 'what is lost may be done again',
    finds: [],
    options: lost,
    steps: [
      made,
      logged(1, 1, { by: [1, 1] }),
      ...replaced(),
      deposit({ branch: 2, write: 1, sees: { 201: 1 }, event: 1, guarantees: NONE_ASKED }),
      logged(2, 1, { by: [1, 1], follows: { 201: 1 } }),
    ],
  },
  {
    rule: 'not what stands',
    finds: ['DuplicateEffect', 'ConflictingReplay'],
    options: lost,
    steps: [
      made,
      logged(1, 1, { by: [1, 1] }),
      ...replaced({ 1: 1 }),
      deposit({ branch: 2, write: 1, sees: { 1: 1, 201: 1 }, event: 1 }),
      logged(2, 1, { by: [1, 1], follows: { 1: 1, 201: 1 } }),
    ],
  },
  {
    rule: 'a refusal for good that is lost binds nobody',
    finds: [],
    options: lost,
    founded: [30],
    steps: [
      refused('OVERLOADED', withdraw({ branch: 1, event: 1, final: true })),
      voided(1, 1, [1, 1]),
      ...replaced(),
      withdraw({ branch: 2, write: 1, sees: { 201: 1 }, event: 1 }),
      logged(2, 1, { kind: 'withdraw', by: [1, 1], follows: { 201: 1 } }),
    ],
  },
  {
    rule: 'the next directory of a branch has the rights of the one before',
    finds: [],
    options: lost,
    steps: [ceded(2, 1, 1, [1, 1]), ...replaced({ 2: 1 }), logged(201, 2, { by: [1, 1] })],
  },
  {
    rule: 'and has handed on what that has handed on',
    finds: ['DuplicateEffect'],
    options: lost,
    steps: [ceded(1, 1, 2, [1, 1]), ...replaced({ 1: 1 }), logged(201, 2, { by: [1, 1] })],
  },
  {
    rule: 'the heir has the rights of who left, also what it had handed over itself',
    finds: [],
    options: lost,
    steps: [
      logged(1, 1, { by: [1, 2] }),
      ceded(2, 1, 1, [1, 1], { 1: 1 }),
      sealed(2, 2, 1, { 1: 1 }),
      logged(2, 3, { by: [1, 1] }),
    ],
  },
  {
    rule: 'nobody else has them',
    finds: ['DuplicateEffect'],
    options: lost,
    steps: [
      ceded(2, 1, 1, [1, 1]),
      sealed(2, 2, 1, {}),
      logged(3, 1, { by: [1, 1], follows: { 2: 2 } }),
      voided(2, 3, [1, 2]),
      logged(2, 4, { by: [1, 1] }),
    ],
  },
];

/** Of account 1 each of the three founders may pay out 10. */
const founded = [30];
const MONEY: Case[] = [
  {
    rule: 'the heir has the allowance of who left',
    finds: [],
    options: lost,
    founded,
    steps: [sealed(2, 1, 1, {}), logged(2, 2, { kind: 'withdraw', amount: 20 })],
  },
  {
    rule: 'once',
    finds: ['AllowanceNegative'],
    options: lost,
    founded,
    steps: [sealed(2, 1, 1, {}), logged(2, 2, { kind: 'withdraw', amount: 21 })],
  },
  {
    rule: 'also what others grant it that have not heard of it',
    finds: [],
    options: lost,
    founded,
    steps: [
      logged(3, 1, { kind: 'grant', amount: 10, receiver: 1 }),
      sealed(2, 1, 1, {}),
      logged(2, 2, { kind: 'withdraw', amount: 30, follows: { 3: 1 } }),
    ],
  },
  {
    rule: 'before it knows that it is the heir it has its own part',
    finds: ['AllowanceNegative'],
    options: lost,
    founded,
    steps: [
      sealed(3, 1, 1, {}),
      logged(3, 2, { kind: 'grant', amount: 20, receiver: 2 }),
      logged(2, 1, { kind: 'withdraw', amount: 20 }),
    ],
  },
  {
    rule: 'who joins has no part of what was there',
    finds: ['AllowanceNegative'],
    options: lost,
    founded,
    steps: [logged(1, 1, { kind: 'join', receiver: 4 }), logged(4, 1, { kind: 'withdraw', amount: 1, follows: { 1: 1 } })],
  },
  {
    rule: 'but what it is granted',
    finds: [],
    options: lost,
    founded,
    steps: [
      logged(1, 1, { kind: 'join', receiver: 4 }),
      logged(1, 2, { kind: 'grant', amount: 5, receiver: 4 }),
      logged(4, 1, { kind: 'withdraw', amount: 5, follows: { 1: 2 } }),
    ],
  },
  {
    rule: 'nobody has writes of a branch that had not joined',
    finds: ['ThinAirRead'],
    options: lost,
    founded,
    steps: [logged(1, 1, { kind: 'join', receiver: 4 }), query(30, { branch: 2, sees: { 4: 1 } })],
  },
];

describe.each([
  ['a lost disk', DISKS],
  ['a session', SESSIONS],
  ['a request', REQUESTS],
  ['money', MONEY],
])('%s', (_, cases) => {
  it.each(cases)('$rule', (story) => {
    const { partial = true } = story;
    expect(found({ ...story, partial })).toEqual(story.finds);
  });
});

describe('by balances alone', () => {
  const blackBox = { ...lost, blackBox: true };
  const overall = (steps: Step[]) => judgeStory({ steps, options: blackBox }).overall;
  const inTheEnd = ends({}, 0, 1, 2);

  it('what may be lost leaves open what else would be wrong', () => {
    expect(overall([deposit({ branch: 1 }), ...inTheEnd])).toBe('violated');
    expect(overall([deposit({ branch: 1 }), diskLost(20, 1), ...inTheEnd])).toBe('unknown');
    expect(overall([deposit({ branch: 1 }), told(0, { branch: 2 }), ...inTheEnd])).toBe('unknown');
    expect(overall([deposit({ branch: 1 }), diskLost(20, 1), query(0, { branch: 2 })])).toBe('unknown');
  });

  it('what no loss explains is still wrong', () => {
    expect(overall([deposit({ branch: 1 }), diskLost(20, 1), query(7, { branch: 2 })])).toBe('violated');
    const later = deposit({ branch: 1, invokedAtUs: 30, completedAtUs: 35 });
    expect(overall([diskLost(20, 1), later, ...inTheEnd])).toBe('violated');
    expect(overall([deposit({ branch: 1 }), fault('crash', 8, 1), query(0, { branch: 2 })])).toBe('violated');
  });
});

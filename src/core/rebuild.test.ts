import { describe, expect, test } from 'vitest';
import { type AccountId, branchId, foundedAccount } from '../domain/ids.js';
import type { AmountMinor } from '../domain/money.js';
import type { Operation } from '../domain/operations.js';
import type { Outcome } from '../domain/outcomes.js';
import { joinInto, type MutableVector } from '../domain/vector.js';
import { lastSequence, type WriteBatch, writesOf } from '../domain/writes.js';
import { Customers } from '../sim/customers.js';
import { drawPlan } from '../sim/draw-plan.js';
import { type Asked, World } from '../sim/world.js';
import { Rng } from '../std/rng.js';
import { Branch } from './branch.js';
import type { Effect } from './messages.js';
import type { Request } from './request.js';

const ACCOUNT = foundedAccount(1);
const SEEDS = 60;

function deposit(amount: number): Operation {
  return { kind: 'deposit', account: ACCOUNT, amount: amount as AmountMinor };
}

/** A bank at work, interrupted at some time, and all that was asked of it. */
function interrupted(seed: number) {
  const rng = new Rng(seed);
  const plan = drawPlan(seed);
  const world = new World({ ...plan.network, ...plan, foundedMinor: plan.foundedMinor.map(BigInt) });
  const asked: Asked[] = [];
  world.watch({ asked: (one) => asked.push(one) });
  new Customers(world, plan, rng.fork(), { onEntry: () => {}, onEvent: () => {} }).start();
  world.run(rng.integer(1, plan.faultsEndMs));
  return { world, asked };
}

function logOf(world: World, branch: Branch): WriteBatch[] {
  return [...world.disk(branch.self).batches()];
}

/** A new branch with the same log, as after a restart that lost nothing. */
function restarted(world: World, branch: Branch): Branch {
  const again = new Branch(branch.config);
  const log = logOf(world, branch);
  const own = log.filter(({ origin }) => origin === branch.config.origin).at(-1);
  const ownLast = own ? lastSequence(own) : 0;
  const kept = { snapshot: undefined, batches: log, place: 'founded', isNew: false, ownLast, isTrusted: true } as const;
  again.restore(kept, world.timeline.nowMs);
  // Nobody says otherwise for so long that it trusts its disk.
  again.tick(world.timeline.nowMs + 1e6);
  return again;
}

/** Asks one thing of a branch by hand; what it logs is durable at once. */
function ask(branch: Branch, operation: Operation, more: Partial<Request>) {
  const answers: Outcome[] = [];
  const logged: WriteBatch[] = [];
  const session = more.session ?? branch.session('heir' as Request['session']['customer'], 1);
  const reply = (outcome: Outcome) => answers.push(outcome);
  const request = { operation, session, counter: 1, passbook: undefined, guarantees: 0, acks: 'local', deadlineMs: 1e9 } as const;
  branch.operate({ ...request, reply, ...more } as Request, 1e8);
  const carryOut = (effects: Effect[]) => {
    for (const effect of effects) {
      if (effect.kind === 'reply') effect.request.reply(effect.outcome);
      if (effect.kind !== 'persist') continue;
      logged.push(...effect.batches);
      branch.durable(effect.group, 1e8);
      carryOut(branch.endTurn(1e8));
    }
  };
  carryOut(branch.endTurn(1e8));
  return { answers, logged };
}

describe('a branch that begins again with its log', () => {
  test('has the state, the writes and the place in its log that it had', () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { world } = interrupted(seed);
      for (const branch of world.branches) {
        const again = restarted(world, branch);
        // What the old one has accepted in a turn that is not over yet is in no log.
        const kept = logOf(world, branch).filter((batch) => batch.origin === branch.config.origin);
        const last = kept.length > 0 ? lastSequence(kept.at(-1) as WriteBatch) : 0;
        expect(again.applied.get(branch.config.origin) ?? 0).toBe(last);
        if ((branch.applied.get(branch.config.origin) ?? 0) > last) continue;
        expect(again.serializeState(), `seed ${seed}`).toBe(branch.serializeState());
        expect(new Map(again.applied)).toEqual(new Map(branch.applied));
      }
    }
  });

  test('says of its next write that it follows all that it has', () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { world } = interrupted(seed);
      for (const branch of world.branches) {
        const again = restarted(world, branch);
        const had = new Map(again.applied);
        const { logged } = ask(again, deposit(1), {});
        const own = [...logOf(world, branch), ...logged].filter(({ origin }) => origin === branch.config.origin);
        const followed: MutableVector = new Map();
        for (const batch of own) for (const write of writesOf(batch)) joinInto(followed, write.follows);
        had.delete(branch.config.origin);
        expect(followed, `seed ${seed}`).toEqual(had);
      }
    }
  });

  test('answers a retry with the write of then, and refuses other content', () => {
    let retried = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { world, asked } = interrupted(seed);
      for (const branch of world.branches) {
        const again = restarted(world, branch);
        for (const { branch: at, request, outcome } of asked) {
          const isRetried = at === branch.self && outcome?.kind === 'written' && request.counter > 0;
          if (!isRetried) continue;
          retried += 1;
          const { customer, session } = request.session;
          const record = again.session(customer, session);
          const retry = { session: record, counter: request.counter };
          if (record.isSettled(request.counter)) continue;
          const { answers, logged } = ask(again, request.operation, retry);
          expect(logged).toEqual([]);
          expect(answers).toEqual([outcome.account ? outcome : { kind: 'written', view: outcome.view }]);
          const other = ask(again, { kind: 'open', label: 'something else' }, retry);
          expect(other.answers).toMatchObject([{ reason: 'REQUEST_ID_REUSED' }]);
        }
      }
    }
    expect(retried).toBeGreaterThan(100);
  });

  test('does not repeat a grant that its log already has', () => {
    const world = new World({ seed: 1, branches: 2, foundedMinor: [100n] });
    const [one, two] = [branchId(1), branchId(2)];
    world.operate(one, { operation: deposit(1), customer: 'bob' });
    world.run();
    // The grant is logged, and does not arrive.
    world.network.block(one, two);
    world.operate(two, {
      operation: { kind: 'withdraw', account: ACCOUNT as AccountId, amount: 70 as AmountMinor },
      customer: 'ann',
    });
    world.run(3000);
    const again = restarted(world, world.branch(one));
    const before = new Map(again.applied);
    expect(before.get(again.config.origin)).toBe(2);
    again.receive(
      two,
      {
        kind: 'allowance-request',
        round: 9,
        account: ACCOUNT,
        wanted: 20n,
        place: { amount: 70, tieBreaker: '' },
        vector: new Map(),
      },
      5000,
    );
    again.endTurn(5000);
    expect(new Map(again.applied)).toEqual(before);
  });
});

import { allowanceOf } from '../core/ledger.js';
import { parseGuarantees } from '../domain/guarantees.js';
import { type AccountId, type BranchId, branchId, foundedAccount } from '../domain/ids.js';
import { type AmountMinor, formatMinor, parseMinor } from '../domain/money.js';
import type { AckLevel, Operation } from '../domain/operations.js';
import { viewVector, writeOf } from '../domain/outcomes.js';
import { SessionMemory } from '../domain/session.js';
import { assert } from '../std/assert.js';
import { Transcript, vectorText } from './transcript.js';
import type { Ask } from './watcher.js';
import { World } from './world.js';

interface Customer {
  readonly memory: SessionMemory;
  counter: number;
  last: Ask | undefined;
}

type Options = ReadonlyMap<string, string>;

/**
 * A small language in which a conversation between customers and branches is
 * written down, with all that follows from it. Commands:
 *
 *   bank branches=3 account=300 delay=10    a bank; times in ms, money in units
 *   ann deposit 50 at 2 acks=all            also withdraw, query, transfer 5 to 2, open
 *   ann again at 2                          sends her last request once more
 *   cut 1 2 | 3      heal      break 1 2    the network
 *   run      run 100                        until nothing happens any more, or so long
 *   show                                    what every branch has
 *
 * An operation takes account=, guarantees=, acks= and timeout=. A customer asks
 * with the passbook that she has when she asks, and waits for nothing.
 */
export class Script {
  private world: World | undefined;
  private transcript: Transcript | undefined;
  private readonly customers = new Map<string, Customer>();

  /** Carries out one command and returns what happened, as lines. */
  command(line: string): string[] {
    const words = line.split(/\s+/).filter((word) => word !== '');
    const options: Options = new Map(
      words.filter((word) => word.includes('=')).map((word) => word.split('=', 2) as [string, string]),
    );
    const plain = words.filter((word) => !word.includes('='));
    if (plain[0] === 'bank') this.open(options);
    else if (plain[0] === 'show') return this.show();
    else this.act(plain, options);
    return this.transcript?.take() ?? [];
  }

  private open(options: Options): void {
    const exactly = (name: string, otherwise: number) => {
      const ms = Number(options.get(name) ?? otherwise);
      return [ms, ms] as const;
    };
    this.world = new World({
      seed: 1,
      branches: Number(options.get('branches')),
      foundedMinor: [minorOf(options.get('account') ?? '0')],
      delayMs: exactly('delay', 10),
      linkMs: exactly('link', 1),
      durableMs: exactly('durable', 1),
      patienceMs: Number(options.get('patience') ?? 100),
      observe: true,
    });
    this.transcript = new Transcript(this.world);
  }

  private act([verb = '', ...rest]: readonly string[], options: Options): void {
    const world = this.bank();
    switch (verb) {
      case 'cut':
        return world.partition(...split(rest));
      case 'heal':
        return world.heal();
      case 'break':
        return world.network.breakLink(branchOf(rest[0]), branchOf(rest[1]));
      case 'run':
        return rest[0] === undefined ? world.run() : world.run(world.timeline.nowMs + Number(rest[0]));
      default:
        return this.ask(verb, rest, options);
    }
  }

  private ask(name: string, words: readonly string[], options: Options): void {
    const at = words.indexOf('at');
    assert(at > 0, `a command, or a customer who asks for something at a branch: ${name} ${words.join(' ')}`);
    const customer = this.customers.get(name) ?? { memory: new SessionMemory(), counter: 0, last: undefined };
    this.customers.set(name, customer);
    const ask = words[0] === 'again' ? customer.last : this.newAsk(name, customer, words.slice(0, at), options);
    assert(ask !== undefined, `${name} has asked for something before`);
    customer.last = ask;
    this.bank().operate(branchOf(words[at + 1]), ask, ({ outcome }) => {
      const write = writeOf(outcome);
      if (write) customer.memory.wrote(write);
      else if (outcome.view) customer.memory.saw(viewVector(outcome.view));
    });
  }

  private newAsk(name: string, customer: Customer, words: readonly string[], options: Options): Ask {
    const guarantees = parseGuarantees(options.get('guarantees') ?? 'all');
    assert(typeof guarantees === 'number', `these are guarantees: ${options.get('guarantees')}`);
    customer.counter += 1;
    return {
      operation: operationOf(words, (options.get('account') ?? foundedAccount(1)) as AccountId),
      customer: name,
      counter: customer.counter,
      passbook: new SessionMemory(customer.memory),
      guarantees,
      acks: (options.get('acks') ?? 'local') as AckLevel,
      timeoutMs: Number(options.get('timeout') ?? 10_000),
    };
  }

  private show(): string[] {
    const world = this.bank();
    return world.branches.map((branch) => {
      const accounts = branch.accounts().map(({ account, balance }) => {
        const parts = world.members.map((member) => formatMinor(allowanceOf(account, member))).join('+');
        return `account ${account.id}: ${formatMinor(balance)} = ${parts}`;
      });
      return `  branch ${branch.self} has ${vectorText(branch.applied)}  ${accounts.join('; ')}`;
    });
  }

  private bank(): World {
    assert(this.world !== undefined, 'a script begins with a bank');
    return this.world;
  }
}

/**
 * A script with what happens after each command, which begins with `>`. Lines
 * that are indented are what happened the last time, and are written anew.
 */
export function playScript(text: string): string {
  const script = new Script();
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('  ')) continue;
    lines.push(line);
    if (line.startsWith('> ')) lines.push(...script.command(line.slice(2)));
  }
  return lines.join('\n');
}

function operationOf([kind, first, to, second]: readonly string[], account: AccountId): Operation {
  const amount = () => Number(minorOf(first ?? '')) as AmountMinor;
  switch (kind) {
    case 'query':
      return { kind, account };
    case 'open':
      return { kind, label: first ?? '' };
    case 'deposit':
    case 'withdraw':
      return { kind, account, amount: amount() };
    case 'transfer':
      assert(to === 'to' && second !== undefined, 'a transfer goes to an account');
      return { kind, account, amount: amount(), to: second as AccountId };
    default:
      assert(false, `an operation: ${kind}`);
  }
}

function split(words: readonly string[]): BranchId[][] {
  return words
    .join(' ')
    .split('|')
    .map((group) => group.trim().split(/\s+/).map(branchOf));
}

function branchOf(word: string | undefined): BranchId {
  assert(Number(word) >= 1, `the number of a branch: ${word}`);
  return branchId(Number(word));
}

function minorOf(text: string): bigint {
  const parsed = parseMinor(text);
  assert('minor' in parsed, `an amount: ${text}`);
  return parsed.minor;
}

import type { BranchId } from '../domain/ids.js';
import { whereItRuns } from './beginning.js';
import { named, oneOrMore } from './branch-names.js';
import { CommandError, Exit } from './exit.js';
import { type BankFacts, Operator, OperatorError } from './operator.js';
import { checkEncryption } from './plaintext.js';
import { type Address, formatAddress } from './serve-options.js';
import { Terminal } from './terminal.js';

/** How often to look whom it waits for. */
const LOOK_MS = 2000;

export interface RetireOptions {
  readonly at: Address;
  readonly lost?: boolean;
  readonly allowPlaintext?: boolean;
}

/** `passbook retire`: lets branches leave the bank, and waits until they have. */
export async function retire(
  branches: readonly BranchId[],
  { at, lost = false, allowPlaintext }: RetireOptions,
): Promise<number> {
  checkEncryption([at], allowPlaintext);
  const terminal = new Terminal();
  const address = formatAddress(at);
  const operator = new Operator(address);
  if (lost) await checkLost(operator, branches);
  const looking = setInterval(() => void tellOfSilence(operator, branches, lost, terminal), LOOK_MS);
  terminal.say(`Asks all branches to agree that ${named(branches)} ${oneOrMore(branches, 'leaves', 'leave')} the bank.`);
  try {
    await operator.retire(branches, lost);
  } catch (error) {
    if (error instanceof OperatorError) throw new CommandError(await whereToAsk(operator, error, address));
    throw error;
  } finally {
    clearInterval(looking);
    operator.close();
  }
  process.stdout.write(`${named(branches)} ${oneOrMore(branches, 'has', 'have')} left the bank\n`);
  return Exit.done;
}

/** What a branch has that runs need not be lost. */
async function checkLost(operator: Operator, branches: readonly BranchId[]): Promise<void> {
  const bank = await operator.bank().catch(() => undefined);
  for (const branch of bank ? branches : []) {
    const at = await whereItRuns(branch, bank as BankFacts);
    if (at === undefined) continue;
    operator.close();
    throw new CommandError(`branch ${branch} runs, at ${at}: leave out --lost, and nothing is lost, or stop it first`);
  }
}

async function tellOfSilence(operator: Operator, leaving: readonly BranchId[], lost: boolean, terminal: Terminal): Promise<void> {
  const awaited = (await operator.bank().catch(() => undefined))?.awaited ?? [];
  if (awaited.length === 0) return;
  const isHopeless = !lost && awaited.some((branch) => leaving.includes(branch));
  terminal.say(`Waits for ${named(awaited)}${isHopeless ? '; what is gone for good leaves with --lost' : ''}.`);
}

/** What was refused, with the address of the branch that decides, if it is another one than was asked. */
async function whereToAsk(operator: Operator, { message, decidedBy }: OperatorError, asked: string): Promise<string> {
  if (decidedBy === undefined) return message;
  const address = (await operator.bank().catch(() => undefined))?.members.get(decidedBy);
  return address && address !== asked ? `${message}: --at ${address}` : message;
}

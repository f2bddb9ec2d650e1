import { Bank } from '../client/bank.js';
import type { BranchId } from '../domain/ids.js';
import type { Scenario } from '../scenario/scenario.js';
import { conduct } from './conduct.js';
import { CommandError, Exit, signalExit } from './exit.js';
import { type CustomerOptions, conductOptions, HOST, loadChecked, type NetworkOptions, startFleet } from './run-command.js';
import { bankIdOf } from './scenario-file.js';
import { Interruption } from './signals.js';
import { Terminal } from './terminal.js';

/** `passbook branches`: the branches of a scenario, until somebody ends them. */
export async function branches(path: string, options: NetworkOptions): Promise<number> {
  const terminal = new Terminal();
  const scenario = loadChecked(path, options, terminal);
  const interruption = new Interruption(() => terminal.say('passbook: closing the branches; once more to end at once'));
  let deaths = 0;
  const fleet = await startFleet(scenario, options, terminal, interruption, (branch, how) => {
    deaths += 1;
    terminal.say(`passbook: branch ${branch} died: ${how}; the others go on`);
    if (deaths === scenario.branches.length) ended.abort();
  });
  const ended = new AbortController();
  if (!fleet) return Exit.done;
  const addresses = [...fleet.addresses].sort(([a], [b]) => a - b);
  terminal.say(`${addresses.length === 1 ? '1 branch listens' : `${addresses.length} branches listen`}; Ctrl-C ends them.`);
  for (const [branch, address] of addresses) terminal.say(`  branch ${branch}  ${address}`);
  terminal.say(`In another terminal: passbook customers ${path}`);
  await aborted([interruption.signal, ended.signal]);
  await fleet.close();
  return deaths > 0 ? Exit.failed : Exit.done;
}

/** `passbook customers`: the customers of a scenario, at branches that run elsewhere on this machine. */
export async function customers(path: string, options: NetworkOptions & CustomerOptions & { wait: number }): Promise<number> {
  const terminal = new Terminal();
  const scenario = loadChecked(path, options, terminal);
  if (options.basePort === 0)
    throw new CommandError('--base-port 0 is for `passbook run` only: customers must know where the branches are', Exit.usage);
  const interruption = new Interruption((signal) => terminal.say(`passbook: ${signal}: ending; once more to end at once`));
  const addresses = new Map(scenario.branches.map((branch) => [branch, `${HOST}:${options.basePort + branch}`]));
  const bank = new Bank({ branches: addresses });
  try {
    interruption.signal.addEventListener('abort', () => bank.close());
    const fresh = await findBranches(bank, scenario, addresses, options.wait, terminal, interruption);
    if (fresh === undefined) return signalExit(interruption.by ?? 'SIGINT');
    return await conduct({ ...conductOptions(scenario, options, terminal, interruption), bank, freshBank: fresh, failures: [] });
  } finally {
    bank.close();
  }
}

/** Waits until every branch answers, and that it is one of this scenario's bank. Says whether the bank is unused. */
async function findBranches(
  bank: Bank,
  scenario: Scenario,
  addresses: ReadonlyMap<BranchId, string>,
  waitMs: number,
  terminal: Terminal,
  interruption: Interruption,
): Promise<boolean | undefined> {
  terminal.progress(`looking for ${scenario.branches.length} branches`);
  const found = await Promise.all(
    scenario.branches.map(async (branch) => {
      try {
        return await bank.status(branch, { timeoutMs: waitMs });
      } catch (error) {
        if (interruption.by) return undefined;
        const where = `branch ${branch} at ${addresses.get(branch)}`;
        throw new CommandError(
          `${where} cannot be reached: ${(error as Error).message}\nStart the branches first: passbook branches ${scenario.file}`,
        );
      }
    }),
  );
  terminal.clearProgress();
  if (interruption.by) return undefined;
  const expected = bankIdOf(scenario);
  for (const [i, branch] of scenario.branches.entries()) {
    if (found[i]?.bankId === expected) continue;
    throw new CommandError(
      `branch ${branch} at ${addresses.get(branch)} belongs to another bank: its branches or initial balance are not those of ${scenario.file}`,
    );
  }
  return found.every((status) => status?.vector.size === 0);
}

function aborted(signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    }
  });
}

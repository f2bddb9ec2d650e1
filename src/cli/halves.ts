import { Bank } from '../client/bank.js';
import type { BranchId } from '../domain/ids.js';
import type { Scenario } from '../scenario/scenario.js';
import { conduct } from './conduct.js';
import { CommandError, Exit } from './exit.js';
import { DEFAULT_BASE_PORT } from './options.js';
import type { Recorder } from './recorder.js';
import {
  type CustomerOptions,
  conductOptions,
  HOST,
  loadChecked,
  type NetworkOptions,
  openRecorder,
  prepareOutputs,
  startFleet,
} from './run-command.js';
import { bankIdOf } from './scenario-file.js';
import { Interruption } from './signals.js';
import { Terminal } from './terminal.js';

/** `passbook branches`: the branches of a scenario, until somebody ends them. */
export async function branches(path: string, options: NetworkOptions): Promise<number> {
  const terminal = new Terminal();
  const scenario = await loadChecked(path, options, terminal);
  const interruption = new Interruption(() => terminal.say('passbook: closing the branches; once more to end at once'));
  const ended = new AbortController();
  let deaths = 0;
  const fleet = await startFleet(scenario, options, terminal, interruption, {
    onDeath: (branch, how) => {
      deaths += 1;
      terminal.say(`passbook: branch ${branch} died: ${how}; the others go on`);
      if (deaths === scenario.branches.length) ended.abort();
    },
  });
  if (!fleet) return Exit.done;
  const addresses = [...fleet.addresses].sort(([a], [b]) => a - b);
  terminal.say(`${addresses.length === 1 ? '1 branch listens' : `${addresses.length} branches listen`}; Ctrl-C ends them.`);
  for (const [branch, address] of addresses) terminal.say(`  branch ${branch}  ${address}`);
  if (options.basePort > 0) terminal.say(`In another terminal: ${customersCommand(path, options)}`);
  await aborted([interruption.signal, ended.signal]);
  await fleet.close();
  return deaths > 0 ? Exit.failed : Exit.done;
}

/** `passbook customers`: the customers of a scenario, at branches that run elsewhere on this machine. */
export async function customers(path: string, options: NetworkOptions & CustomerOptions & { wait: number }): Promise<number> {
  const terminal = new Terminal();
  const scenario = await loadChecked(path, options, terminal);
  prepareOutputs(path, options);
  if (options.basePort === 0)
    throw new CommandError('--base-port 0 is for `passbook run` only: customers must know where the branches are', Exit.usage);
  const interruption = new Interruption((signal) => terminal.say(`passbook: ${signal}: ending; once more to end at once`));
  const addresses = new Map(scenario.branches.map((branch) => [branch, `${HOST}:${options.basePort + branch}`]));
  const bank = new Bank({ branches: addresses });
  let recorder: Recorder | undefined;
  try {
    interruption.signal.addEventListener('abort', () => bank.close());
    const waitMs = options.wait;
    const fresh = await findBranches({ bank, path, scenario, addresses, waitMs, terminal, interruption });
    // Without an answer the run was ended before it began, which its results say for every event.
    const freshBank = fresh ?? false;
    if (fresh === false) terminal.say('These branches hold writes of an earlier run; its money is still there.');
    recorder = openRecorder(scenario, options, freshBank);
    const common = conductOptions(scenario, options, terminal, interruption);
    return await conduct({ ...common, bank, freshBank, failures: [], ...(recorder && { recorder }) });
  } finally {
    recorder?.close();
    bank.close();
  }
}

/** What to type to reach these branches, with the patience that their delay asks for. */
function customersCommand(path: string, { basePort, delay, jitter }: NetworkOptions): string {
  const options = [
    basePort === DEFAULT_BASE_PORT ? '' : ` --base-port ${basePort}`,
    delay === 0 ? '' : ` --delay ${delay}ms`,
    jitter === 0 ? '' : ` --jitter ${jitter}ms`,
  ];
  return `npx passbook customers ${path}${options.join('')}`;
}

interface Search {
  readonly bank: Bank;
  readonly path: string;
  readonly scenario: Scenario;
  readonly addresses: ReadonlyMap<BranchId, string>;
  readonly waitMs: number;
  readonly terminal: Terminal;
  readonly interruption: Interruption;
}

/**
 * Waits until every branch answers, and that it is one of this scenario's bank.
 * Says whether the bank is unused; undefined if the user did not want to wait.
 */
async function findBranches(search: Search): Promise<boolean | undefined> {
  const { bank, path, scenario, addresses, waitMs, terminal, interruption } = search;
  terminal.progress(`looking for ${scenario.branches.length} branches`);
  const expected = bankIdOf(scenario);
  const find = async (branch: BranchId) => {
    const status = await bank.status(branch, { timeoutMs: waitMs });
    if (status.bankId === expected) return status;
    // At once, not when all have answered: a bank of another size may lack a branch that is waited for.
    throw new CommandError(
      `branch ${branch} at ${addresses.get(branch)} belongs to another bank: its branches or initial balance are not those of ${scenario.file}`,
    );
  };
  try {
    const found = await Promise.all(scenario.branches.map(find));
    return found.every((status) => status.vector.size === 0);
  } catch (error) {
    if (interruption.by) return undefined;
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${(error as Error).message}; start the branches first: npx passbook branches ${path}`);
  } finally {
    terminal.clearProgress();
  }
}

function aborted(signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    }
  });
}

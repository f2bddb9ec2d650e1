import { Bank } from '../client/bank.js';
import type { BranchId } from '../domain/ids.js';
import type { Scenario } from '../scenario/scenario.js';
import { named } from './branch-names.js';
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
import { shellWord } from './shell-word.js';
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
    isEnding: () => interruption.by !== undefined,
  });
  if (!fleet) return Exit.done;
  const addresses = [...fleet.addresses].sort(([a], [b]) => a - b);
  terminal.say(`${addresses.length === 1 ? '1 branch listens' : `${addresses.length} branches listen`}; Ctrl-C ends them.`);
  for (const [branch, address] of addresses) terminal.say(`  branch ${branch}  ${address}`);
  if (options.basePort > 0) terminal.say(`In another terminal: ${otherHalf('customers', path, options)}`);
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
  const startedAtMs = performance.now();
  const bank = new Bank({ branches: addresses, startedAtMs });
  let recorder: Recorder | undefined;
  try {
    interruption.signal.addEventListener('abort', () => bank.close());
    const waitMs = options.wait;
    const fresh = await findBranches({ bank, path, options, scenario, addresses, waitMs, terminal, interruption });
    // Without an answer the run was ended before it began, which its results say for every event.
    const freshBank = fresh ?? false;
    if (fresh === false)
      terminal.say(
        'These branches hold writes of an earlier run: its money is still there, so results cannot be checked against the scenario.',
      );
    if (fresh !== undefined) recorder = openRecorder(scenario, options, freshBank);
    recorder?.begin(startedAtMs);
    const common = conductOptions(scenario, options, terminal, interruption);
    return await conduct({ ...common, bank, freshBank, failures: [], ...(recorder && { recorder }) });
  } finally {
    recorder?.close();
    bank.close();
  }
}

/** What to type to reach these branches, with the patience that their delay asks for; or to start those that were looked for. */
function otherHalf(command: 'branches' | 'customers', path: string, { basePort, delay, jitter }: NetworkOptions): string {
  const options = [
    basePort === DEFAULT_BASE_PORT ? '' : ` --base-port ${basePort}`,
    delay === 0 ? '' : ` --delay ${delay}ms`,
    jitter === 0 ? '' : ` --jitter ${jitter}ms`,
  ];
  return `npx passbook ${command} ${shellWord(path)}${options.join('')}`;
}

interface Search {
  readonly bank: Bank;
  readonly path: string;
  readonly options: NetworkOptions;
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
  const { bank, scenario, addresses, waitMs, terminal, interruption } = search;
  terminal.progress(`looking for ${scenario.branches.length} branches`);
  const expected = bankIdOf(scenario);
  const silent = new Map<BranchId, string>();
  const find = async (branch: BranchId) => {
    const status = await bank.status(branch, { timeoutMs: waitMs }).catch((error: Error) => {
      silent.set(branch, error.message);
    });
    if (!status) return undefined;
    if (status.bankId === expected) return status;
    // At once, not when all have answered: a bank of another size may lack a branch that is waited for.
    throw new CommandError(
      `branch ${branch} at ${addresses.get(branch)} belongs to another bank: its branches or initial balance are not those of ${scenario.file}`,
    );
  };
  try {
    const found = await Promise.all(scenario.branches.map(find));
    if (interruption.by) return undefined;
    if (silent.size > 0) throw new CommandError(whatToStart(search, silent));
    return found.every((status) => status?.vector.size === 0);
  } finally {
    terminal.clearProgress();
  }
}

/** Branches are started together: beside some that are there already, the others find their ports taken. */
function whatToStart({ path, options, scenario }: Search, silent: ReadonlyMap<BranchId, string>): string {
  const missing = scenario.branches.filter((branch) => silent.has(branch));
  const [why] = missing.map((branch) => silent.get(branch));
  const command = otherHalf('branches', path, options);
  if (missing.length === scenario.branches.length) return `${why}; start the branches first: ${command}`;
  const others = missing.length > 1 ? ` (${named(missing)} of ${scenario.branches.length} do not answer)` : '';
  return `${why}${others}; the others answer: end those, and start all of them together: ${command}`;
}

function aborted(signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    }
  });
}

import { Bank } from '../client/bank.js';
import type { GuaranteeSet } from '../domain/guarantees.js';
import type { BranchId } from '../domain/ids.js';
import type { AckLevel } from '../domain/operations.js';
import { narrate } from '../render/narrative.js';
import type { Scenario } from '../scenario/scenario.js';
import { Fleet, FleetError } from '../server/fleet.js';
import { type ConductOptions, conduct } from './conduct.js';
import { CommandError, Exit, signalExit } from './exit.js';
import { deadlineMs, portProblem } from './options.js';
import { bankIdOf, loadScenario, sequentialProblem } from './scenario-file.js';
import { Interruption } from './signals.js';
import { Terminal } from './terminal.js';

/** Scenarios are run on this machine only. */
export const HOST = '127.0.0.1';

export interface NetworkOptions {
  readonly delay: number;
  readonly jitter: number;
  readonly basePort: number;
  readonly verbose?: boolean;
  readonly logJson?: boolean;
}

export interface CustomerOptions {
  readonly out?: string;
  readonly guarantees: GuaranteeSet;
  readonly acks: AckLevel;
  readonly deadline?: number;
  readonly sequential?: boolean;
  readonly history?: string;
}

/** `passbook run`: branches and customers together, from the first process to the verdict. */
export async function run(path: string, options: NetworkOptions & CustomerOptions): Promise<number> {
  const terminal = new Terminal();
  const scenario = loadChecked(path, options, terminal);
  const interruption = new Interruption((signal) =>
    terminal.say(`passbook: ${signal}: ending the run; once more to end at once`),
  );
  const bankRef: { bank?: Bank } = {};
  const deaths: string[] = [];
  const fleet = await startFleet(scenario, options, terminal, interruption, (branch, how) => {
    deaths.push(`branch ${branch} died: ${how}`);
    terminal.say(`passbook: branch ${branch} died: ${how}`);
    bankRef.bank?.lost(branch, `its process died (${how})`);
  });
  if (!fleet) return signalExit(interruption.by ?? 'SIGINT');
  try {
    const bank = new Bank({ branches: fleet.addresses });
    bankRef.bank = bank;
    const exit = await conduct({
      ...conductOptions(scenario, options, terminal, interruption),
      bank,
      freshBank: true,
      failures: deaths,
    });
    bank.close();
    return exit;
  } finally {
    if (interruption.by) fleet.kill();
    else await fleet.close();
  }
}

export function loadChecked(path: string, options: { basePort: number; sequential?: boolean }, terminal: Terminal): Scenario {
  const scenario = loadScenario(path, terminal);
  const port = portProblem(options.basePort, scenario.branches.at(-1) ?? 0);
  if (port) throw new CommandError(port, Exit.usage);
  const order = options.sequential ? sequentialProblem(scenario) : undefined;
  if (order) throw new CommandError(order, Exit.badInput);
  return scenario;
}

/** Undefined if the user ended the command before all branches were there. */
export async function startFleet(
  scenario: Scenario,
  options: NetworkOptions,
  terminal: Terminal,
  interruption: Interruption,
  onDeath: (branch: BranchId, how: string) => void,
): Promise<Fleet | undefined> {
  const { delay, jitter, basePort, verbose, logJson } = options;
  const startedAtMs = Date.now();
  const count = scenario.branches.length;
  terminal.progress(`starting ${count} branches`);
  const starting = Fleet.start(
    {
      bankId: bankIdOf(scenario),
      branches: scenario.branches,
      foundedMinor: [scenario.initialBalanceMinor],
      host: HOST,
      basePort,
      delayMs: delay,
      jitterMs: jitter,
      log: Boolean(verbose || logJson),
      onDeath,
      onLine: (_branch, line) => {
        const told = logJson ? line : (narrate(line, startedAtMs) ?? (line.startsWith('{') ? undefined : line));
        if (told !== undefined) terminal.say(told);
      },
    },
    interruption.signal,
    (listening) => terminal.progress(`starting branches: ${listening} of ${count}`),
  );
  try {
    const fleet = await starting;
    interruption.onForce(() => fleet.kill());
    return fleet;
  } catch (error) {
    if (interruption.by) return undefined;
    if (error instanceof FleetError) throw new CommandError(error.message);
    throw error;
  } finally {
    terminal.clearProgress();
  }
}

export function conductOptions(
  scenario: Scenario,
  options: CustomerOptions & { delay: number; jitter: number },
  terminal: Terminal,
  interruption: Interruption,
): Omit<ConductOptions, 'bank' | 'freshBank' | 'failures'> {
  const { guarantees, acks, sequential, out, history } = options;
  return {
    scenario,
    guarantees,
    acks,
    sequential: sequential ?? false,
    timeoutMs: deadlineMs(options.deadline, options.delay, options.jitter),
    ...(out === undefined ? {} : { out }),
    ...(history === undefined ? {} : { historyFile: history }),
    terminal,
    interruption,
  };
}

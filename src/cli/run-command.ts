import { existsSync } from 'node:fs';
import { Bank } from '../client/bank.js';
import type { GuaranteeSet } from '../domain/guarantees.js';
import type { BranchId } from '../domain/ids.js';
import type { AckLevel } from '../domain/operations.js';
import { narrate } from '../render/narrative.js';
import type { ResultForm, Scenario } from '../scenario/scenario.js';
import { Fleet, FleetError } from '../server/fleet.js';
import { type ConductOptions, conduct } from './conduct.js';
import { CommandError, Exit } from './exit.js';
import { deadlineMs, portProblem } from './options.js';
import { prepareFiles } from './output-files.js';
import { Recorder } from './recorder.js';
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
  readonly data?: string;
}

export interface CustomerOptions {
  readonly out?: string;
  readonly guarantees: GuaranteeSet;
  readonly acks: AckLevel;
  readonly deadline?: number;
  readonly sequential?: boolean;
  readonly history?: string;
  readonly format?: ResultForm;
  readonly reasons?: boolean;
  readonly report?: string;
}

/** `passbook run`: branches and customers together, from the first process to the verdict. */
export async function run(path: string, options: NetworkOptions & CustomerOptions): Promise<number> {
  const terminal = new Terminal();
  const scenario = await loadChecked(path, options, terminal);
  prepareOutputs(path, options);
  const interruption = new Interruption((signal) =>
    terminal.say(`passbook: ${signal}: ending the run; once more to end at once`),
  );
  const recorder = openRecorder(scenario, options, options.data === undefined || !existsSync(options.data));
  const deaths: string[] = [];
  const dead = new Map<BranchId, string>();
  let bank: Bank | undefined;
  const onDeath = (branch: BranchId, how: string) => {
    deaths.push(`branch ${branch} died: ${how}`);
    terminal.say(`passbook: branch ${branch} died: ${how}`);
    recorder?.now((atUs) => ({ kind: 'fault', event: { atUs, fault: 'crash', branches: [branch], detail: how } }));
    dead.set(branch, how);
    bank?.lost(branch, how);
  };
  let isOver = false;
  const isEnding = () => isOver || interruption.by !== undefined;
  const watch: FleetWatch = { onDeath, isEnding, ...(recorder && { recorder }) };
  const fleet = await startFleet(scenario, options, terminal, interruption, watch);
  try {
    const startedAtMs = performance.now();
    if (fleet) recorder?.begin(startedAtMs);
    // Without branches the run was ended before it began, which its results say for every event.
    bank = new Bank({ branches: fleet?.addresses ?? new Map(), startedAtMs });
    for (const [branch, how] of dead) bank.lost(branch, how);
    if (fleet && !fleet.isNewBank) terminal.say(`This bank goes on with what is in ${options.data}; its money is still there.`);
    const exit = await conduct({
      ...conductOptions(scenario, options, terminal, interruption),
      bank,
      freshBank: fleet?.isNewBank ?? true,
      failures: deaths,
      ...(recorder && { recorder }),
    });
    bank.close();
    return exit;
  } finally {
    isOver = true;
    if (interruption.by) fleet?.kill();
    else await fleet?.close();
    recorder?.close();
  }
}

/** `complete`: nobody but the customers of the scenario uses this bank. */
export function openRecorder(scenario: Scenario, { history }: CustomerOptions, complete: boolean): Recorder | undefined {
  if (history === undefined) return undefined;
  return new Recorder(history, { branches: scenario.branches, foundedMinor: [scenario.initialBalanceMinor], complete });
}

export async function loadChecked(
  path: string,
  options: { basePort: number; sequential?: boolean },
  terminal: Terminal,
): Promise<Scenario> {
  const scenario = await loadScenario(path, terminal);
  const port = portProblem(options.basePort, scenario.branches.at(-1) ?? 0);
  if (port) throw new CommandError(port, Exit.usage);
  const order = options.sequential ? sequentialProblem(scenario) : undefined;
  if (order) throw new CommandError(order, Exit.badInput);
  return scenario;
}

/** Before any branch is started: nobody wants to learn after a long run that its results went nowhere. */
export function prepareOutputs(scenario: string, { out, history, report }: CustomerOptions): void {
  prepareFiles(scenario, { '--out': out, '--history': history, '--report': report });
}

export interface FleetWatch {
  readonly onDeath: (branch: BranchId, how: string) => void;
  /** Whether the branches were told to end, or soon will be. */
  readonly isEnding: () => boolean;
  /** Of what the branches do, too. */
  readonly recorder?: Recorder;
}

/** Undefined if the user ended the command before all branches were there. */
export async function startFleet(
  scenario: Scenario,
  options: NetworkOptions,
  terminal: Terminal,
  interruption: Interruption,
  { onDeath, isEnding, recorder }: FleetWatch,
): Promise<Fleet | undefined> {
  const { delay, jitter, basePort, verbose, logJson, data } = options;
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
      ...(data !== undefined && { data }),
      onDeath,
      ...(recorder && { onTold: (branch, told) => recorder.told(branch, told) }),
      onLine: (_branch, line) => {
        const told = logJson ? line : (narrate(line, startedAtMs, isEnding()) ?? (line.startsWith('{') ? undefined : line));
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
  const { guarantees, acks, sequential, out, report } = options;
  return {
    scenario,
    guarantees,
    acks,
    sequential: sequential ?? false,
    timeoutMs: deadlineMs(options.deadline, options.delay, options.jitter),
    outputs: {
      form: options.format ?? scenario.form,
      reasons: options.reasons ?? false,
      ...(out === undefined ? {} : { out }),
      ...(report === undefined ? {} : { reportFile: report }),
    },
    terminal,
    interruption,
  };
}

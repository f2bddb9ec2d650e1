import { HistoryWriter } from '../check/history/writer.js';
import { GUARANTEES, type GuaranteeName, type GuaranteeSet, guaranteeNames, NO_GUARANTEES } from '../domain/guarantees.js';
import type { HistoryEntry } from '../domain/history.js';
import { formatMinor } from '../domain/money.js';
import { diagramOf } from '../render/diagram/build.js';
import { shivizOf } from '../render/diagram/shiviz.js';
import type { Difference, Side } from '../render/difference/difference.js';
import type { Moment } from '../render/difference/timeline.js';
import { formatTimelines, type Story, storyOf } from '../render/difference/words.js';
import type { Scenario } from '../scenario/scenario.js';
import { findDifference } from './diff-search.js';
import { CommandError, Exit } from './exit.js';
import { prepareFiles, writeFile } from './output-files.js';
import { loadScenario } from './scenario-file.js';
import { Terminal } from './terminal.js';

export interface DiffOptions {
  readonly without: GuaranteeSet;
  readonly seed?: number;
  readonly seeds: number;
  readonly delay: number;
  readonly jitter: number;
  readonly history?: string;
  readonly to?: 'shiviz';
  readonly out?: string;
  readonly json?: boolean;
}

/** Whoever waits there has more patience than that. */
const MOST_DELAY_MS = 60_000;

/** `passbook diff`: the same seed with a guarantee and without it, and what first goes another way. */
export async function diff(path: string, options: DiffOptions): Promise<number> {
  if (options.without === NO_GUARANTEES) throw new CommandError('--without names at least one guarantee', Exit.usage);
  if (options.delay + options.jitter > MOST_DELAY_MS)
    throw new CommandError('--delay and --jitter are at most a minute together in the simulated bank', Exit.usage);
  const terminal = new Terminal();
  const scenario = await loadScenario(path, terminal);
  const { without, delay, jitter, history } = options;
  const files = history === undefined ? undefined : filesOf(history);
  if (options.out !== undefined && options.to === undefined)
    throw new CommandError('--out is where --to writes: name a form', Exit.usage);
  prepareFiles(path, { '--history (with)': files?.kept, '--history (without)': files?.dropped, '--out': options.out });
  const [firstSeed, seeds] = options.seed === undefined ? [1, options.seeds] : [options.seed, 1];
  const difference = findDifference(scenario, {
    without,
    delayMs: delay,
    jitterMs: jitter,
    firstSeed,
    seeds,
    onProgress: (seed) => terminal.progress(`seed ${seed}`),
  });
  terminal.clearProgress();
  if (!difference) {
    if (options.json)
      process.stdout.write(
        `${JSON.stringify({ scenario: scenario.file, without: guaranteeNames(without), difference: null })}\n`,
      );
    terminal.say(`passbook: ${nothing(options, firstSeed, seeds)}`);
    return Exit.unknown;
  }
  print(scenario, options, difference);
  if (files) {
    writeFile(files.kept, historyText(scenario, difference, difference.kept.entries));
    writeFile(files.dropped, historyText(scenario, difference, difference.dropped.entries));
    terminal.say(`recorded: ${files.kept}, ${files.dropped}`);
  }
  return Exit.done;
}

/** What was asked for goes to standard output, or to its file; the story is always told. */
function print(scenario: Scenario, options: DiffOptions, difference: Difference): void {
  const story = storyOf(difference);
  const told = options.json ? json(scenario, options, difference, story) : text(scenario, options, difference, story);
  if (options.to === undefined) process.stdout.write(`${told}\n`);
  else if (options.out === undefined) process.stdout.write(bothRuns(scenario, options, difference));
  else {
    process.stdout.write(`${told}\n`);
    writeFile(options.out, bothRuns(scenario, options, difference));
  }
}

function bothRuns({ branches }: Scenario, { without }: DiffOptions, { kept, dropped }: Difference): string {
  return shivizOf([
    { name: 'with all four guarantees', diagram: diagramOf({ branches, entries: kept.entries }) },
    { name: `without ${titles(without)}`, diagram: diagramOf({ branches, entries: dropped.entries }) },
  ]);
}

function text(scenario: Scenario, { without, delay, jitter }: DiffOptions, difference: Difference, story: Story): string {
  const range = jitter === 0 ? `${delay} ms` : `${delay} to ${delay + jitter} ms`;
  const dropped = `without ${titles(without)}`;
  return [
    `${scenario.file}, seed ${difference.seed}; messages between branches take ${range}`,
    '',
    formatTimelines(story, ['with all four guarantees', dropped]),
    '',
    `${capital(dropped)}: ${story.without}`,
    `With all four guarantees: ${story.with}`,
  ].join('\n');
}

/** Amounts as text, in units; times in milliseconds of the simulated world. */
function json(scenario: Scenario, { without }: DiffOptions, { seed, witness, kept, dropped }: Difference, story: Story): string {
  const { customer, event, branch, kind } = dropped.operation;
  const told = {
    scenario: scenario.file,
    without: guaranteeNames(without),
    difference: {
      seed,
      violated: witness?.guarantee ?? null,
      operation: { customer, event, branch, kind },
      with: side(kept, story.kept, story.with),
      without: side(dropped, story.dropped, story.without),
      waitedMs: story.keptWaitUs === undefined ? null : story.keptWaitUs / 1000,
    },
  };
  return JSON.stringify(told, undefined, 2);
}

function side({ operation }: Side, moments: readonly Moment[], sentence: string): object {
  const { outcome, balanceMinor } = operation;
  return {
    outcome,
    balance: balanceMinor === undefined ? null : formatMinor(balanceMinor),
    timeline: moments.map(({ atUs, text }) => ({ atMs: atUs / 1000, text })),
    sentence,
  };
}

/** A guarantee that covers for another: what the customer made is also in what its last read showed, and so on. */
const COVERED_BY: Record<GuaranteeName, GuaranteeName> = {
  'read-your-writes': 'monotonic-reads',
  'monotonic-reads': 'read-your-writes',
  'monotonic-writes': 'writes-follow-reads',
  'writes-follow-reads': 'monotonic-writes',
};

function nothing({ without }: DiffOptions, first: number, seeds: number): string {
  const which = seeds === 1 ? `with seed ${first}` : `in seeds ${first} to ${first + seeds - 1}`;
  const names = guaranteeNames(without);
  const more = new Set([...names, ...names.map((name) => COVERED_BY[name])]);
  const wider = GUARANTEES.map(({ name }) => name).filter((name) => more.has(name));
  const advice =
    wider.length > names.length
      ? `Another guarantee may cover for it: try --without ${wider.join(',')}`
      : 'Try a longer --delay, or a scenario in which a customer goes from branch to branch';
  return `every operation goes the same way ${which}, with and without ${titles(without)}. ${advice}`;
}

function filesOf(prefix: string): { readonly kept: string; readonly dropped: string } {
  return { kept: `${prefix}-with.jsonl`, dropped: `${prefix}-without.jsonl` };
}

function historyText(scenario: Scenario, { seed }: Difference, entries: readonly HistoryEntry[]): string {
  let written = '';
  const header = { branches: scenario.branches, foundedMinor: [scenario.initialBalanceMinor], complete: true, seed };
  const writer = new HistoryWriter(header, (line) => (written += line));
  for (const entry of entries) writer.entry(entry);
  return written;
}

function titles(set: GuaranteeSet): string {
  const names = GUARANTEES.filter(({ name }) => guaranteeNames(set).includes(name)).map(({ title }) => title);
  if (names.length === GUARANTEES.length) return 'any guarantee';
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

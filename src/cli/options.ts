import { InvalidArgumentError, Option } from 'commander';
import { ALL_GUARANTEES, GUARANTEES, type GuaranteeSet, parseGuarantees } from '../domain/guarantees.js';
import { ACK_LEVELS, type AckLevel } from '../domain/operations.js';
import { RESULT_FORMS, type ResultForm } from '../scenario/scenario.js';
import { didYouMean } from '../std/did-you-mean.js';

/** Below the ports that systems give to outgoing connections, any of which could be taken at any time. */
export const DEFAULT_BASE_PORT = 20_000;
const LAST_PORT = 65_535;
const MOST_MS = 24 * 3600 * 1000;

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** `250ms`, `2s`, `1.5m`; a bare 0 needs no unit. */
export function parseDuration(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text);
  if (text === '0') return 0;
  const hint = /^\d+$/.test(text) ? ` Did you mean ${text}ms?` : '';
  if (!match) throw new InvalidArgumentError(`Write a time with its unit, such as 250ms, 2s or 1m.${hint}`);
  const ms = Number(match[1]) * UNITS[match[2] as keyof typeof UNITS];
  if (ms > MOST_MS) throw new InvalidArgumentError('At most 24h.');
  return ms;
}

export function positiveDuration(text: string): number {
  const ms = parseDuration(text);
  if (ms < 1) throw new InvalidArgumentError('At least 1ms.');
  return ms;
}

function parsePort(text: string): number {
  if (!/^\d{1,6}$/.test(text) || Number(text) > LAST_PORT)
    throw new InvalidArgumentError(`A port is a number from 0 to ${LAST_PORT}.`);
  return Number(text);
}

export function guarantees(text: string): GuaranteeSet {
  const parsed = parseGuarantees(text);
  if (typeof parsed === 'number') return parsed;
  if (parsed.unknown === 'all' || parsed.unknown === 'none') {
    throw new InvalidArgumentError(`"${parsed.unknown}" stands alone; it cannot be joined with names.`);
  }
  const words = ['all', 'none', ...GUARANTEES.map(({ name }) => name)];
  throw new InvalidArgumentError(
    `There is no guarantee "${parsed.unknown}".${hint(parsed.unknown, words)} Known: ${words.join(', ')}.`,
  );
}

function resultForm(text: string): ResultForm {
  const form = RESULT_FORMS.find((name) => name === text);
  if (form) return form;
  throw new InvalidArgumentError(`There is no form "${text}".${hint(text, RESULT_FORMS)} Known: ${RESULT_FORMS.join(', ')}.`);
}

function reportFile(text: string): string {
  if (text === '-') throw new InvalidArgumentError('A report goes to a file: standard output is for the results.');
  return text;
}

function hint(word: string, words: readonly string[]): string {
  const meant = didYouMean(word, words);
  return meant ? ` Did you mean ${meant}?` : '';
}

/** Options that several commands share: one text, one parser, one default. */
export const option = {
  out: () => new Option('-o, --out <file>', 'write the results to this file instead of standard output'),
  guarantees: () =>
    new Option('-g, --guarantees <names>', 'what the branches wait for: all, none, or names joined by commas')
      .argParser(guarantees)
      .default(ALL_GUARANTEES, 'all'),
  acks: () =>
    new Option('-a, --acks <level>', 'answer a write when this many branches have it')
      .choices(ACK_LEVELS)
      .default('local' satisfies AckLevel),
  delay: (help = 'let every message between branches take this long, one way') =>
    new Option('-d, --delay <time>', help).argParser(parseDuration).default(0, '0'),
  jitter: (help = 'vary the delay by up to this much') =>
    new Option('-j, --jitter <time>', help).argParser(parseDuration).default(0, '0'),
  deadline: () =>
    new Option('--deadline <time>', 'how long an operation may take (default: 10s plus four times the delay)').argParser(
      positiveDuration,
    ),
  basePort: (help: string) =>
    new Option('-p, --base-port <port>', help).argParser(parsePort).default(DEFAULT_BASE_PORT, String(DEFAULT_BASE_PORT)),
  data: () =>
    new Option('--data <dir>', 'keep the bank in this folder, and go on with what is there; else it is forgotten at the end'),
  sequential: () =>
    new Option('-s, --sequential', 'run customers one after another, each when the writes of the one before are everywhere'),
  history: () => new Option('--history <file>', 'record every operation to this file, as JSON lines'),
  format: () =>
    new Option('-f, --format <form>', 'how the results are written; else as the scenario asks for')
      .choices(RESULT_FORMS)
      // After the choices, which the help and the completion know: to answer with the one that was meant.
      .argParser(resultForm),
  reasons: () => new Option('--reasons', 'add to each failure in the results why it failed'),
  report: () =>
    new Option(
      '--report <file>',
      'write balances, write sets and events of every branch to this file; JSON if it ends in .json',
    ).argParser(reportFile),
  scenario: () => new Option('--scenario <file>', 'the scenario; may be left out where the folder has one'),
  json: () => new Option('--json', 'print JSON, for programs'),
  wait: () =>
    new Option('--wait <time>', 'how long to wait for the branches to be there').argParser(parseDuration).default(10_000, '10s'),
  verbose: () => new Option('-v, --verbose', 'tell on standard error what the branches do'),
  logJson: () => new Option('--log-json', "with the branches' own log lines, as JSON, instead of the story of -v"),
};

/** Every branch needs a port that exists. */
export function portProblem(basePort: number, highestBranch: number): string | undefined {
  if (basePort === 0 || basePort + highestBranch <= LAST_PORT) return undefined;
  const advice = highestBranch < LAST_PORT ? 'choose a smaller --base-port' : 'only --base-port 0 has a port for it';
  return `branch ${highestBranch} would listen on port ${basePort + highestBranch}, above ${LAST_PORT}; ${advice}`;
}

export function deadlineMs(given: number | undefined, delayMs: number, jitterMs: number): number {
  return given ?? 10_000 + 4 * (delayMs + jitterMs);
}

import { createReadStream } from 'node:fs';
import { type CheckerOptions, HistoryChecker } from '../check/checker/checker.js';
import type { HistoryVerdict } from '../check/checker/verdict.js';
import { looksLikeHistory } from '../check/history/header.js';
import { HistoryProblem, HistoryReader } from '../check/history/reader.js';
import type { Judgement } from '../check/verdict.js';
import { historyVerdictJson } from '../render/history-json.js';
import { formatHistoryVerdict } from '../render/history-words.js';
import { CommandError, Exit } from './exit.js';
import { linesOf } from './input-lines.js';
import { shellWord } from './shell-word.js';
import { Terminal, wantsColor } from './terminal.js';

const EXITS = { holds: Exit.done, violated: Exit.failed, unknown: Exit.unknown } as const;
const LINES_BETWEEN_NEWS = 10_000;

/** `passbook check HISTORY`: what happened, line by line, and whether it may happen in a bank that is right. */
export async function checkHistoryFile(path: string, options: CheckerOptions & { readonly json?: boolean }): Promise<number> {
  const terminal = new Terminal();
  const { verdict, asked } = await judgeFile(path, options, terminal);
  const color = wantsColor(process.stdout.isTTY === true);
  const told = options.json
    ? JSON.stringify(historyVerdictJson(verdict), undefined, 2)
    : formatHistoryVerdict(verdict, { color });
  process.stdout.write(`${told}\n`);
  if (asked)
    terminal.say(
      'passbook: what is violated are guarantees that the operations did not ask for. ' +
        `Judged by those that were asked for, the verdict is ${asked}: ${askedCommand(path, options)}`,
    );
  return EXITS[verdict.overall];
}

async function judgeFile(path: string, options: CheckerOptions, terminal: Terminal): Promise<Judged> {
  const name = path === '-' ? 'standard input' : path;
  const reader = new HistoryReader();
  let checker: HistoryChecker | undefined;
  let lines = 0;
  try {
    for await (const line of linesOf(path === '-' ? process.stdin : createReadStream(path), name)) {
      if (lines === 0 && !looksLikeHistory(line)) throw new CommandError(noHistory(name), Exit.badInput);
      const entry = reader.read(line);
      lines += 1;
      if (lines === 1) checker = new HistoryChecker(reader.header, options);
      if (entry) checker?.entry(entry);
      if (lines % LINES_BETWEEN_NEWS === 0) terminal.progress(`${lines} lines read`);
    }
    reader.finish();
  } catch (error) {
    terminal.clearProgress();
    if (error instanceof HistoryProblem)
      throw new CommandError(`${name}:${error.line}: ${error.message}; nothing was checked`, Exit.badInput);
    throw error;
  }
  terminal.progress('judging');
  const judged = judge(checker as HistoryChecker, options);
  terminal.clearProgress();
  return judged;
}

interface Judged {
  readonly verdict: HistoryVerdict;
  /** Of what was asked for alone, where nothing else is violated. */
  readonly asked?: Judgement;
}

function judge(checker: HistoryChecker, options: CheckerOptions): Judged {
  const verdict = checker.verdict();
  const violated = verdict.families.filter((family) => family.verdict === 'violated');
  if (options.asked || violated.length === 0 || violated.some(({ family }) => family !== 'Session')) return { verdict };
  const asked = checker.verdict({ ...options, asked: true }).overall;
  return asked === 'violated' ? { verdict } : { verdict, asked };
}

function askedCommand(path: string, { blackBox, durable }: CheckerOptions): string {
  return `npx passbook check ${shellWord(path)} --asked${blackBox ? ' --black-box' : ''}${durable ? ' --durable' : ''}`;
}

function noHistory(name: string): string {
  return (
    `${name}:1: expected a history, whose first line begins with {"passbook":"history"; nothing was checked. ` +
    'To check results, name the scenario, too: passbook check <scenario> <results>'
  );
}

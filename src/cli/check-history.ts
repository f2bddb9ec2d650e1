import { createReadStream } from 'node:fs';
import { type CheckerOptions, HistoryChecker } from '../check/checker/checker.js';
import type { HistoryVerdict } from '../check/checker/verdict.js';
import { looksLikeHistory } from '../check/history/header.js';
import { HistoryProblem, HistoryReader } from '../check/history/reader.js';
import { historyVerdictJson } from '../render/history-json.js';
import { formatHistoryVerdict } from '../render/history-words.js';
import { CommandError, Exit } from './exit.js';
import { linesOf } from './input-lines.js';
import { Terminal, wantsColor } from './terminal.js';

const EXITS = { holds: Exit.done, violated: Exit.failed, unknown: Exit.unknown } as const;
const LINES_BETWEEN_NEWS = 10_000;

/** `passbook check HISTORY`: what happened, line by line, and whether it may happen in a bank that is right. */
export async function checkHistoryFile(path: string, options: CheckerOptions & { readonly json?: boolean }): Promise<number> {
  const terminal = new Terminal();
  const verdict = await judgeFile(path, options, terminal);
  const color = wantsColor(process.stdout.isTTY === true);
  const told = options.json
    ? JSON.stringify(historyVerdictJson(verdict), undefined, 2)
    : formatHistoryVerdict(verdict, { color });
  process.stdout.write(`${told}\n`);
  return EXITS[verdict.overall];
}

async function judgeFile(path: string, options: CheckerOptions, terminal: Terminal): Promise<HistoryVerdict> {
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
  const verdict = (checker as HistoryChecker).verdict();
  terminal.clearProgress();
  return verdict;
}

function noHistory(name: string): string {
  return (
    `${name}:1: expected a history, whose first line begins with {"passbook":"history"; nothing was checked. ` +
    'To check results, name the scenario, too: passbook check <scenario> <results>'
  );
}

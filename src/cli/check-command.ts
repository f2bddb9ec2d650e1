import type { CheckerOptions } from '../check/checker/checker.js';
import type { Judgement } from '../check/verdict.js';
import { ANOMALIES } from '../domain/anomalies.js';
import { formatAnomalies } from '../render/history-words.js';
import { resultsVerdictJson } from '../render/results-json.js';
import { formatResultsVerdict } from '../render/results-words.js';
import { checkHistoryFile } from './check-history.js';
import { CommandError, Exit } from './exit.js';
import { readInput } from './input-file.js';
import { formatDiagnostics, judgeText } from './judge-results.js';
import { loadScenario } from './scenario-file.js';
import { count } from './summary.js';
import { Terminal, wantsColor } from './terminal.js';

export interface CheckOptions extends CheckerOptions {
  readonly json?: boolean;
  readonly anomalies?: boolean;
}

const EXITS: Record<Judgement, number> = { holds: Exit.done, violated: Exit.failed, unknown: Exit.unknown };

/** `passbook check`: with one file a history, with two a scenario and the results that somebody's program wrote. */
export async function check(file: string | undefined, results: string | undefined, options: CheckOptions): Promise<number> {
  if (options.anomalies) {
    process.stdout.write(`${options.json ? JSON.stringify(ANOMALIES, undefined, 2) : formatAnomalies()}\n`);
    return Exit.done;
  }
  if (file === undefined)
    throw new CommandError('name a history, or a scenario and results; passbook check --help has examples', Exit.usage);
  if (results === undefined) return checkHistoryFile(file, options);
  const onlyHistories = Object.entries(HISTORY_FLAGS).find(([name]) => options[name as keyof typeof HISTORY_FLAGS]);
  if (onlyHistories)
    throw new CommandError(`${onlyHistories[1]} is for histories, and two files are a scenario and results`, Exit.usage);
  return checkResults(file, results, options);
}

const HISTORY_FLAGS = { blackBox: '--black-box', asked: '--asked', durable: '--durable' } as const;

/** Whether results that somebody's program wrote can be right. */
async function checkResults(scenarioPath: string, resultsPath: string, options: CheckOptions): Promise<number> {
  if (scenarioPath === '-' && resultsPath === '-')
    throw new CommandError('only one of the two files can be standard input', Exit.usage);
  const terminal = new Terminal();
  const scenario = await loadScenario(scenarioPath, terminal, 'nothing was checked');
  const input = await readInput(resultsPath);
  const judged = judgeText(scenario, input);
  const found = 'problems' in judged ? judged.problems : judged.warnings;
  for (const diagnostic of formatDiagnostics(found, input.text)) terminal.say(diagnostic);
  if ('problems' in judged) {
    const errors = judged.problems.filter(({ severity }) => severity === 'error').length;
    throw new CommandError(`${input.name}: ${count(errors, 'error')}; nothing was checked`, Exit.badInput);
  }
  const { verdict } = judged;
  const color = wantsColor(process.stdout.isTTY === true);
  const told = options.json
    ? JSON.stringify(resultsVerdictJson(verdict), undefined, 2)
    : formatResultsVerdict(verdict, { color });
  process.stdout.write(`${told}\n`);
  return EXITS[verdict.overall];
}

import type { Judgement } from '../check/verdict.js';
import { resultsVerdictJson } from '../render/results-json.js';
import { formatResultsVerdict } from '../render/results-words.js';
import { CommandError, Exit } from './exit.js';
import { readOutput } from './input-file.js';
import { formatDiagnostics, judgeText } from './judge-results.js';
import { loadScenario } from './scenario-file.js';
import { count } from './summary.js';
import { Terminal, wantsColor } from './terminal.js';

export interface CheckOptions {
  readonly json?: boolean;
}

const EXITS: Record<Judgement, number> = { holds: Exit.done, violated: Exit.failed, unknown: Exit.unknown };

/** `passbook check`: whether results that somebody's program wrote can be right. */
export async function check(scenarioPath: string, resultsPath: string, options: CheckOptions): Promise<number> {
  if (scenarioPath === '-' && resultsPath === '-')
    throw new CommandError('only one of the two files can be standard input', Exit.usage);
  const terminal = new Terminal();
  const scenario = await loadScenario(scenarioPath, terminal, 'nothing was checked');
  const input = await readOutput(resultsPath);
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

import { formatGrades, type Grade, gradesJson, totals } from '../render/grades.js';
import { formatDiagnostic } from '../scenario/diagnostic.js';
import type { Scenario } from '../scenario/scenario.js';
import { CommandError, Exit } from './exit.js';
import { type Found, filesOf, isSameFile, isScenario, scenarioAmong } from './grade-folder.js';
import { readOutput } from './input-file.js';
import { judgeText } from './judge-results.js';
import { loadScenario } from './scenario-file.js';
import { count } from './summary.js';
import { Terminal } from './terminal.js';

export interface GradeOptions {
  readonly scenario?: string;
  readonly json?: boolean;
}

/** `passbook grade`: every results file of a folder against one scenario. */
export async function grade(folder: string, options: GradeOptions): Promise<number> {
  const terminal = new Terminal();
  const files = filesOf(folder);
  const path = options.scenario ?? (await scenarioAmong(folder, files));
  if (options.scenario === undefined) terminal.say(`passbook: the scenario is ${path}`);
  const scenario = await loadScenario(path, terminal, 'nothing was graded');
  const candidates = files.filter((file) => !isSameFile(file.path, path));
  const grades: Grade[] = [];
  let scenarios = 0;
  for (const [i, file] of candidates.entries()) {
    terminal.progress(`${i} of ${candidates.length} files: ${file.name}`);
    if (await isScenario(file.path)) scenarios += 1;
    else grades.push(await gradeFile(scenario, file));
  }
  terminal.clearProgress();
  if (grades.length === 0) throw new CommandError(`there are no results in ${folder}`, Exit.badInput);
  const told = options.json ? JSON.stringify(gradesJson(path, grades), undefined, 2) : formatGrades(grades);
  process.stdout.write(`${told}\n`);
  terminal.say(summary(grades, scenarios));
  return exitOf(grades);
}

/** What cannot be read is a row like any other. */
async function gradeFile(scenario: Scenario, { name, path }: Found): Promise<Grade> {
  try {
    const input = await readOutput(path, name);
    const judged = judgeText(scenario, input);
    if ('verdict' in judged) return { file: name, result: judged };
    const [problem] = judged.problems;
    return {
      file: name,
      result: { unreadable: problem ? firstLine(formatDiagnostic(problem, input.text), name) : 'it is no results' },
    };
  } catch (error) {
    if (error instanceof CommandError) return { file: name, result: { unreadable: error.message } };
    throw error;
  }
}

/** Of a diagnostic, without the name, which the row has. */
function firstLine(diagnostic: string, name: string): string {
  const [line = ''] = diagnostic.split('\n');
  return line.startsWith(`${name}:`) ? `line ${line.slice(name.length + 1)}` : line;
}

function summary(grades: readonly Grade[], scenarios: number): string {
  const parts = Object.entries(totals(grades)).flatMap(([word, n]) => (n > 0 ? [`${n} ${word}`] : []));
  const left = scenarios > 0 ? `; left out: ${count(scenarios, 'scenario')}` : '';
  return `${count(grades.length, 'file')}: ${parts.join(', ')}${left}`;
}

function exitOf(grades: readonly Grade[]): number {
  const { violated, unreadable, unknown } = totals(grades);
  if (violated + unreadable > 0) return Exit.failed;
  return unknown > 0 ? Exit.unknown : Exit.done;
}

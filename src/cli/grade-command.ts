import { formatGrades, type Grade, gradesJson, totals } from '../render/grades.js';
import { type Diagnostic, formatDiagnostic, harmless } from '../scenario/diagnostic.js';
import type { Scenario } from '../scenario/scenario.js';
import { CommandError, Exit } from './exit.js';
import { compareNames, type Found, type HandedIn, handedIn, isSameFile, isScenario, scenarioAmong } from './grade-folder.js';
import { readInput } from './input-file.js';
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
  const handed = handedIn(folder);
  const { files } = handed;
  const path = options.scenario ?? (await scenarioAmong(folder, files));
  if (options.scenario === undefined) terminal.say(`passbook: the scenario is ${path}`);
  const scenario = await loadScenario(path, terminal, 'nothing was graded');
  const candidates = files.filter((file) => !isSameFile(file.path, path));
  const grades: Grade[] = [];
  const scenarios: string[] = [];
  for (const [i, file] of candidates.entries()) {
    terminal.progress(`${i} of ${candidates.length} files: ${file.name}`);
    if (await isScenario(file.path)) scenarios.push(file.name);
    else grades.push(await gradeFile(scenario, file));
  }
  terminal.clearProgress();
  grades.push(...withoutResults(handed, grades));
  grades.sort((a, b) => compareNames(a.file, b.file));
  if (grades.length === 0) throw new CommandError(`there are no results in ${folder}`, Exit.badInput);
  const told = options.json ? JSON.stringify(gradesJson(path, grades), undefined, 2) : formatGrades(grades);
  process.stdout.write(`${told}\n`);
  terminal.say(summary(grades, scenarios, handed.passedOver));
  return exitOf(grades);
}

/** What cannot be read is a row like any other. */
async function gradeFile(scenario: Scenario, { name, path }: Found): Promise<Grade> {
  try {
    const input = await readInput(path, name);
    const judged = judgeText(scenario, input);
    const inShort = (diagnostic: Diagnostic) => firstLine(formatDiagnostic(diagnostic, input.text), name);
    if ('verdict' in judged) return { file: name, result: { ...judged, warnings: judged.warnings.map(inShort) } };
    const [problem] = judged.problems;
    return { file: name, result: { unreadable: problem ? inShort(problem) : 'it is no results' } };
  } catch (error) {
    if (error instanceof CommandError) return { file: name, result: { unreadable: error.message } };
    throw error;
  }
}

/** Folders that cannot be read, and students who have no row yet: nobody is left out in silence. */
function withoutResults({ students, closed }: HandedIn, grades: readonly Grade[]): Grade[] {
  const rows = closed.map(({ name, why }): Grade => ({ file: name, result: { unreadable: why } }));
  const known = new Set([...grades, ...rows].map(({ file }) => file.split('/')[0]));
  const silent = students.filter((student) => !known.has(student));
  return [...rows, ...silent.map((student): Grade => ({ file: `${student}/`, result: { missing: 'no results found' } }))];
}

/** Of a diagnostic, without the name, which the row has. */
function firstLine(diagnostic: string, name: string): string {
  const [line = ''] = diagnostic.split('\n');
  return line.startsWith(`${name}:`) ? `line ${line.slice(name.length + 1)}` : line;
}

function summary(grades: readonly Grade[], scenarios: readonly string[], passedOver: readonly string[]): string {
  const { missing, ...words } = totals(grades);
  const parts = Object.entries(words).flatMap(([word, n]) => (n > 0 ? [`${n} ${word}`] : []));
  const files = `${count(grades.length - missing, 'file')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
  const none = missing > 0 ? `; no results in ${count(missing, 'folder')}` : '';
  const left = scenarios.length > 0 ? `; left out: ${count(scenarios.length, 'scenario')} (${inShort(scenarios)})` : '';
  return `${files}${none}${left}${passedOver.length > 0 ? `; passed over: ${inShort(passedOver)}` : ''}`;
}

/** `a.zip, b.pdf, c/d.txt and 4 more` */
function inShort(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  const named = harmless(names.slice(0, MOST_NAMED).join(', '));
  return rest > 0 ? `${named} and ${rest} more` : named;
}

const MOST_NAMED = 3;

function exitOf(grades: readonly Grade[]): number {
  const { violated, unreadable, missing, unknown } = totals(grades);
  if (violated + unreadable + missing > 0) return Exit.failed;
  return unknown > 0 ? Exit.unknown : Exit.done;
}

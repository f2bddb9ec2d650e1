/** Many results against one scenario: a row a file, as a table for people and as JSON for programs. */
import type { ResultsVerdict } from '../check/results/verdict.js';
import type { Judgement } from '../check/verdict.js';
import { resultsVerdictJson } from './results-json.js';
import { explainDoubt, explainFinding } from './results-sentences.js';
import { table } from './table.js';

export interface Grade {
  /** Relative to the folder; of a folder without results, with a slash at the end. */
  readonly file: string;
  readonly result:
    | { readonly verdict: ResultsVerdict; readonly warnings: readonly string[] }
    | { readonly unreadable: string }
    | { readonly missing: string };
}

export type GradeWord = Judgement | 'unreadable' | 'missing';

export function gradeWord({ result }: Grade): GradeWord {
  if ('verdict' in result) return result.verdict.overall;
  return 'missing' in result ? 'missing' : 'unreadable';
}

/** `19/19`, as the course's checker counts; nothing where there is nothing to count from. */
function countOf({ result }: Grade): string {
  if (!('verdict' in result)) return '';
  const { correct, total } = result.verdict.courseCount;
  return `${correct}/${total}`;
}

/** What was found first, in a sentence. */
function firstFinding({ result }: Grade): string | undefined {
  if ('unreadable' in result) return result.unreadable;
  if ('missing' in result) return result.missing;
  const { overall, findings, doubts } = result.verdict;
  if (findings[0]) return `${findings[0].anomaly}: ${explainFinding(findings[0])}`;
  return overall === 'unknown' && doubts[0] ? explainDoubt(doubts[0]) : undefined;
}

function warningsOf({ result }: Grade): readonly string[] {
  return 'verdict' in result ? result.warnings : [];
}

/** What was found first, and of what was doubtful in the file the first, too. */
function remark(grade: Grade): string {
  const [warning, ...more] = warningsOf(grade);
  const others = more.length > 0 ? ` and ${more.length} more` : '';
  return [firstFinding(grade), warning && `(${warning}${others})`].filter(Boolean).join(' ');
}

/** With a line of headings; no line end after the last line. */
export function formatGrades(grades: readonly Grade[]): string {
  const rows = grades.map((grade) => [grade.file, gradeWord(grade), countOf(grade), remark(grade)]);
  return table([['file', 'verdict', 'pairs', 'first finding'], ...rows.map((row) => row.map(harmless))]).join('\n');
}

/** Ready for `JSON.stringify`; docs/grading.md says what each key means. */
export function gradesJson(scenario: string, grades: readonly Grade[]): object {
  return {
    scenario,
    totals: { files: grades.filter(({ result }) => !('missing' in result)).length, ...totals(grades) },
    files: grades.map((grade) => ({
      file: grade.file,
      verdict: gradeWord(grade),
      courseCount: 'verdict' in grade.result ? grade.result.verdict.courseCount : null,
      firstFinding: firstFinding(grade) ?? null,
      warnings: warningsOf(grade),
      details: 'verdict' in grade.result ? resultsVerdictJson(grade.result.verdict) : null,
    })),
  };
}

export function totals(grades: readonly Grade[]): Record<GradeWord, number> {
  const counts: Record<GradeWord, number> = { holds: 0, violated: 0, unknown: 0, unreadable: 0, missing: 0 };
  for (const grade of grades) counts[gradeWord(grade)] += 1;
  return counts;
}

/** Names of files may hold anything, and a terminal must not obey them. */
function harmless(text: string): string {
  return text.replace(/\p{C}/gu, '?');
}

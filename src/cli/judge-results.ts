import { looksLikeHistory } from '../check/history/header.js';
import { judgeResults } from '../check/results/judge.js';
import type { ResultsVerdict } from '../check/results/verdict.js';
import { type Diagnostic, formatDiagnostic } from '../scenario/diagnostic.js';
import { readResults } from '../scenario/read-results.js';
import { matchResults } from '../scenario/read-results-match.js';
import type { Scenario } from '../scenario/scenario.js';
import type { InputText } from './input-file.js';

export type Judged =
  | { readonly verdict: ResultsVerdict; readonly warnings: readonly Diagnostic[] }
  /** It is no results file; errors first. */
  | { readonly problems: readonly Diagnostic[] };

/** Reads results that anybody's program wrote and judges them by the scenario. */
export function judgeText(scenario: Scenario, { name, text }: InputText): Judged {
  if (looksLikeHistory(text)) return { problems: [historyIn(name)] };
  const read = readResults(text, name);
  if ('problems' in read) return read;
  return { verdict: judgeResults(matchResults(scenario, read.results)), warnings: read.warnings };
}

function historyIn(file: string): Diagnostic {
  const message = 'this is a history, not results';
  return { severity: 'error', file, line: 1, column: 1, length: 1, message, hint: 'passbook check takes it by itself' };
}

export function formatDiagnostics(found: readonly Diagnostic[], text: string): string[] {
  return found.map((diagnostic) => formatDiagnostic(diagnostic, text));
}

/** The verdict on a history: a line a family, and below it each anomaly that is not as it should be. */
import type {
  AbsentEvidence,
  AnomalyVerdict,
  FamilyVerdict,
  HistoryJudgement,
  HistoryVerdict,
} from '../check/checker/verdict.js';
import { ANOMALIES, ANOMALY_NAMES, FAMILIES } from '../domain/anomalies.js';
import { explainHistoryDoubt, explainHistoryWitness } from './history-sentences.js';

const SIGNS: Record<HistoryJudgement, string> = { holds: '✓', violated: '✗', unknown: '?', 'not judged': '-' };
const COLORS: Record<HistoryJudgement, number> = { holds: 32, violated: 31, unknown: 33, 'not judged': 90 };

const ABSENT: Record<AbsentEvidence, string> = {
  vectors: 'vectors: answers do not say which writes they reflect',
  logs: 'logs: not recorded',
  finals: 'the end: what the branches hold was not recorded',
  complete: 'the history does not say that it holds every operation of every customer',
};

export function formatHistoryVerdict(verdict: HistoryVerdict, { color }: { color: boolean }): string {
  const { overall, families, operations, reads, absent } = verdict;
  const lines = [`${overall}: ${operations} operations, ${reads} of them reads`];
  for (const family of families) lines.push(...familyLines(family, reads, color));
  if (absent.length > 0) lines.push('Not judged, for lack of evidence:', ...absent.map((what) => `  - ${ABSENT[what]}`));
  return lines.join('\n');
}

function familyLines({ family, verdict, anomalies }: FamilyVerdict, reads: number, color: boolean): string[] {
  const paint = (text: string) => (color ? `\u001b[${COLORS[verdict]}m${text}\u001b[0m` : text);
  const checks = anomalies.reduce((sum, anomaly) => sum + anomaly.checks, 0);
  const extent = verdict === 'not judged' ? '' : `${checks} ${checks === 1 ? 'check' : 'checks'}`;
  // Padded before it is painted: escape codes have no width.
  const head = `  ${paint(SIGNS[verdict])} ${family.padEnd(13)}${paint(verdict)}${' '.repeat(12 - verdict.length)}${extent}`;
  return [head.trimEnd(), ...anomalies.flatMap((anomaly) => anomalyLines(anomaly, reads))];
}

/** Of fewer reads, a rate per million says no more than the number. */
const READS_FOR_A_RATE = 100_000;

function anomalyLines(
  { name, verdict, violations, unknowns, perMillionReads, witness, unknownBecause }: AnomalyVerdict,
  reads: number,
): string[] {
  if (verdict === 'violated' && witness) {
    const rate = reads >= READS_FOR_A_RATE ? `, ${perMillionReads} per million reads` : '';
    return [`      ${name}: ${ANOMALIES[name].meaning} (${violations}×${rate})`, `        ${explainHistoryWitness(witness)}`];
  }
  if (verdict !== 'unknown' || !unknownBecause) return [];
  return [`      ${name} is unknown (${unknowns}×), because ${explainHistoryDoubt(unknownBecause)}`];
}

/** All there is to look for, as a table. */
export function formatAnomalies(): string {
  const width = Math.max(...ANOMALY_NAMES.map((name) => name.length)) + 2;
  return Object.entries(FAMILIES)
    .map(([family, promise]) => {
      const rows = ANOMALY_NAMES.filter((name) => ANOMALIES[name].family === family).map(
        (name) => `  ${name.padEnd(width)}${ANOMALIES[name].meaning}; shown by ${ANOMALIES[name].shownBy.join(', ')}`,
      );
      return [`${family}: ${promise}`, ...rows].join('\n');
    })
    .join('\n\n');
}

/** The verdict on a history, for programs: all that was found, with the sentence that people read. */
import type { HistoryVerdict, HistoryWitness } from '../check/checker/verdict.js';
import { ANOMALIES } from '../domain/anomalies.js';
import { formatOrigin, formatWriteId, type OriginId, type WriteId } from '../domain/ids.js';
import { explainHistoryDoubt, explainHistoryWitness } from './history-sentences.js';

export function historyVerdictJson({ overall, families, operations, reads, absent }: HistoryVerdict): object {
  return {
    verdict: overall,
    operations,
    reads,
    notJudged: absent,
    families: families.map(({ family, verdict, anomalies }) => ({
      family,
      verdict,
      anomalies: anomalies.map(({ name, witness, unknownBecause, ...counts }) => ({
        name,
        meaning: ANOMALIES[name].meaning,
        ...counts,
        witness: witness && { ...plainWitness(witness), sentence: explainHistoryWitness(witness) },
        unknownBecause: unknownBecause && explainHistoryDoubt(unknownBecause),
      })),
    })),
  };
}

function plainWitness(witness: HistoryWitness): object {
  return plain(witness) as object;
}

/** Ids, vectors and large numbers as a history file has them. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, entry]) => [nameOf(key), plain(entry)]));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if (isWriteId(value)) return formatWriteId(value);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

function isWriteId(value: object): value is WriteId {
  return 'origin' in value && 'sequence' in value && Object.keys(value).length === 2;
}

function nameOf(key: unknown): string {
  return typeof key === 'number' ? formatOrigin(key as OriginId) : String(key);
}

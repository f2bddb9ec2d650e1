/** Counts what each check found, and keeps the smallest witness of each anomaly. */
import { ANOMALIES, ANOMALY_NAMES, type AnomalyName, FAMILIES, type Family } from '../../domain/anomalies.js';
import type { Judgement } from '../verdict.js';
import type { AnomalyVerdict, FamilyVerdict, HistoryDoubt, HistoryJudgement, HistoryWitness } from './verdict.js';

interface Count {
  checks: number;
  violations: number;
  unknowns: number;
  witness?: HistoryWitness;
  size: number;
  because?: HistoryDoubt;
}

export class Docket {
  private readonly counts = new Map<AnomalyName, Count>(
    ANOMALY_NAMES.map((name) => [name, { checks: 0, violations: 0, unknowns: 0, size: Infinity }]),
  );

  /** Comparisons that were made, whatever came of them. */
  checked(name: AnomalyName, checks = 1): void {
    this.of(name).checks += checks;
  }

  /** `size` tells witnesses apart: the smaller is the easier to follow. Of equal ones the first stays. */
  found(name: AnomalyName, witness: HistoryWitness, size = 0, violations = 1): void {
    const count = this.of(name);
    count.violations += violations;
    if (size >= count.size) return;
    count.size = size;
    count.witness = witness;
  }

  unsure(name: AnomalyName, because: HistoryDoubt, unknowns = 1): void {
    const count = this.of(name);
    count.unknowns += unknowns;
    count.because ??= because;
  }

  families(reads: number): FamilyVerdict[] {
    return (Object.keys(FAMILIES) as Family[]).map((family) => {
      const anomalies = ANOMALY_NAMES.filter((name) => ANOMALIES[name].family === family).map((name) =>
        this.verdict(name, reads),
      );
      return { family, verdict: worst(anomalies.map(({ verdict }) => verdict)), anomalies };
    });
  }

  private verdict(name: AnomalyName, reads: number): AnomalyVerdict {
    const { checks, violations, unknowns, witness, because } = this.of(name);
    return {
      name,
      verdict: judgement(checks, violations, unknowns),
      checks,
      violations,
      unknowns,
      perMillionReads: reads === 0 ? 0 : Math.round((violations / reads) * 1e6),
      ...(witness && { witness }),
      ...(because && { unknownBecause: because }),
    };
  }

  private of(name: AnomalyName): Count {
    return this.counts.get(name) as Count;
  }
}

function judgement(checks: number, violations: number, unknowns: number): HistoryJudgement {
  if (violations > 0) return 'violated';
  if (unknowns > 0) return 'unknown';
  return checks > 0 ? 'holds' : 'not judged';
}

export function worst(verdicts: readonly HistoryJudgement[]): HistoryJudgement {
  const order: HistoryJudgement[] = ['violated', 'unknown', 'holds'];
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'not judged';
}

/** For the whole history: where nothing at all could be judged, nothing is known. */
export function overallOf(families: readonly FamilyVerdict[]): Judgement {
  const verdict = worst(families.map((family) => family.verdict));
  return verdict === 'not judged' ? 'unknown' : verdict;
}

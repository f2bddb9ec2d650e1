import type { HistoryVerdict, RequestRef } from '../../check/checker/verdict.js';
import type { Verdict } from '../../check/verdict.js';
import type { RecordedOperation } from '../../domain/history.js';
import { parseOrigin } from '../../domain/ids.js';
import { explainHistoryWitness } from '../history-sentences.js';
import { explainWitness } from '../words.js';
import { operationName, type WriteNames } from './names.js';

/** What a judge has found, as far as a picture needs it. */
export interface Finding {
  readonly anomaly: string;
  /** One sentence. */
  readonly sentence: string;
  /** `customer:event` of the operations that it is about, the one where it shows first. */
  readonly operations: readonly string[];
}

/** The witness of each guarantee that was violated. */
export function findingsOf(verdict: Verdict): Finding[] {
  return verdict.guarantees.flatMap(({ name, witness }) => {
    if (!witness) return [];
    const operations = [witness.operation, witness.earlier, witness.missing.by].map(operationName);
    return [{ anomaly: name, sentence: sentenceCase(explainWitness(witness)), operations: [...new Set(operations)] }];
  });
}

/** The witness of each anomaly in a history; writes have the short names that they have in the picture. */
export function historyFindings({ families }: HistoryVerdict, names: WriteNames): Finding[] {
  return families
    .flatMap(({ anomalies }) => anomalies)
    .flatMap(({ name, witness }) => {
      if (!witness) return [];
      const operations = new Set<string>();
      collect(witness, operations);
      const sentence = withShortNames(sentenceCase(explainHistoryWitness(witness)), names);
      return [{ anomaly: name, sentence, operations: [...operations] }];
    });
}

/** Operations and requests anywhere in a witness: the latest operation is the one that shows it, so that one comes first. */
function collect(witness: object, names: Set<string>): void {
  const found: RecordedOperation[] = [];
  const requests: RequestRef[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof Map) return;
    if (isOperation(value)) found.push(value);
    else if (isRequest(value)) requests.push(value);
    else for (const part of Object.values(value)) look(part);
  };
  look(witness);
  const endOf = ({ completedAtUs = Number.MAX_VALUE }: RecordedOperation) => completedAtUs;
  for (const operation of found.sort((a, b) => endOf(b) - endOf(a))) names.add(operationName(operation));
  for (const { customer, counter } of requests) names.add(operationName({ customer, event: counter }));
}

function isOperation(value: object): value is RecordedOperation {
  return 'customer' in value && 'event' in value && 'invokedAtUs' in value;
}

function isRequest(value: object): value is RequestRef {
  return 'customer' in value && 'counter' in value;
}

function withShortNames(sentence: string, names: WriteNames): string {
  return sentence.replace(/\b(\d+-[0-9a-f]{8})-(\d+)\b/g, (long, origin: string, sequence: string) => {
    const parsed = parseOrigin(origin);
    return parsed === undefined ? long : names.of({ origin: parsed, sequence: Number(sequence) });
  });
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

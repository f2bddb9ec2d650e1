/**
 * Verdicts in words, for people. Every sentence says which write, made by whom
 * and where, and where it was missing; nothing is judged here.
 */
import type { GuaranteeVerdict, Judgement, UnknownBecause, Verdict, Witness } from '../check/verdict.js';
import { GUARANTEES, type GuaranteeName, type GuaranteeSet, has } from '../domain/guarantees.js';
import type { RecordedOperation } from '../domain/history.js';
import { formatWriteId } from '../domain/ids.js';
import { answered, at, event, noun, past, told, who, written } from './operation-words.js';

/** One sentence, without the name of the guarantee. */
export function explainWitness(witness: Witness): string {
  return SENTENCES[witness.guarantee](witness);
}

const SENTENCES: Record<GuaranteeName, (witness: Witness) => string> = {
  'read-your-writes': ({ operation, earlier }) =>
    `${who(earlier)} ${past(earlier)} ${at(earlier)} (${event(earlier)}${written(earlier)}), ` +
    `but its ${noun(operation)} ${at(operation)} (${event(operation)}) ${answered(operation)} without it.`,
  'monotonic-reads': (witness) =>
    `${shown(witness)}, but its later ${noun(witness.operation)} ` +
    `${at(witness.operation)} (${event(witness.operation)}) ${didNot(witness.operation)}.`,
  'monotonic-writes': (witness) =>
    `${who(witness.earlier)}'s ${noun(witness.earlier)} ${at(witness.earlier)} ` +
    `(${event(witness.earlier)}${written(witness.earlier)}) was missing ${applied(witness, 'its')}.`,
  'writes-follow-reads': (witness) =>
    `${shown(witness)}, but that was missing ${applied(witness, `${who(witness.operation)}'s`)}.`,
};

/** One sentence on why a check could not be decided. */
export function explainUnknown(because: UnknownBecause): string {
  const { operation } = because;
  switch (because.kind) {
    case 'no-vector':
      return `${told(because.silent)} did not say which writes it reflects.`;
    case 'no-write-id':
      return `${told(because.earlier)} was acknowledged without the id of its write.`;
    case 'unaccounted-write':
      return (
        `write ${formatWriteId(because.id)}, which ${told(because.earlier)} reflected, was missing ${at(operation)} ` +
        `at event ${operation.event}, and the history does not say what it is.`
      );
  }
}

export interface VerdictStyle {
  readonly color: boolean;
  /** What the branches were asked to wait for, where it was the same for all. */
  readonly enforced?: GuaranteeSet;
}

/** The summary after a run: a line a guarantee, with a sentence below where one is due; no line end after the last. */
export function formatVerdict(verdict: Verdict, style: VerdictStyle): string {
  return verdict.guarantees.flatMap((guarantee) => guaranteeLines(guarantee, style)).join('\n');
}

const SIGNS: Record<Judgement, string> = { holds: '✓', violated: '✗', unknown: '?' };
const COLORS: Record<Judgement, number> = { holds: 32, violated: 31, unknown: 33 };
/** Where there was nothing to check, it holds of nothing: no sign of success. */
const NOTHING = { sign: '-', color: 90 };
const TITLES = Object.fromEntries(GUARANTEES.map(({ name, title }) => [name, title])) as Record<GuaranteeName, string>;
const TITLE_WIDTH = Math.max(...GUARANTEES.map(({ title }) => title.length)) + 3;
const JUDGEMENT_WIDTH = 10;

function guaranteeLines(guarantee: GuaranteeVerdict, { color, enforced }: VerdictStyle): string[] {
  const { name, verdict, checks, witness, unknownBecause } = guarantee;
  const style = checks === 0 ? NOTHING : { sign: SIGNS[verdict], color: COLORS[verdict] };
  const paint = (text: string) => (color ? `\u001b[${style.color}m${text}\u001b[0m` : text);
  const note = enforced === undefined || has(enforced, name) ? '' : ' (not asked for)';
  // Padded before it is painted: escape codes have no width.
  const word = paint(verdict) + ' '.repeat(JUDGEMENT_WIDTH - verdict.length);
  const lines = [`  ${paint(style.sign)} ${TITLES[name].padEnd(TITLE_WIDTH)}${word}${extent(guarantee)}${note}`];
  if (verdict === 'violated' && witness) lines.push(`      ${explainWitness(witness)}`);
  if (verdict === 'unknown' && unknownBecause) lines.push(`      because ${explainUnknown(unknownBecause)}`);
  return lines;
}

function extent({ verdict, checks, violations, unknowns }: GuaranteeVerdict): string {
  if (checks === 0) return 'nothing to check';
  const all = `${checks} ${checks === 1 ? 'check' : 'checks'}`;
  if (verdict === 'holds') return all;
  return `${verdict === 'violated' ? violations : unknowns} of ${all}`;
}

/** `customer 2's query at branch 1 (event 1) showed the deposit of 10 made by customer 1 at branch 1 (write …)`. */
function shown({ operation, earlier, missing }: Witness): string {
  const { by } = missing;
  const own = by.customer === operation.customer;
  const what = own
    ? `its own ${noun(by)} ${at(by)} (${event(by)}${written(by)})`
    : `the ${noun(by)} made by ${who(by)} ${at(by)} (write ${formatWriteId(missing.id)})`;
  return `${told(earlier)} showed ${what}`;
}

/** `at branch 2 when its next deposit of 20 was applied there (event 2, write …)`. */
function applied({ operation, earlier }: Witness, whose: string): string {
  const which = operation.event === earlier.event + 1 ? 'next' : 'later';
  return `${at(operation)} when ${whose} ${which} ${noun(operation)} was applied there (${event(operation)}${written(operation)})`;
}

function didNot(operation: RecordedOperation): string {
  return operation.kind === 'query' && operation.outcome === 'ok' ? 'did not' : `${answered(operation)} without it`;
}

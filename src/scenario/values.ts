import { GUARANTEES, type GuaranteeName, type GuaranteeSet, guaranteeSet, parseGuarantees } from '../domain/guarantees.js';
import {
  type AmountMinor,
  DECIMALS,
  formatMinor,
  isAmount,
  MAX_AMOUNT_MINOR,
  type MoneyProblem,
  parseMinor,
} from '../domain/money.js';
import { didYouMean } from '../std/did-you-mean.js';
import { type Findings, quoted, shortened } from './findings.js';
import { describe, type MemberNode, rangeOf, type ValueNode } from './json-tree.js';

const LARGEST = formatMinor(BigInt(MAX_AMOUNT_MINOR));

const MONEY_MESSAGES: Record<MoneyProblem, (text: string) => string> = {
  'not-a-number': (text) => `${text} is not an amount of money`,
  negative: (text) => `${text} is negative`,
  'too-precise': (text) => `${text} is too precise: money has at most ${DECIMALS} decimals`,
  'too-large': (text) => `${text} is too large: at most ${LARGEST}`,
};

/** What a deposit or a withdrawal moves: more than nothing. */
export function readAmount(findings: Findings, member: MemberNode): AmountMinor | undefined {
  const expected = 'an amount above 0, such as 400 or 12.50';
  const minor = readMinor(findings, member, expected);
  if (minor === undefined) return undefined;
  if (minor === 0n) return findings.error(rangeOf(member.value), 'an amount of zero moves nothing', { expected });
  const amount = Number(minor);
  return isAmount(amount) ? amount : undefined;
}

export function readBalance(findings: Findings, member: MemberNode): bigint | undefined {
  return readMinor(findings, member, 'a balance of 0 or more, such as 400 or 12.50');
}

/** Minor units from the source text: never through floating point, which would round 9007199254740993. */
function readMinor(findings: Findings, member: MemberNode, expected: string): bigint | undefined {
  const range = rangeOf(member.value);
  if (member.value.type !== 'Number') return wrongType(findings, member.value, expected);
  const text = findings.source.text.slice(range.start, range.end);
  const read = parseMinor(text);
  if ('problem' in read) return findings.error(range, MONEY_MESSAGES[read.problem](shortened(text)), { expected });
  if (read.minor > BigInt(MAX_AMOUNT_MINOR)) {
    return findings.error(range, MONEY_MESSAGES['too-large'](shortened(text)), { expected });
  }
  return read.minor;
}

/** A whole number from 0 to 2^53-1, such as an id. */
export function readWhole(findings: Findings, member: MemberNode, expected: string): number | undefined {
  if (member.value.type !== 'Number') return wrongType(findings, member.value, expected);
  const range = rangeOf(member.value);
  const text = findings.source.text.slice(range.start, range.end);
  // Some programs write every number as a float: 1.0 is a 1.
  const whole = /^\d+(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(whole)) return whole;
  return findings.error(range, `${shortened(text)} is not ${expected}`, { expected });
}

/** Numbers beyond 2^53 stay text, as rounding could make two of them equal. */
export function readEventId(findings: Findings, member: MemberNode): number | string | undefined {
  if (member.value.type === 'String') return member.value.value;
  if (member.value.type !== 'Number') return wrongType(findings, member.value, 'a number or a text');
  const { start, end } = rangeOf(member.value);
  return Number.isSafeInteger(member.value.value) ? member.value.value : findings.source.text.slice(start, end);
}

/**
 * A word from a short list, in any case. Returns it as the list has it; `noun`
 * is what the list is of: `operation`.
 */
export function readWord<Word extends string>(
  findings: Findings,
  member: MemberNode,
  noun: string,
  words: readonly Word[],
): Word | undefined {
  const expected = oneOf(words);
  if (member.value.type !== 'String') return wrongType(findings, member.value, expected);
  const text = member.value.value;
  const word = words.find((candidate) => candidate === text.toLowerCase());
  if (word !== undefined) return word;
  return findings.error(rangeOf(member.value), `unknown ${noun} ${quoted(text)}`, { expected, hint: meant(text, words) });
}

const NAMES: readonly GuaranteeName[] = GUARANTEES.map(({ name }) => name);

/** `"all"`, `"none"`, `"monotonic-reads,monotonic-writes"`, or an array of names. */
export function readGuarantees(findings: Findings, member: MemberNode): GuaranteeSet | undefined {
  const { value } = member;
  if (value.type === 'String') {
    const set = parseGuarantees(value.value);
    return typeof set === 'number' ? set : unknownGuarantee(findings, value, set.unknown, ['all', 'none', ...NAMES]);
  }
  const expected = `"all", "none", or names of guarantees: ${NAMES.join(', ')}`;
  if (value.type !== 'Array') return wrongType(findings, value, expected);
  const names: GuaranteeName[] = [];
  for (const { value: element } of value.elements) {
    const name = element.type === 'String' ? NAMES.find((candidate) => candidate === element.value) : undefined;
    if (name !== undefined) names.push(name);
    else if (element.type === 'String') unknownGuarantee(findings, element, element.value, NAMES);
    else wrongType(findings, element, `the name of a guarantee: ${oneOf(NAMES)}`);
  }
  return guaranteeSet(names);
}

function unknownGuarantee(findings: Findings, node: ValueNode, word: string, words: readonly string[]): undefined {
  const advice = { expected: oneOf(words), hint: meant(word, words) };
  return findings.error(rangeOf(node), `unknown guarantee ${quoted(word)}`, advice);
}

function wrongType(findings: Findings, node: ValueNode, expected: string): undefined {
  const unquote = node.type === 'String' && /^-?\d+(?:\.\d+)?$/.test(node.value);
  const hint = unquote ? `write ${node.value} without quotes` : undefined;
  const range = rangeOf(node);
  // Of an array or an object, which may be pages long, only the bracket.
  const end = node.type === 'Array' || node.type === 'Object' ? range.start + 1 : range.end;
  return findings.error({ ...range, end }, `${describe(node)} is not allowed here`, { expected, hint });
}

function meant(word: string, words: readonly string[]): string | undefined {
  const candidate = didYouMean(word, words);
  return candidate === undefined ? undefined : `did you mean "${candidate}"?`;
}

/** `1, 2 or 3`. */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

import { type MemberNode, type ObjectNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import { type Findings, quoted } from './findings.js';
import { findSyntaxProblem } from './json-syntax.js';
import type { Range } from './source.js';

/**
 * The text as a tree in which every node knows its range, or undefined when it is
 * not JSON. Duplicate keys and `__proto__` are reported, wherever they stand: the
 * first because readers disagree on which of the two counts, the second because
 * it changes the object that holds it in careless programs.
 */
export function readTree(findings: Findings): ValueNode | undefined {
  const { text } = findings.source;
  const problem = findSyntaxProblem(text);
  if (problem) {
    // UTF-16, read as UTF-8, begins with a broken mark, or has every other character 0.
    const encoding = text.startsWith('\uFFFD') || text.slice(0, 2).includes('\0');
    return findings.error(problem, problem.message, {
      ...problem,
      hint: encoding ? 'is the file saved as UTF-8?' : problem.hint,
    });
  }
  const tree = parse(text, { mode: 'json' }).body;
  checkKeys(findings, tree);
  return tree;
}

/** Recursion is safe: the tree is at most as deep as the syntax check allows. */
function checkKeys(findings: Findings, node: ValueNode): void {
  if (node.type === 'Array') for (const element of node.elements) checkKeys(findings, element.value);
  if (node.type !== 'Object') return;
  const first = new Map<string, MemberNode>();
  for (const member of node.members) {
    const key = keyOf(member);
    const earlier = first.get(key);
    if (key === '__proto__') findings.error(rangeOf(member.name), 'the key "__proto__" is not allowed');
    else if (!earlier) first.set(key, member);
    else findings.error(rangeOf(member.name), `duplicate key ${quoted(key)}`, { hint: findings.firstAt(rangeOf(earlier)) });
    checkKeys(findings, member.value);
  }
}

export function keyOf(member: MemberNode): string {
  // A bare identifier as a key is JSON5, which the syntax check refuses.
  return member.name.type === 'String' ? member.name.value : member.name.name;
}

export function rangeOf(node: { loc: { start: { offset: number }; end: { offset: number } } }): Range {
  return { start: node.loc.start.offset, end: node.loc.end.offset };
}

/** The opening bracket only: the rest of the object may be pages long. */
export function openingOf(node: ValueNode): Range {
  const { start } = rangeOf(node);
  return { start, end: start + 1 };
}

/** `the text "10"`, `an object`: what stands there instead. */
export function describe(node: ValueNode): string {
  switch (node.type) {
    case 'String':
      return `the text ${quoted(node.value)}`;
    case 'Number':
      return 'a number';
    case 'Boolean':
      return String(node.value);
    case 'Array':
      return 'an array';
    case 'Object':
      return 'an object';
    default:
      return 'null';
  }
}

export type { MemberNode, ObjectNode, ValueNode };

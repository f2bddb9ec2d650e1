import { formatMinor } from '../domain/money.js';

/** A line of a branch's structured log, as far as the story needs it. */
interface LogLine {
  readonly time: number;
  readonly branch: number;
  readonly event: string;
  readonly [field: string]: unknown;
}

/**
 * Tells a line of a branch's log as people would:
 *
 *     0.152s  branch 4   customer 1 asks for the balance (request 6)
 *     0.152s  branch 4   customer 1 waits: write 3-1a2b3c4d-1 has not arrived yet
 *
 * Undefined for lines that are not part of the story. Where all branches are
 * ending, that they lose each other is no part of it: it would only alarm.
 */
export function narrate(line: string, startedAtMs: number, isEnding = false): string | undefined {
  const entry = parse(line);
  const told = entry && !(isEnding && entry.event === 'unlinked') && tell(entry);
  if (!entry || !told) return undefined;
  const seconds = Math.max(0, (entry.time - startedAtMs) / 1000).toFixed(3);
  return `${`${seconds}s`.padStart(9)}  ${`branch ${entry.branch}`.padEnd(10)}  ${told}`;
}

function parse(line: string): LogLine | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line) as LogLine;
    return typeof entry.event === 'string' && typeof entry.time === 'number' ? entry : undefined;
  } catch {
    return undefined;
  }
}

function tell(entry: LogLine): string | undefined {
  const who = `customer ${entry.customer}`;
  switch (entry.event) {
    case 'received':
      return `${who} ${asks(entry)} (request ${entry.request})`;
    case 'parked':
      return `${who} waits: ${list(entry.lacking)} ${plural(entry.lacking) ? 'have' : 'has'} not arrived yet`;
    case 'short':
      return `${who} waits: this branch may pay out only ${money(entry.allowanceMinor)} by itself`;
    case 'decided':
      return `${who} ${answer(entry)}`;
    case 'took-in':
      if (entry.receipt === 'new') return `gets ${span(entry.first, entry.last)} from branch ${entry.from}`;
      return entry.receipt === 'gap' ? `gets ${span(entry.first, entry.last)} too early, from branch ${entry.from}` : undefined;
    case 'forked':
      return `leaves out writes of branch ${entry.from}: it has others by the same names, from ${entry.first} of ${entry.origin} on`;
    case 'applied':
      return `has applied all up to write ${entry.upTo}`;
    case 'asked':
      return `asks branch ${(entry.peers as number[]).join(', ')} for ${money(entry.wantedMinor)} of allowance`;
    case 'granted':
      return `gives branch ${entry.to} ${money(entry.amountMinor)} of its allowance`;
    case 'fetching':
      return `asks branch ${entry.from} for writes ${entry.first} to ${entry.last} of ${entry.origin}`;
    case 'linked':
      return `is linked with branch ${entry.peer}`;
    case 'unlinked':
      return `has lost its link with branch ${entry.peer}`;
    default:
      return undefined;
  }
}

function asks(entry: LogLine): string {
  switch (entry.operation) {
    case 'query':
      return 'asks for the balance';
    case 'transfer':
      return `transfers ${money(entry.amountMinor)} to account ${entry.to}`;
    case 'open':
      return 'opens an account';
    default:
      return `${entry.operation}s ${money(entry.amountMinor)}`;
  }
}

function answer(entry: LogLine): string {
  if (entry.state === 'refused') return `is refused ${entry.operation}: ${entry.message} (${entry.reason})`;
  if (entry.operation === 'query') return `is told ${money(entry.balanceMinor)}`;
  return `has done it: ${entry.operation} is write ${entry.write}`;
}

function money(minor: unknown): string {
  return formatMinor(BigInt(String(minor ?? 0)));
}

function list(names: unknown): string {
  const lacking = names as string[];
  return `write${lacking.length === 1 ? '' : 's'} ${lacking.join(', ')}`;
}

function plural(names: unknown): boolean {
  return (names as string[]).length > 1;
}

function span(first: unknown, last: unknown): string {
  return first === last ? `write ${first}` : `writes ${first} to ${last}`;
}

import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type BranchId, branchId, isBranchNumber } from '../domain/ids.js';
import { parseMinor } from '../domain/money.js';
import type { Diagnostic } from '../scenario/diagnostic.js';
import { Findings } from '../scenario/findings.js';
import { readTree } from '../scenario/json-tree.js';
import { Source } from '../scenario/source.js';
import { didYouMean } from '../std/did-you-mean.js';
import { CommandError, Exit } from './exit.js';
import { positiveDuration } from './options.js';
import { parseSize } from './sizes.js';

/** Where something listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface ServeOptions {
  readonly branch?: BranchId;
  readonly listen?: Address;
  readonly peers: ReadonlyMap<BranchId, Address>;
  readonly data?: string;
  /** Sizes in bytes; absent for what the store takes by itself. */
  readonly keepLog?: number;
  readonly snapshotEvery?: number;
  readonly segmentSize?: number;
  readonly inMemory?: boolean;
  /** The branch joins a running bank. */
  readonly join?: boolean;
  /** The branch begins again, as its data directory is lost. */
  readonly replace?: boolean;
  /** Where the others reach it, if not where it listens. */
  readonly advertise?: Address;
  /** Absent if nothing was said about it. */
  readonly bank?: string;
  /** Balances of the accounts that the bank is founded with, in minor units; absent if nothing was said about them. */
  readonly accounts?: readonly bigint[];
  /** In milliseconds. */
  readonly maxDeadline: number;
  readonly allowPlaintext?: boolean;
  readonly config?: string;
  readonly verbose?: boolean;
  readonly logJson?: boolean;
}

/** Each can be given as an option, by the environment, or in the file that --config names; the first one counts. */
export const serveOptions = {
  branch: () => new Option('-b, --branch <id>', 'number of this branch').argParser(parseBranch).env('PASSBOOK_BRANCH'),
  listen: () =>
    new Option('-l, --listen <address>', 'host:port; default: 127.0.0.1, port 20000 + branch')
      .argParser(parseAddress)
      .env('PASSBOOK_LISTEN'),
  peers: () =>
    new Option('-p, --peers <list>', 'the other branches: 2=host:port,3=host:port')
      .argParser(parsePeers)
      .default(new Map(), 'none')
      .env('PASSBOOK_PEERS'),
  data: () => new Option('-d, --data <dir>', 'keep the log in this folder').env('PASSBOOK_DATA'),
  keepLog: () =>
    new Option('--keep-log <size>', 'remove the oldest of a log that is larger, once all branches have it; default: 1GiB')
      .argParser(parseSize)
      .env('PASSBOOK_KEEP_LOG'),
  snapshotEvery: () =>
    new Option('--snapshot-every <size>', 'sum the log up whenever it has grown by so much; default: 64MiB')
      .argParser(parseSize)
      .env('PASSBOOK_SNAPSHOT_EVERY'),
  segmentSize: () =>
    new Option('--segment-size <size>', 'how large a file of the log is; default: 8MiB')
      .argParser(parseSize)
      .env('PASSBOOK_SEGMENT_SIZE'),
  inMemory: () => new Option('--in-memory', 'keep nothing: for trying things out').env('PASSBOOK_IN_MEMORY').conflicts('data'),
  join: () =>
    new Option('--join', 'join the running bank that --peers belong to, as a new branch')
      .env('PASSBOOK_JOIN')
      .conflicts(['replace', 'inMemory']),
  replace: () =>
    new Option('--replace', 'begin again with nothing, as the data of this branch is lost for good')
      .env('PASSBOOK_REPLACE')
      .conflicts('inMemory'),
  advertise: () =>
    new Option('--advertise <address>', 'host:port at which the others reach this branch; default: where it listens')
      .argParser(parseAddress)
      .env('PASSBOOK_ADVERTISE'),
  bank: () =>
    new Option('--bank <name>', 'name of the bank; default: passbook, or what is in the folder')
      .env('PASSBOOK_BANK')
      .argParser(parseBank),
  accounts: () =>
    new Option(
      '--accounts <balances>',
      'what a new bank begins with: balances of accounts 1, 2, …, the same at every branch; default: 0',
    )
      .argParser(parseBalances)
      .env('PASSBOOK_ACCOUNTS'),
  maxDeadline: () =>
    new Option('--max-deadline <time>', 'let no request wait for longer, whatever deadline it comes with')
      .argParser(positiveDuration)
      .default(60_000, '60s')
      .env('PASSBOOK_MAX_DEADLINE'),
  allowPlaintext: () =>
    new Option('--allow-plaintext', 'speak without encryption beyond this machine').env('PASSBOOK_ALLOW_PLAINTEXT'),
  config: () => new Option('-c, --config <file>', 'JSON with these options by their long names').env('PASSBOOK_CONFIG'),
};

/**
 * Sets what the config file says where neither the command line nor the
 * environment has said something. A value is written as on the command line;
 * peers may be an object, balances a list.
 */
export function readConfig(command: Command, path: string): void {
  for (const [key, value] of Object.entries(parseConfig(path))) {
    const known = command.options.filter(({ long }) => long !== '--config');
    const option = known.find(({ long }) => long === `--${key}`);
    if (!option) {
      const meant = didYouMean(
        key,
        known.map(({ long }) => long?.slice(2) ?? ''),
      );
      throw badConfig(path, `there is no "${key}"${meant ? `; did you mean "${meant}"?` : ''}`);
    }
    const name = option.attributeName();
    if (!['default', undefined].includes(command.getOptionValueSource(name))) continue;
    command.setOptionValueWithSource(name, configValue(path, option, key, value), 'config');
  }
}

function configValue(path: string, option: Option, key: string, value: unknown): unknown {
  if (option.isBoolean()) {
    if (typeof value !== 'boolean') throw badConfig(path, `"${key}" is true or false`);
    return value;
  }
  try {
    return option.parseArg ? option.parseArg(asText(value), undefined) : asText(value);
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw badConfig(path, `"${key}": ${error.message}`);
    throw error;
  }
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(',');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([k, v]) => `${k}=${asText(v)}`)
      .join(',');
  return `${value}`;
}

function parseConfig(path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new CommandError(`the config file cannot be read: ${(error as Error).message}`, Exit.badInput);
  }
  if (text.trim() === '') throw badConfig(path, 'it is empty, and no JSON object');
  const findings = new Findings(new Source(text, path));
  const tree = readTree(findings);
  const [problem] = findings.sortedProblems();
  if (problem) throw badConfig(`${path}:${problem.line}:${problem.column}`, told(problem));
  if (tree?.type !== 'Object') throw badConfig(path, 'it is no JSON object');
  return JSON.parse(findings.source.text);
}

/** On one line. */
function told({ message, expected, hint }: Diagnostic): string {
  return [message, expected && `expected ${expected}`, hint].filter(Boolean).join('; ');
}

function badConfig(path: string, what: string): CommandError {
  return new CommandError(`${path}: ${what}`, Exit.badInput);
}

export function parseBranch(text: string): BranchId {
  const number = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  if (!isBranchNumber(number)) throw new InvalidArgumentError(`"${text}" is not the number of a branch: 1, 2, 3, …`);
  return branchId(number);
}

/** `host:port`, `[::1]:port`, or `:port` for this machine. */
export function parseAddress(text: string): Address {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]\s]*)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  if (!match || port > 65_535)
    throw new InvalidArgumentError(`"${text}" is no address; write host:port, such as 127.0.0.1:20001`);
  return { host: match[1] ?? (match[2] || '127.0.0.1'), port };
}

function parsePeers(text: string): Map<BranchId, Address> {
  const peers = new Map<BranchId, Address>();
  for (const part of text.split(',').filter((part) => part.trim() !== '')) {
    const [branch = '', address, ...rest] = part.trim().split('=');
    if (address === undefined || rest.length > 0) throw new InvalidArgumentError(`"${part}" is no peer; write 2=host:port`);
    const id = parseBranch(branch);
    if (peers.has(id)) throw new InvalidArgumentError(`branch ${id} is named twice`);
    peers.set(id, parseAddress(address));
  }
  return peers;
}

function parseBank(text: string): string {
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(text)) throw new InvalidArgumentError('A name is 1 to 64 letters, digits, dots, - and _.');
  return text;
}

function parseBalances(text: string): bigint[] {
  return text.split(',').map((part) => {
    const parsed = parseMinor(part.trim());
    if ('problem' in parsed || parsed.minor < 0n) throw new InvalidArgumentError(`"${part}" is no balance; write 100 or 100.50`);
    return parsed.minor;
  });
}

export function formatAddress({ host, port }: Address): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Nobody but this machine can listen in. */
export function isLoopback({ host }: Address): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

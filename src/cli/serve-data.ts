import { createHash } from 'node:crypto';
import type { BranchId } from '../domain/ids.js';
import { type Founding, type OpenedBranch, openInMemory, openOnDisk } from '../server/open-branch.js';
import { type LogSizes, type Place, placeOf, StoreError } from '../store/data-directory.js';
import { askToBegin, type NewBranch, type Told } from './beginning.js';
import { CommandError, Exit } from './exit.js';
import type { BankFacts } from './operator.js';
import { type Address, formatAddress, type ServeOptions } from './serve-options.js';

const FLAGS = { joined: '--join', replaced: '--replace' };
const NO_MONEY: readonly bigint[] = [0n];

/** What another branch has told a new one, for its place in the bank. */
export type Beginning = Told & Pick<NewBranch, 'place'>;

/** What a branch of a running bank begins with; undefined if it has begun before, or founds the bank with the others. */
export async function beginning(
  asking: Omit<NewBranch, 'place' | 'check'>,
  options: ServeOptions,
): Promise<Beginning | undefined> {
  const place = placeIn(options);
  if (place === 'founded') return undefined;
  const former = explained(() => placeOf(dataIn(options)));
  if (former === 'founded') throw new CommandError(whyNotEmpty(options));
  if (former) {
    asking.say(`goes on with what is in ${options.data}; ${FLAGS[place]} is for an empty directory`);
    return undefined;
  }
  if (asking.peers.size === 0) throw new CommandError('which bank? Name at least one of its branches with --peers', Exit.usage);
  if (place === 'joined') checkAdvertised(options.advertise ?? options.listen);
  const told = await askToBegin({ ...asking, place, check: (bank) => checkBank(bank, options) });
  return told && { ...told, place };
}

/** A mistaken start without the flag leaves such a directory behind; it may as well be the one that is not to be given up. */
function whyNotEmpty({ data, join }: ServeOptions): string {
  const flag = join ? '--join' : '--replace';
  const otherwise = join ? 'join a running bank' : 'give up what it has';
  return `${data} is not empty: it was made by a start without ${flag}. Leave ${flag} out to go on with it, or empty it to ${otherwise}`;
}

/** Opens the data directory, or makes it. */
export async function open(
  branch: BranchId,
  options: ServeOptions,
  told: Beginning | undefined,
  say: (sentence: string) => void,
): Promise<OpenedBranch> {
  const founding = told ? foundingIn(branch, told.bank) : foundingBy(branch, options);
  if (options.inMemory) return openInMemory(founding);
  const how = {
    isNewBank: options.peers.size === 0,
    isAnyBank: isAnyBank(options),
    sizes: sizesIn(options),
    report: say,
    ...(told && { beginning: told }),
  };
  return explained(() => openOnDisk(dataIn(options), founding, how));
}

function foundingBy(branch: BranchId, options: ServeOptions): Founding {
  const members = [branch, ...options.peers.keys()].sort((a, b) => a - b);
  return { branch, bankId: bankId(options), members, foundedMinor: options.accounts ?? NO_MONEY };
}

function foundingIn(branch: BranchId, { bankId, foundingMembers, foundedMinor }: BankFacts): Founding {
  return { branch, bankId, members: foundingMembers, foundedMinor };
}

/** A new branch need not name the bank; if it does, it is this one. */
function checkBank(bank: BankFacts, options: ServeOptions): void {
  const wanted = bankId(options);
  if (isAnyBank(options) || wanted === bank.bankId) return;
  throw new CommandError(`the peers are of bank ${bank.bankId}, and ${wanted} was asked for; leave out --bank and --accounts`);
}

function isAnyBank({ bank, accounts }: ServeOptions): boolean {
  return bank === undefined && accounts === undefined;
}

function placeIn({ join, replace }: ServeOptions): Place {
  if (join) return 'joined';
  return replace ? 'replaced' : 'founded';
}

function dataIn({ data }: ServeOptions): string {
  if (data !== undefined) return data;
  throw new CommandError('where is its data? Say --data DIR, or --in-memory to keep nothing', Exit.usage);
}

/** Runs what may find that a directory cannot be used. */
export function explained<T>(run: () => T): T {
  const explain = (error: unknown) => {
    throw error instanceof StoreError ? new CommandError(`${error.code}: ${error.message}`) : error;
  };
  try {
    const result = run();
    return result instanceof Promise ? (result.catch(explain) as T) : result;
  } catch (error) {
    return explain(error);
  }
}

/** What was not said is left to the store. */
function sizesIn({ keepLog, snapshotEvery, segmentSize }: ServeOptions): LogSizes {
  return {
    ...(keepLog !== undefined && { keepLogBytes: keepLog }),
    ...(snapshotEvery !== undefined && { snapshotEveryBytes: snapshotEvery }),
    ...(segmentSize !== undefined && { segmentBytes: segmentSize }),
  };
}

/** Banks that were founded otherwise are others, whatever they are called: their branches refuse each other. */
function bankId({ bank = 'passbook', accounts = NO_MONEY }: ServeOptions): string {
  return `${bank}-${createHash('sha256').update(accounts.join(' ')).digest('hex').slice(0, 8)}`;
}

/** Others are told of it, and never forget. */
function checkAdvertised(address: Address | undefined): void {
  if (address === undefined || (address.port > 0 && !['0.0.0.0', '::'].includes(address.host))) return;
  throw new CommandError(
    `nobody can reach ${formatAddress(address)}; say with --advertise where the others find this branch`,
    Exit.usage,
  );
}

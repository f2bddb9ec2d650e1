import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** How often to look whether npx, which started this command, is still there. */
const CHECK_MS = 250;
/** Between npx and this command stands at most a shell, and sometimes a script of npm. */
const MOST_LINKS = 4;
/** npm as it calls itself once it runs (`npm exec passbook`), or as it was called. */
const NPM = /(?:^|\/)np[mx](?:-cli\.js)?(?:\s|$)/;

interface Kin {
  readonly parent: number;
  readonly command: string;
}

/**
 * npx that is killed outright cannot pass it on. Then its child gets another
 * parent; but that is mostly the shell of `sh -c passbook`, which lives on, so
 * every link of the chain up to npx is watched.
 */
export async function watchForOrphanage(onOrphaned: () => void): Promise<void> {
  if (process.env.npm_lifecycle_event === undefined && process.env.npm_command === undefined) return;
  const chain = await chainToNpm();
  const look = async () => {
    if (await isWhole(chain)) setTimeout(look, CHECK_MS).unref();
    else onOrphaned();
  };
  setTimeout(look, CHECK_MS).unref();
}

/** Process ids from the parent up to npm; the parent alone where npm is not found. */
async function chainToNpm(): Promise<readonly number[]> {
  const chain = [process.ppid];
  while (chain.length <= MOST_LINKS) {
    const kin = await kinOf(chain.at(-1) as number);
    if (!kin) break;
    if (NPM.test(kin.command)) return chain;
    chain.push(kin.parent);
  }
  return chain.slice(0, 1);
}

async function isWhole([parent, ...above]: readonly number[]): Promise<boolean> {
  if (process.ppid !== parent) return false;
  let below = parent;
  for (const pid of above) {
    if ((await kinOf(below))?.parent !== pid) return false;
    below = pid;
  }
  return true;
}

async function kinOf(pid: number): Promise<Kin | undefined> {
  try {
    return process.platform === 'linux' ? await kinFromProc(pid) : await kinFromPs(pid);
  } catch {
    return undefined;
  }
}

async function kinFromProc(pid: number): Promise<Kin> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  // The name, in brackets, may hold anything; after it come the state and the parent.
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  return { parent, command: command.replaceAll('\0', ' ') };
}

async function kinFromPs(pid: number): Promise<Kin> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'ppid=,command=', '-p', String(pid)]);
  const [, parent, command = ''] = /^\s*(\d+)\s+(.*)$/m.exec(stdout) ?? [];
  return { parent: Number(parent), command };
}

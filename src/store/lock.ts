import { spawnSync } from 'node:child_process';
import {
  closeSync,
  constants,
  ftruncateSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { FILE_MODE } from './files.js';
import { codeOf, explain, StoreError } from './store-error.js';

export interface Lock {
  release(): void;
}

/**
 * Makes sure that nobody else writes to a directory, until this process ends, in
 * whatever way.
 *
 * flock(2) does just that, and Node cannot call it. The program of that name can,
 * for a file that it inherits: the lock belongs to the open file, which stays ours
 * when the program has ended. Where there is no such program, a file names the
 * process that holds the lock, when it began, as its number may be given to
 * another, and on which machine. That is second best: of two that find the file of a
 * process which has ended, at the same moment, both may believe that they took it over.
 */
export function takeLock(path: string, program = 'flock'): Lock {
  const fd = openSync(path, constants.O_RDWR | constants.O_CREAT, FILE_MODE);
  // There, it is descriptor 3.
  const stdio = [...new Array<'ignore'>(3).fill('ignore'), fd];
  const { status, error } = spawnSync(program, ['-n', '3'], { stdio });
  if (codeOf(error) === 'ENOENT') {
    closeSync(fd);
    return takePidFile(`${path}.pid`);
  }
  if (error || status !== 0) {
    closeSync(fd);
    if (error) throw explain(error, path);
    if (status !== 1) {
      const message = `${path} cannot be locked, as its file system has no locks: name a directory on another one`;
      throw new StoreError('DATA_DIRECTORY_UNUSABLE', message);
    }
    throw inUse(path, readFileSync(path, 'utf8').trim());
  }
  // In this order there is room for it also on a full disk.
  ftruncateSync(fd, writeSync(fd, `${process.pid}\n`, 0));
  return { release: once(() => closeSync(fd)) };
}

function takePidFile(path: string): Lock {
  const mine = `${process.pid} ${beginningOf(process.pid)}\n${hostname()}\n`;
  const own = `${path}.${process.pid}`;
  writeFileSync(own, mine, { mode: FILE_MODE });
  try {
    while (!linked(own, path)) {
      const holder = contentOf(path);
      if (holder === undefined) continue;
      const [who = '', host] = holder.split('\n');
      const pid = Number.parseInt(who, 10);
      if (host && host !== hostname()) throw outOfSight(path, pid, host);
      if (who === `${pid} ${beginningOf(pid)}`) throw inUse(path, String(pid));
      putAway(path, holder, own);
    }
  } finally {
    rmSync(own);
  }
  return { release: once(() => rmSync(path, { force: true })) };
}

/** Removes the file of a process that has ended, if nobody else was faster. */
function putAway(path: string, holder: string, own: string): void {
  const away = `${own}.old`;
  try {
    renameSync(path, away);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (contentOf(away) !== holder) linked(away, path);
  rmSync(away);
}

/** Unlike any other way to make a file, a link is never half made, and there is one or none. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** When a process began, in whatever way the system says it; empty if there is no such process. */
function beginningOf(pid: number): string {
  try {
    // Behind the name, which may hold anything, the 20th field: ticks since the system was started.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields?.[19]}`;
  } catch {
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
  }
}

function inUse(path: string, pid: string): StoreError {
  const holder = pid === String(process.pid) ? 'this process' : `process ${pid || 'of an unknown number'}`;
  return new StoreError(
    'DATA_DIRECTORY_IN_USE',
    `${path} is held by ${holder}: a branch works in this directory; stop it first, or name another directory`,
  );
}

/** The directory is on a disk that machines share, or in a container that had another name. */
function outOfSight(path: string, pid: number, host: string): StoreError {
  return new StoreError(
    'DATA_DIRECTORY_IN_USE',
    `${path} is of process ${pid} on ${host}, and from here nobody can see whether that works: if no branch works in this directory, remove this file`,
  );
}

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) run();
    isDone = true;
  };
}

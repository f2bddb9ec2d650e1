import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Every process that a test starts inherits this variable, so it is found again even when its parent is gone. */
export const MARK = 'PASSBOOK_E2E_TEST';

export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The processes with this mark, in the order of their start as far as the numbers tell. */
export function markedProcesses(mark: string): ProcessInfo[] {
  const wanted = `${MARK}=${mark}`;
  const found = existsSync('/proc/self/environ') ? fromProc(wanted) : fromPs(wanted);
  return found.sort((a, b) => a.pid - b.pid);
}

function fromProc(wanted: string): ProcessInfo[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(wanted)) return [];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      // The name, in brackets, may hold anything; after it come the state and the parent.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return state === 'Z' ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    } catch {
      return []; // somebody else's, or just gone
    }
  });
}

/** With `e`, ps shows the environment behind the command. */
function fromPs(wanted: string): ProcessInfo[] {
  const lines = execFileSync('ps', ['axeww', '-o', 'pid=,ppid=,command='], { encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command.includes(wanted)
      ? [{ pid: Number(pid), parent: Number(parent), command: command.split(` ${MARK}=`)[0] as string }]
      : [];
  });
}

export function isBranch({ command }: ProcessInfo): boolean {
  return /[\\/]dist[\\/]branch\.js/.test(command);
}

/** Ends one process, if it is still there. */
export function killProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Lets calls of a process to the system fail, one by one, with strace(1). */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** `SIGKILL`: the process is killed when it makes the call, which is not carried out. Others: the call fails so, and does nothing. */
export type How = 'SIGKILL' | 'EIO' | 'ENOSPC';

export type Injection =
  | {
      readonly call: string;
      readonly how: How;
      /** Which of these calls, from 1; each thread counts for itself. */
      readonly when: number;
    }
  /** Each takes so much longer. */
  | { readonly call: string; readonly slowerByMs: number };

/** Why this machine cannot do it; undefined if it can. */
export function whyNoStrace(): string | undefined {
  try {
    execFileSync('strace', ['-D', '-f', '-qq', '-e', 'trace=fsync', '-e', 'inject=fsync:error=EIO:when=1', 'true'], {
      stdio: 'pipe',
    });
    return undefined;
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'install strace' : (error as Error).message;
    return `it takes strace, of version 4.22 or newer, and the right to trace processes: ${why}`;
  }
}

/**
 * A command that becomes the one behind it and lets a call fail. Only calls that
 * are about one of these paths, by name or by descriptor, are counted and listed, and all of those.
 */
export function straced(paths: readonly string[], list: string, injection?: Injection): string[] {
  const under = ['strace', '-D', '-f', '-qq', '-o', list, '-e', 'trace=%file,%desc'];
  for (const path of paths) under.push('-P', path);
  if (injection) under.push('-e', `inject=${injection.call}:${inWords(injection)}`);
  return under;
}

function inWords(injection: Injection): string {
  if ('slowerByMs' in injection) return `delay_enter=${injection.slowerByMs * 1000}`;
  const { how, when } = injection;
  return `${how === 'SIGKILL' ? 'signal=SIGKILL' : `error=${how}`}:when=${when}`;
}

/** With one thread for files, beside the main one, the calls of a run are those of the next. */
export const ONE_THREAD = { UV_THREADPOOL_SIZE: '1' };

/** Whether a call really failed, or was slower; of one that kills the process its end tells. */
export function wasHit(list: string): boolean {
  return / \((?:INJECTED|DELAYED)\)$/m.test(readFileSync(list, 'utf8'));
}

/** How many of each call the thread made that made the most, of all those that were listed. */
export function countCalls(list: string): Map<string, number> {
  const byThread = new Map<string, number>();
  const most = new Map<string, number>();
  for (const [, thread, call = ''] of readFileSync(list, 'utf8').matchAll(/^(\d+) +(\w+)\(/gm)) {
    const count = (byThread.get(`${thread} ${call}`) ?? 0) + 1;
    byThread.set(`${thread} ${call}`, count);
    most.set(call, Math.max(most.get(call) ?? 0, count));
  }
  return most;
}

import { type EndSignal, signalExit } from './exit.js';

const SIGNALS: readonly EndSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** How often to look whether npx, which started this command, is still there. */
const ORPHAN_CHECK_MS = 250;

/** A request to end. The first is a wish, the second is obeyed at once. */
export class Interruption {
  private readonly controller = new AbortController();
  private received: EndSignal | undefined;
  private readonly cleanUps: (() => void)[] = [];

  /** @param onFirst tells the user that the command is about to end. */
  constructor(onFirst: (signal: EndSignal) => void) {
    for (const name of SIGNALS) {
      process.on(name, () => {
        if (this.received) return this.force(name);
        this.received = name;
        onFirst(name);
        this.controller.abort();
      });
    }
    watchForOrphanage(() => process.kill(process.pid, 'SIGTERM'));
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** The signal that asked to end, if one has. */
  get by(): EndSignal | undefined {
    return this.received;
  }

  /** Called if there is no time for anything else. */
  onForce(cleanUp: () => void): void {
    this.cleanUps.push(cleanUp);
  }

  private force(name: EndSignal): never {
    for (const cleanUp of this.cleanUps) cleanUp();
    process.exit(signalExit(name));
  }
}

/** npx that is killed outright cannot pass it on; its child is then given to another parent. */
function watchForOrphanage(onOrphaned: () => void): void {
  if (process.env.npm_lifecycle_event === undefined && process.env.npm_command === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onOrphaned();
  }, ORPHAN_CHECK_MS);
  timer.unref();
}

import { type EndSignal, signalExit } from './exit.js';
import { watchForOrphanage } from './orphan.js';

const SIGNALS: readonly EndSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

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
    void watchForOrphanage(() => process.kill(process.pid, 'SIGTERM'));
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

import { type EndSignal, signalExit } from './exit.js';
import { watchForOrphanage } from './orphan.js';

const SIGNALS: readonly EndSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A request to end. The first is a wish, the second is obeyed at once. */
export class Interruption {
  private readonly controller = new AbortController();
  private received: EndSignal | undefined;
  private readonly cleanUps: (() => void)[] = [];
  private readonly onSignal: (name: EndSignal) => void;

  /** @param onFirst tells the user that the command is about to end. */
  constructor(onFirst: (signal: EndSignal) => void) {
    this.onSignal = (name) => {
      if (this.received) return this.force(name);
      this.received = name;
      onFirst(name);
      this.controller.abort();
    };
    for (const name of SIGNALS) process.on(name, this.onSignal);
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

  /** For what is never in time to obey: signals end the process from now on, as if nobody had asked for them. */
  release(): void {
    for (const name of SIGNALS) process.off(name, this.onSignal);
  }

  private force(name: EndSignal): never {
    for (const cleanUp of this.cleanUps) cleanUp();
    process.exit(signalExit(name));
  }
}

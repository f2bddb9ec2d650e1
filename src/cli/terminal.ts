/** Standard error, where everything goes that is not a result. */
export class Terminal {
  private progressShown = false;
  private lastProgressMs = 0;

  readonly color: boolean;
  private readonly interactive: boolean;

  constructor(private readonly stream: NodeJS.WriteStream = process.stderr) {
    this.interactive = stream.isTTY === true;
    this.color = wantsColor(this.interactive);
    // Whoever read us has gone: nothing left to say, and no reason to crash.
    stream.on('error', () => {});
  }

  say(text: string): void {
    this.clearProgress();
    this.stream.write(`${text}\n`);
  }

  /** One line that is written over by the next; on a terminal only. */
  progress(text: string): void {
    const now = performance.now();
    if (!this.interactive || (this.progressShown && now - this.lastProgressMs < 80)) return;
    this.lastProgressMs = now;
    this.progressShown = true;
    this.stream.write(`\r\u001b[K${text}`);
  }

  clearProgress(): void {
    if (!this.progressShown) return;
    this.progressShown = false;
    this.stream.write('\r\u001b[K');
  }
}

/** https://no-color.org and its opposite. */
export function wantsColor(interactive: boolean): boolean {
  if (process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== '0';
  return interactive && process.env.TERM !== 'dumb';
}

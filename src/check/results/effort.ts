/**
 * How much work may still be done. Which balances some set of writes explains is
 * a subset sum problem, so a file can be made that nobody answers in time; work
 * is counted, not timed, so that the same files get the same verdict everywhere.
 */
export class Effort {
  constructor(private left: number) {}

  /** False, and nothing is spent, where that much is not left. */
  spend(steps: number): boolean {
    if (steps > this.left) return false;
    this.left -= steps;
    return true;
  }
}

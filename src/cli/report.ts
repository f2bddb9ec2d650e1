import type { BranchFound } from '../check/convergence.js';
import type { Verdict } from '../check/verdict.js';
import type { Bank } from '../client/bank.js';
import type { BranchStatus } from '../client/status.js';
import type { RecordedOperation } from '../domain/history.js';
import { type BranchId, formatWriteId } from '../domain/ids.js';
import { type BranchInput, reportOf } from '../render/report/facts.js';
import { reportJson } from '../render/report/json.js';
import { formatReport } from '../render/report/text.js';
import type { RunOutcome } from '../scenario/run.js';
import type { Scenario } from '../scenario/scenario.js';
import { ACCOUNT } from '../scenario/settle.js';
import { writeFile } from './output-files.js';

/** What a report tells beside what the run found out. */
export interface ReportTopics {
  readonly total: number;
  readonly outcome: RunOutcome;
  readonly history: readonly RecordedOperation[];
  readonly verdict: Verdict;
  readonly failures: readonly string[];
  /** Why no branch can be asked any more. */
  readonly interrupted?: string;
}

/** Asks every branch about itself before and after the customers, and writes what --report asks for. */
export class Reporter {
  private readonly before = new Map<BranchId, bigint>();

  constructor(
    private readonly file: string,
    private readonly scenario: Scenario,
    private readonly bank: Bank,
    private readonly timeoutMs: number,
  ) {}

  /** Before any customer begins. A branch that cannot be asked has no balance in the report. */
  async begin(): Promise<void> {
    await Promise.all(
      this.scenario.branches.map(async (branch) => {
        const balance = await this.bank.status(branch, { timeoutMs: this.timeoutMs }).then(balanceOf, () => undefined);
        if (balance !== undefined) this.before.set(branch, balance);
      }),
    );
  }

  async write({ total, outcome, history, verdict, failures, interrupted }: ReportTopics): Promise<void> {
    const { file, scenario } = this;
    const branches = await Promise.all(scenario.branches.map((branch) => this.branch(branch, interrupted)));
    const report = reportOf({
      scenario: scenario.file,
      operations: { total, done: total - outcome.troubles.length - outcome.notDone },
      customers: scenario.customers.map(({ customer }) => customer),
      branches,
      history,
      verdict,
      failures: [
        ...(interrupted === undefined ? [] : [interrupted]),
        ...failures,
        ...branches.flatMap(({ found }) => cutOff(found)),
        ...outcome.behind.map(({ branch, message }) => `branch ${branch} did not confirm that it has every write: ${message}`),
      ],
    });
    writeFile(file, /\.json$/i.test(file) ? reportJson(report) : formatReport(report));
  }

  private async branch(branch: BranchId, interrupted: string | undefined): Promise<BranchInput> {
    const initialMinor = this.before.get(branch);
    const found = interrupted === undefined ? await this.find(branch) : { branch, silent: interrupted };
    return { found, ...(initialMinor === undefined ? {} : { initialMinor }) };
  }

  private async find(branch: BranchId): Promise<BranchFound> {
    const options = { timeoutMs: this.timeoutMs };
    try {
      const [status, writes] = await Promise.all([this.bank.status(branch, options), this.bank.writes(branch, options)]);
      return { branch, balanceMinor: balanceOf(status), ...writes };
    } catch (error) {
      return { branch, silent: (error as Error).message };
    }
  }
}

/** Said in one sentence, as what is not listed is not judged. */
function cutOff(found: BranchFound): string[] {
  if ('silent' in found || !found.notListed?.size) return [];
  const ids = [...found.notListed].map(([origin, sequence]) => formatWriteId({ origin, sequence }));
  return [
    `branch ${found.branch} does not list its oldest writes, up to ${ids.join(' and ')}: its log has only those after them`,
  ];
}

function balanceOf({ accounts }: BranchStatus): bigint {
  return accounts.find(({ account }) => account === ACCOUNT)?.balanceMinor ?? 0n;
}

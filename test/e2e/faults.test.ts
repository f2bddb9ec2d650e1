import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { ALL_HOLD, answers, branches, customer, deposit, judgements, query, results, scenario, withdraw } from './bank.js';
import { type Bench, type Command, freeBasePort, occupy, test } from './harness.js';
import { killProcess } from './processes.js';

describe('a port that is taken', () => {
  test.for(['run', 'branches'])(
    'ends `passbook %s` with one line that names it, and no process stays',
    async (command, { bench }) => {
      const basePort = await freeBasePort(3);
      const port = Number(basePort) + 2;
      const server = await occupy(port);
      try {
        const history = bench.file('old.jsonl', 'an earlier history\n');
        const more = command === 'run' ? ['--history', history] : [];
        const ended = await bench.passbook([command, 'scenarios/base-bank.json', '--base-port', basePort, ...more]);
        expect(ended.stderr).toBe(
          `passbook: port ${port}, for branch 2, is taken by another program; choose another --base-port\n`,
        );
        expect(ended).toMatchObject({ code: 1, stdout: '' });
        expect(readFileSync(history, 'utf8')).toBe('an earlier history\n');
        await bench.nothingIsLeft();
      } finally {
        server.close();
      }
    },
  );
});

/** Kills the process of one branch, as nobody should. */
function killBranch(bench: Bench, command: Command, branch: number): void {
  killProcess(bench.branches(command)[branch - 1]?.pid as number, 'SIGKILL');
}

describe('a branch that dies during a run', () => {
  // Branches 1 and 3 have all that their customers need; whoever needs branch 2 is told.
  const needsBranchTwo = scenario(
    branches(3, 30),
    customer(1, [deposit(5, { branch: 1 }), query({ branch: 2 }), deposit(5, { branch: 2 }), query({ branch: 3 })]),
    customer(2, [withdraw(25, { branch: 2 }), query({ branch: 1 })]),
    customer(3, [query({ branch: 3 }), deposit(1, { branch: 3 })]),
  );

  test('ends what needs it with a clear error, at once, and the rest is done', async ({ bench }) => {
    // Whoever waited for a deadline would wait for longer than this test may take.
    const run = bench.startRun('-', ['--delay', '2s', '--deadline', '1h', '-v'], { stdin: needsBranchTwo });
    await Promise.all([
      run.says(/branch 2 +customer 1 waits: write 1-\w+-1 has not arrived yet/),
      run.says(/branch 2 +customer 2 waits: this branch may pay out only 10 by itself/),
      run.says(/branch 3 +customer 3 has done it/),
    ]);
    killBranch(bench, run, 2);
    const ended = await run.ended;
    expect(
      results(ended).map(({ id, recv: [entry] }) => [id, entry?.interface, entry?.branch, entry?.balance ?? entry?.result]),
    ).toEqual([
      [1, 'deposit', 1, 'success'],
      [1, 'query', 2, 'fail'],
      [1, 'deposit', 2, 'fail'],
      [1, 'query', 3, expect.any(Number)],
      [2, 'withdraw', 2, 'unknown'],
      [2, 'query', 1, expect.any(Number)],
      [3, 'query', 3, expect.any(Number)],
      [3, 'deposit', 3, 'success'],
    ]);
    expect(ended.stderr).toContain('passbook: branch 2 died: its process was ended by SIGKILL');
    expect(ended.stderr).toMatch(/customer 1, event 2, query at branch 2: branch 2 at [\d.:]+ is gone/);
    expect(ended.stderr).toMatch(
      /customer 1, event 3, deposit at branch 2: branch 2 at [\d.:]+ is gone: .*; the deposit was not sent/,
    );
    expect(ended.stderr).toMatch(
      /customer 2, event 1, withdraw at branch 2: .*; nobody can tell whether the withdraw(al)? took effect/,
    );
    expect(ended.stderr).toContain('5 of 8 operations done');
    expect(judgements(ended.stderr)).toEqual(ALL_HOLD);
    expect(ended.code).toBe(1);
    await bench.nothingIsLeft();
  });

  test('ends what needs all branches by its deadline, saying whether it stands', async ({ bench }) => {
    // Both go on when branch 2 is dead, however long it took to kill it. Nothing gets from branch to branch in time.
    const waits = withdraw(20, { branch: 2 });
    const text = scenario(
      branches(3, 30),
      customer(1, [waits, deposit(5, { branch: 1 }), query({ branch: 1 })]),
      customer(2, [waits, withdraw(30, { branch: 3 }), query({ branch: 3 })]),
    );
    const run = bench.startRun('-', ['--acks', 'all', '--delay', '30s', '--deadline', '5s', '-v'], { stdin: text });
    await Promise.all([run.says(/branch 2 +customer 1 waits/), run.says(/branch 2 +customer 2 waits/)]);
    killBranch(bench, run, 2);
    const ended = await run.ended;
    // What waited may have come to its deadline before.
    const waited = expect.toBeOneOf(['unknown', 'fail']);
    expect(answers(ended)).toEqual([waited, 'success', 35, waited, 'fail', 30]);
    expect(ended.stderr).toContain('passbook: branch 2 died: its process was ended by SIGKILL');
    expect(ended.stderr).toMatch(/customer 1, event 2, deposit at branch 1: .*1 of 3/);
    expect(ended.stderr).toMatch(/customer 2, event 2, withdraw at branch 3: .*no answer from branch 1, 2\n/);
    expect(ended.code).toBe(1);
    await bench.nothingIsLeft();
  });

  test('leaves the balance of the others in the form of balances', async ({ bench }) => {
    const text = scenario(
      branches(2),
      customer(1, [deposit(5, { dest: 1 }), query({ dest: 2 })]),
      customer(2, [deposit(1, { dest: 1 })]),
    );
    const run = bench.startRun('-', ['--delay', '2s', '-v'], { stdin: text });
    await Promise.all([run.says(/branch 2 +customer 1 waits/), run.says(/customer 2 has done it/)]);
    killBranch(bench, run, 2);
    const ended = await run.ended;
    expect(ended).toMatchObject({ code: 1, stdout: '[\n  {"id":1,"balance":6},\n  {"id":2,"balance":6}\n]\n' });
    expect(ended.stderr).toContain('branch 2 did not confirm that it has every write');
    expect(ended.stderr).toContain('balance at the end, at every branch that answered: 6\n');
  });

  test('with --sequential the customers behind it still have their turn', async ({ bench }) => {
    const text = scenario(
      branches(2),
      customer(1, [deposit(5, { branch: 1 }), query({ branch: 2 })]),
      customer(2, [query({ branch: 1 })]),
    );
    const run = bench.startRun('-', ['--delay', '2s', '--sequential', '-v'], { stdin: text });
    await run.says(/branch 2 +customer 1 waits/);
    killBranch(bench, run, 2);
    const ended = await run.ended;
    expect(answers(ended)).toEqual(['success', 'fail', 5]);
    expect(ended.code).toBe(1);
  });
});

describe('a write that does not arrive in time', () => {
  test('ends what waits for it by its deadline, and says what is missing', async ({ bench }) => {
    // Far below the delay, and enough for the operations before it, also on a busy machine.
    const ended = await bench.run('scenarios/two-branches.json', ['--delay', '30s', '--deadline', '3s']);
    expect(answers(ended)).toEqual(['success', 400, 'fail']);
    expect(ended.stderr).toMatch(/customer 1, event 3, query at branch 2: branch 2 still lacks write 1-\w+-1/);
    expect(judgements(ended.stderr)).toEqual(ALL_HOLD);
    expect(ended.code).toBe(1);
  });
});

describe('a branch that dies among `passbook branches`', () => {
  test('is named, the others go on, and the command ends with exit 1 when it is ended', async ({ bench }) => {
    const command = bench.start(['branches', 'scenarios/base-bank.json', '--base-port', await freeBasePort(3)]);
    await command.says(/3 branches listen/);
    killBranch(bench, command, 2);
    await command.says(/passbook: branch 2 died: its process was ended by SIGKILL; the others go on/);
    expect(bench.branches(command)).toHaveLength(2);
    command.kill('SIGINT');
    expect(await command.ended).toMatchObject({ code: 1, stdout: '' });
  });

  test('when the last is gone the command ends by itself', async ({ bench }) => {
    const command = bench.start(['branches', 'scenarios/two-branches.json', '--base-port', await freeBasePort(2)]);
    await command.says(/2 branches listen/);
    for (const { pid } of bench.branches(command)) killProcess(pid, 'SIGKILL');
    expect(await command.ended).toMatchObject({ code: 1 });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HonestBank, mapEvents, type Plan, randomPlan } from '../src/check/results/fixtures.js';
import type { EventInput } from '../src/check/results/input.js';
import { judgeResults } from '../src/check/results/judge.js';
import type { ResultsVerdict } from '../src/check/results/verdict.js';
import { formatMinor } from '../src/domain/money.js';
import { formatResultsVerdict } from '../src/render/results-words.js';
import { readScenario } from '../src/scenario/read.js';
import { readResults } from '../src/scenario/read-results.js';
import { matchResults } from '../src/scenario/read-results-match.js';
import { type CustomerResults, formatResults, type ResultEntry } from '../src/scenario/results.js';
import type { Scenario, ScenarioEvent } from '../src/scenario/scenario.js';
import { Rng } from '../src/std/rng.js';

/*
 * From the two files to the verdict, as the command goes: reader, comparison, judge, words.
 */

function load(file: string): Scenario {
  const read = readScenario(readFileSync(file, 'utf8'), file);
  if ('problems' in read) throw new Error(read.problems[0]?.message);
  return read.scenario;
}

function check(scenario: Scenario, text: string): ResultsVerdict {
  const read = readResults(text, 'results.json');
  if ('problems' in read) throw new Error(`${read.problems[0]?.line}: ${read.problems[0]?.message}`);
  return judgeResults(matchResults(scenario, read.results));
}

/** What a bank answers that serves one customer after the other, and refuses what it cannot pay. */
function rightResults({ initialBalanceMinor, customers }: Scenario): CustomerResults[] {
  let balanceMinor = initialBalanceMinor;
  const serve = ({ kind, branch, amountMinor }: ScenarioEvent): ResultEntry => {
    const entry = { interface: kind, branch };
    if (kind === 'query') return { ...entry, outcome: 'success', balanceMinor };
    const after = balanceMinor + BigInt(amountMinor ?? 0) * (kind === 'withdraw' ? -1n : 1n);
    if (after < 0n) return { ...entry, outcome: 'fail' };
    balanceMinor = after;
    return { ...entry, outcome: 'success' };
  };
  const served = customers.map(({ id, events }) => ({ id, entries: events.map(serve) }));
  return served.map((results) => ({ ...results, finalBalanceMinor: balanceMinor }));
}

const tenBranches = load('scenarios/ten-branches.json');
const rightText = formatResults('events', rightResults(tenBranches));
const lines = rightText.split('\n');
const queries = [...lines.keys()].filter((line) => lines[line]?.includes('"balance"'));

/** The results with the balance in that line replaced. */
function withBalance(line: number, balance: number): string {
  return lines.with(line, (lines[line] as string).replace(/"balance":\d+/, `"balance":${balance}`)).join('\n');
}

function blamed(verdict: ResultsVerdict): (number | undefined)[] {
  return verdict.findings.map(({ entry }) => entry.line);
}

describe('the ten-branch file', () => {
  test('right results hold, and are 19 of 19', () => {
    const verdict = check(tenBranches, rightText);
    expect(verdict).toMatchObject({ overall: 'holds', complete: true, courseCount: { correct: 19, total: 19 } });
    expect(`\n${formatResultsVerdict(verdict, { color: false })}\n`).toBe(`
holds: the writes explain every balance that was shown (40 of 40 queries)
  ✓ read your writes          holds
  ✓ monotonic reads           holds
  · monotonic writes          not visible in balances
  · writes follow reads       not visible in balances
  ✓ balances                  holds
  ✓ an entry for each event   holds
19 out of 19 cross-branch query events are correct.
`);
  });

  test('in every spelling', () => {
    const python = rightText.replaceAll('"', "'").replaceAll(/'balance':(\d+)/g, "'balance':$1.0");
    const nested = formatResults('customers', rightResults(tenBranches));
    for (const text of [python, rightText.toUpperCase(), rightText.replaceAll(/[[\]]\n|,$/gm, ''), nested]) {
      expect(check(tenBranches, text)).toMatchObject({ overall: 'holds', courseCount: { correct: 19, total: 19 } });
    }
  });

  test('any single changed balance is violated, and only its entry is blamed', { timeout: 60_000 }, () => {
    for (const line of queries) {
      const right = Number(/"balance":(\d+)/.exec(lines[line] as string)?.[1]);
      const multiples = Array.from({ length: 25 }, (_, index) => 10 * index - 20);
      for (const balance of [...multiples, right - 1, right + 1, right * 1000 + 7]) {
        if (balance === right) continue;
        const verdict = check(tenBranches, withBalance(line, balance));
        expect(verdict.overall).toBe('violated');
        expect(blamed(verdict), `line ${line + 1}: ${balance}`).toEqual([line + 1]);
      }
    }
  });

  test('a constant is violated, which the course counts as 19 of 19', () => {
    for (const constant of [-10, 0, 5, 10, 50, 100, 1000]) {
      const verdict = check(tenBranches, rightText.replaceAll(/"balance":\d+/g, `"balance":${constant}`));
      expect(verdict).toMatchObject({ overall: 'violated', courseCount: { correct: 19, total: 19 } });
    }
  });

  test('results of a run that was killed are violated by what is missing', () => {
    const verdict = check(tenBranches, `[${lines.slice(1, 21).join('\n')}`);
    expect(verdict.findings).toMatchObject([{ anomaly: 'MissingEntry', entry: { event: 21 }, witness: { throughEvent: 60 } }]);
  });
});

const entryTexts = lines.slice(1, -2).map((line) => line.replace(/,$/, ''));
const only = (kind: string) => entryTexts.filter((text) => text.includes(`"${kind}"`));

/** What a program can hand in that has done less than the scenario asks for. */
const LOOPHOLES: readonly [what: string, text: string, overall: string][] = [
  ['a final balance alone', '[{"id":1,"balance":0}]', 'unknown'],
  ['one that is not known', '[{"id":1,"balance":null}]', 'unknown'],
  ['an empty array', '[]', 'violated'],
  ['a customer without entries', '[{"id":1,"recv":[]}]', 'violated'],
  ['entries of deposits only', `[${only('deposit')}]`, 'violated'],
  ['entries of queries only', `[${only('query')}]`, 'violated'],
  ['a final balance beside some entries', `[${only('deposit')},{"id":1,"balance":0}]`, 'violated'],
  ['each entry twice', `[${entryTexts.flatMap((text) => [text, text])}]`, 'violated'],
  ['all entries twice', `[${[...entryTexts, ...entryTexts]}]`, 'violated'],
  ['entries of somebody else', `[${entryTexts.map((text) => text.replace('"id":1', '"id":2'))}]`, 'violated'],
  ['entries of somebody else, too', `[${[...entryTexts, entryTexts[0]?.replace('"id":1', '"id":2')]}]`, 'violated'],
  ['results of another scenario', formatResults('events', rightResults(load('scenarios/withdrawals.json'))), 'violated'],
  ['all failed', rightText.replace(/"balance":\d+|"result":"success"/g, '"result":"fail"'), 'unknown'],
  ['all writes failed', rightText.replace(/"success"/g, '"fail"').replace(/"balance":\d+/g, '"balance":0'), 'unknown'],
  ['nobody can tell', rightText.replace(/"success"/g, '"unknown"').replace(/"balance":\d+/g, '"balance":0'), 'unknown'],
  ['entries that say nothing', `[${entryTexts.map(() => '{"id":1,"recv":[{}]}')}]`, 'unknown'],
  ['queries that failed', rightText.replace(/"balance":\d+/g, '"result":"fail"'), 'unknown'],
  [
    'all queries but one',
    entryTexts.map((text, i) => (i > 0 ? text.replace(/"balance":\d+/, '"result":"fail"') : text)).join('\n'),
    'unknown',
  ],
  ['one query less', rightText.replace(/"balance":\d+/, '"result":"fail"'), 'unknown'],
  ['queries as writes', rightText.replace(/"query"/g, '"deposit"'), 'violated'],
];

test.each(LOOPHOLES)('who answers too little does not pass: %s', (_what, text, overall) => {
  const verdict = check(tenBranches, text);
  expect(verdict.overall).toBe(overall);
  expect(verdict.findings.length + verdict.doubts.length).toBeGreaterThan(0);
});

test('final balances alone are enough where the scenario asks for no more', () => {
  const text = readFileSync('scenarios/ten-branches.json', 'utf8').replaceAll('"branch":', '"dest":');
  const read = readScenario(text, 'dest.json');
  const scenario = 'scenario' in read ? read.scenario : undefined;
  expect(scenario?.form).toBe('balances');
  const verdict = check(scenario as Scenario, '[{"id":1,"balance":0}]');
  expect(verdict).toMatchObject({ overall: 'holds', complete: true });
  expect(check(scenario as Scenario, '[]').overall).toBe('violated');
});

test('the right results of every scenario hold, in every form that has an entry for each event', () => {
  for (const name of readdirSync('scenarios').filter((file) => file.endsWith('.json'))) {
    const scenario = load(`scenarios/${name}`);
    for (const form of ['events', 'customers', 'balances'] as const) {
      const verdict = check(scenario, formatResults(form, rightResults(scenario)));
      expect(verdict.overall, `${name}, ${form}`).toBe(form === 'balances' ? 'unknown' : 'holds');
    }
  }
});

/** Spells results as some program might. */
const SPELLINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.replaceAll('"', "'").replaceAll('null', 'None'),
  (text) => text.replaceAll(/:(-?\d+)(?=[,}])/g, ':$1.0'),
  (text) => text.replaceAll(/:(-?[\d.]+)(?=[,}])/g, ':"$1"'),
  (text) => text.replaceAll(/^[[\]]$|,$/gm, ''),
  (text) => text.replaceAll('}]}', '},],}'),
  (text) => text.replaceAll(/"result":\{("balance":[^}]+)\}/g, '"result":"success",$1'),
  (text) => text.replaceAll(/"result":\{"balance":([^}]+)\}/g, '"result":"success","money":$1'),
];

test('whatever the form and the spelling, the verdict is that on what was answered', { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= 400; seed++) {
    const rng = new Rng(seed);
    const plan = randomPlan(rng, { customers: rng.integer(1, 4), events: 8 });
    const honest = new HonestBank(plan, rng, { fail: 0.1, unknown: 0.1 }).run();
    const answers = rng.chance(0.5) ? honest : mapEvents(honest, (event) => (rng.chance(0.2) ? tampered(event) : event));
    const results = answers.customers.map(({ id, events }) => ({ id, entries: events.map(entryOf) }));
    const text = rng.pick(SPELLINGS)(formatResults(rng.pick(['events', 'customers']), results));
    expect(inShort(check(scenarioOf(plan), text)), `seed ${seed}: ${text}`).toEqual(inShort(judgeResults(answers)));
  }
});

/** All but the lines, which depend on the spelling. */
function inShort({ findings, doubts, ...verdict }: ResultsVerdict) {
  const found = findings.map(({ anomaly, entry }) => `${anomaly} ${entry.customer}/${entry.event}`);
  return { ...verdict, found, doubts: doubts.map(({ kind }) => kind) };
}

function tampered(event: EventInput): EventInput {
  if (event.answer.kind !== 'balance') return event;
  return { ...event, answer: { kind: 'balance', minor: event.answer.minor - (event.answer.minor % 1000n) - 1n } };
}

function entryOf({ kind, branch, answer }: EventInput): ResultEntry {
  const entry = { interface: kind, branch };
  if (answer.kind === 'balance') return { ...entry, outcome: 'success', balanceMinor: answer.minor };
  const outcome = answer.kind === 'refused' ? 'fail' : 'unknown';
  return { ...entry, outcome: answer.kind === 'done' ? 'success' : outcome };
}

function scenarioOf({ initialMinor, branches, customers }: Plan): Scenario {
  const balance = formatMinor(initialMinor);
  const ids = Array.from({ length: branches }, (_, index) => index + 1);
  const events = customers.map((list) =>
    list.map(({ kind, branch, amountMinor }) => `{"interface":"${kind}","branch":${branch},"money":${formatMinor(amountMinor)}}`),
  );
  const text = [
    ...events.map((list, index) => `{"id":${index + 1},"type":"customer","events":[${list}]}`),
    ...ids.map((id) => `{"id":${id},"type":"branch","balance":${balance}}`),
  ];
  const read = readScenario(`[${text}]`, 'scenario.json');
  if ('problems' in read) throw new Error(read.problems[0]?.message);
  return read.scenario;
}

test('the findings in words', () => {
  const text = withBalance(4, 0).split('\n').toSpliced(30, 1).join('\n');
  expect(`\n${formatResultsVerdict(check(tenBranches, text), { color: false })}\n`).toMatchInlineSnapshot(`
    "
    violated: 2 findings
      ✗ read your writes          violated  1 finding
      ? monotonic reads           unknown
      · monotonic writes          not visible in balances
      · writes follow reads       not visible in balances
      ✓ balances                  holds
      ✗ an entry for each event   violated  1 finding
      ReadYourWrites (line 5): customer 1, event 4 (query at branch 2) answered 0; its own deposit of 10 (event 2) is missing: with it the balance is 10.
      MissingEntry: customer 1, event 30 (query at branch 10) has no entry, so nobody can tell what became of it.
    17 out of 18 cross-branch query events are correct.
    "
  `);
});

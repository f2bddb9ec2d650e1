import { describe, expect } from 'vitest';
import { test } from './harness.js';

const TWO = 'scenarios/two-branches.json';

/** Arguments, what standard error says, all of it at exit 64. */
const WRONG: readonly (readonly [args: string, message: RegExp])[] = [
  ['rum scenario.json', /unknown command 'rum'\n\(Did you mean run\?\)/],
  ['run', /missing required argument 'scenario'/],
  [`run ${TWO} other.json`, /too many arguments/],
  [`run ${TWO} --dely 2s`, /unknown option '--dely'\n\(Did you mean --delay\?\)/],
  [`branches ${TWO} --sequential`, /unknown option '--sequential'/],
  [`run ${TWO} --delay 5`, /'5' is invalid\. Write a time with its unit, such as 250ms, 2s or 1m\./],
  [`run ${TWO} --delay 2x`, /'2x' is invalid\. Write a time with its unit/],
  [`run ${TWO} --delay -5s`, /'-5s' is invalid\. Write a time with its unit/],
  [`run ${TWO} --jitter soon`, /'soon' is invalid\. Write a time with its unit/],
  [`run ${TWO} --delay 1000h`, /'1000h' is invalid\. At most 24h\./],
  [`run ${TWO} --deadline 0`, /'0' is invalid\. At least 1ms\./],
  [`run ${TWO} --base-port 70000`, /'70000' is invalid\. A port is a number from 0 to 65535\./],
  [`run ${TWO} --base-port port`, /'port' is invalid\. A port is a number from 0 to 65535\./],
  [
    'run scenarios/ten-branches.json --base-port 65530',
    /branch 10 would listen on port 65540, above 65535; choose a smaller --base-port/,
  ],
  ['branches scenarios/ten-branches.json --base-port 65530', /branch 10 would listen on port 65540/],
  [`customers ${TWO} --base-port 0`, /customers must know where the branches are/],
  [`run ${TWO} --guarantees read-your-write`, /There is no guarantee "read-your-write"\. Did you mean read-your-writes\?/],
  [`run ${TWO} --guarantees read-your-writes,none`, /"none" stands alone; it cannot be joined with names\./],
  [`run ${TWO} --acks most`, /'most' is invalid\. Allowed choices are local, majority, all\./],
];

describe('wrong usage ends with exit 64, a sentence, and nothing on standard output', () => {
  test.for(WRONG)('passbook %s', async ([args, message], { bench }) => {
    const { code, stdout, stderr } = await bench.passbook(args.split(' '));
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  });

  test('without a command: the help', async ({ bench }) => {
    const { code, stdout, stderr } = await bench.passbook([]);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain('Usage: passbook');
  });
});

describe('help', () => {
  test('begins with examples and names every command', async ({ bench }) => {
    const { code, stdout, stderr } = await bench.passbook(['--help']);
    expect(stdout).toMatch(/^Examples:\n {2}npx passbook run scenarios\/ten-branches\.json\n/);
    for (const command of ['run', 'branches', 'customers']) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('of run names every option and every exit code', async ({ bench }) => {
    const { code, stdout } = await bench.passbook(['run', '--help']);
    const options = ['out', 'guarantees', 'acks', 'delay', 'jitter', 'deadline', 'base-port', 'sequential', 'history', 'verbose'];
    for (const option of options) expect(stdout).toContain(`--${option}`);
    for (const exit of ['0  done', '1  a guarantee', '2  it is unknown', '64 wrong', '65 bad input', '130, 143'])
      expect(stdout).toContain(exit);
    expect(code).toBe(0);
  });

  test('--version is that of the package', async ({ bench }) => {
    const { default: description } = await import('../../package.json', { with: { type: 'json' } });
    expect(await bench.passbook(['--version'])).toMatchObject({ code: 0, stdout: `${description.version}\n`, stderr: '' });
  });
});

import { describe, expect, test } from 'vitest';
import { translate } from './old-spellings.js';

const KNOWN = ['run', 'branches', 'customers', 'check', 'grade', 'validate', 'completion'];
const words = (line: string) => line.split(' ').filter((word) => word !== '');

describe('the programs of the course projects', () => {
  test.each([
    ['main input.json', 'run input.json'],
    ['main.py input.json', 'run input.json'],
    ['./main.py input.json', 'run input.json'],
    ['main --input_file input.json', 'run input.json'],
    ['main --input_file=input.json --base_port 6000', 'run input.json --base-port 6000'],
    ['main --input-file input.json --output_file output/output.json', 'run input.json --out output/output.json'],
    ['main --output=o.json input.json', 'run --out=o.json input.json'],
    ['--input_file input.json', 'run input.json'],
    ['--output_file o.json --input_file input.json', 'run --out o.json input.json'],
    ['run --input_file input.json', 'run input.json'],
    ['run --input_file input.json --log_json', 'run input.json --log-json'],
    ['run_branch input.json', 'branches input.json'],
    ['run-branch input.json', 'branches input.json'],
    ['run_branch.py --input_file input.json', 'branches input.json'],
    ['RUN_CUSTOMER input.json', 'customers input.json'],
    ['run-customers input.json', 'customers input.json'],
  ])('passbook %s is passbook %s', (theirs, ours) => {
    expect(translate(words(theirs), KNOWN)).toMatchObject({ args: words(ours), changed: true });
  });

  test.each([
    ['checker output.json', 'passbook check SCENARIO output.json'],
    ['checker.py', 'passbook check SCENARIO RESULTS'],
    ['checker_part_1.py input.json output.json', 'passbook check input.json output.json'],
    ["checker it's.json", "passbook check SCENARIO 'it'\\''s.json'"],
    ['input.json', 'passbook run input.json'],
    ['Input.JSON --output_file o.json', 'passbook run Input.JSON --out o.json'],
  ])('passbook %s is answered with %s', (theirs, instead) => {
    expect(translate(words(theirs), KNOWN)).toMatchObject({ instead });
  });
});

describe('what is ours stays as it is', () => {
  test.each([
    '',
    '--help',
    '-V',
    'run input.json --out my_results.json --base-port 0',
    'run main',
    'run input.json -o main',
    'check input.json output.json --json',
    'run -- --input_file',
    'nonsense input.json',
    'run constructor',
    'constructor',
  ])('passbook %s', (line) => {
    expect(translate(words(line), KNOWN)).toMatchObject({ args: words(line), changed: false });
  });
});

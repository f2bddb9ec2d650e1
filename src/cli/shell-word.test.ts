import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellWord } from './shell-word.js';

test('a shell reads the word as it was, and a plain one stands as it is', () => {
  expect(shellWord('scenarios/two-branches.json')).toBe('scenarios/two-branches.json');
  for (const text of ['my bank.json', "it's $HOME", '', '~', 'a*;b'])
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandError } from './exit.js';
import { readConfig, serveOptions } from './serve-options.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passbook-config-'));
  file = join(folder, 'branch.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What the command knows after it has read a file with this text. */
function read(text: string): Record<string, unknown> {
  writeFileSync(file, text);
  const command = new Command();
  for (const option of Object.values(serveOptions)) command.addOption(option());
  readConfig(command, file);
  return command.opts();
}

test('a config file says what its JSON says, also behind a byte order mark', () => {
  const text = '{ "branch": 7, "data": "bank/7", "peers": { "2": "localhost:5" }, "in-memory": false }';
  const peers = new Map([[2, { host: 'localhost', port: 5 }]]);
  expect(read(text)).toMatchObject({ branch: 7, data: 'bank/7', peers, inMemory: false });
  expect(read(`\uFEFF${text}`)).toMatchObject({ branch: 7 });
});

test.each([
  ['{\n  "branch": 1,\n  "data": bank\n}', ':3:11: this is not JSON'],
  ['{\n  "branch": 1\n  "data": "bank"\n}', ':3:3: a comma is missing before this; expected a comma or "}"'],
  ['{ "branch": 1,\n  "branch": 2 }', ':2:3: duplicate key "branch"; the first is at 1:3'],
  ['{ "peers": { "2": "a:1", "2": "b:1" } }', ':1:26: duplicate key "2"; the first is at 1:14'],
  [' ', ': it is empty, and no JSON object'],
  ['[]', ': it is no JSON object'],
])('what is wrong with a config file is said with its place: %j', (text, problem) => {
  expect(() => read(text)).toThrow(CommandError);
  expect(() => read(text)).toThrow(`${file}${problem}`);
});

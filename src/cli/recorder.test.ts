import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { branchId } from '../domain/ids.js';
import { Recorder } from './recorder.js';

const folder = mkdtempSync(join(tmpdir(), 'passbook-recorder-'));
const file = join(folder, 'history.jsonl');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what a file holds stays until the run begins, and all that happened before is then in it', () => {
  writeFileSync(file, 'an earlier history\n');
  const recorder = new Recorder(file, { branches: [branchId(1)], foundedMinor: [0n], complete: true });
  recorder.now((atUs) => ({ kind: 'fault', event: { atUs, fault: 'crash', branches: [branchId(1)] } }));
  recorder.close();
  expect(readFileSync(file, 'utf8')).toBe('an earlier history\n');

  const begun = new Recorder(file, { branches: [branchId(1)], foundedMinor: [0n], complete: true });
  begun.now((atUs) => ({ kind: 'fault', event: { atUs, fault: 'crash', branches: [branchId(1)] } }));
  begun.begin(performance.now());
  begun.close();
  expect(readFileSync(file, 'utf8')).toMatch(/^\{"passbook":"history".*\n.*"crash".*\n$/);
});

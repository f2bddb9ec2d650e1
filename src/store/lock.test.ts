import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from './fixtures.js';
import { takeLock } from './lock.js';

const NO_PROGRAM = 'no-such-program';

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = `${folder.path}/lock`;
});
afterEach(() => folder.remove());

test('where files cannot be locked, a file names who has the directory, and goes with the lock', () => {
  const lock = takeLock(path, NO_PROGRAM);
  expect(readFileSync(`${path}.pid`, 'utf8')).toContain(`${process.pid} `);
  expect(() => takeLock(path, NO_PROGRAM)).toThrow('is held by this process');
  lock.release();
  const again = takeLock(path, NO_PROGRAM);
  // Of a lock that is held no more.
  lock.release();
  expect(() => takeLock(path, NO_PROGRAM)).toThrow('is held by this process');
  again.release();
});

test('a process that has ended holds nothing, nor does another that was given its number', async () => {
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve));
  for (const holder of [
    `${child.pid} some time ago\n`,
    `${process.ppid} some time ago\n`,
    `${process.pid} some time ago\n`,
    '',
  ]) {
    writeFileSync(`${path}.pid`, holder);
    takeLock(path, NO_PROGRAM).release();
  }
});

test('where files cannot be locked, what a process of another machine holds is left alone, as nobody can see whether it works', () => {
  writeFileSync(`${path}.pid`, `${process.pid} some time ago\nfar-away\n`);
  const taking = () => takeLock(path, NO_PROGRAM);
  expect(taking).toThrow(expect.objectContaining({ code: 'DATA_DIRECTORY_IN_USE' }));
  expect(taking).toThrow(`${path}.pid is of process ${process.pid} on far-away`);
  expect(taking).toThrow('if no branch works in this directory, remove this file');
  rmSync(`${path}.pid`);
  taking().release();
});

test('one of many that try takes it', () => {
  let taken = 0;
  for (let i = 0; i < 5; i++) {
    try {
      takeLock(path);
      taken += 1;
    } catch (error) {
      expect(error).toMatchObject({ code: 'DATA_DIRECTORY_IN_USE' });
    }
  }
  expect(taken).toBe(1);
});

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { playScript } from '../sim/script.js';

// The scripts show how branches talk: each is a conversation and all that came
// of it. UPDATE_SCRIPTS=1 writes down what happens now, to be read in the diff.
const FOLDER = new URL('./scripts/', import.meta.url);

test.each(readdirSync(FOLDER))('goes as written: %s', (name) => {
  const file = new URL(name, FOLDER);
  const written = readFileSync(file, 'utf8');
  const played = playScript(written);
  if (process.env.UPDATE_SCRIPTS) writeFileSync(file, played);
  else expect(played).toBe(written);
});

#!/usr/bin/env node
// Committed, not built, so that npx can link it before anything is built. Only
// old syntax here: an old Node has to get as far as the message about its age.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const NEEDED = [20, 19];

function problem() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
    return `Passbook needs Node ${NEEDED.join('.')} or newer; this is Node ${process.versions.node}.`;
  }
  if (!existsSync(fileURLToPath(new URL('../dist/passbook.js', import.meta.url)))) {
    return 'Passbook is not built yet. In its folder run: npm ci && npm run build';
  }
  return '';
}

const why = problem();
if (why) {
  console.error(why);
  process.exitCode = 1;
} else {
  createRequire(import.meta.url)('../dist/passbook.js');
}

// The planted bugs: each a small mistake that somebody could make, in one part of
// the bank. None of them is in the sources; `plant.mjs` builds a bundle that has
// one. That each is found shows that the simulator and the checker are not blind.

import { ALLOWANCES } from './bugs/allowances.mjs';
import { DURABILITY } from './bugs/durability.mjs';
import { FORMATS } from './bugs/formats.mjs';
import { MEMBERSHIP } from './bugs/membership.mjs';
import { ONCE } from './bugs/once.mjs';
import { PROPAGATION } from './bugs/propagation.mjs';
import { RECOVERY } from './bugs/recovery.mjs';
import { SERVING } from './bugs/serving.mjs';
import { SNAPSHOTS } from './bugs/snapshots.mjs';

/**
 * @typedef {object} Plant
 * @property {string} part Where somebody would have to look for it.
 * @property {string} mistake What was done wrong, in a sentence.
 * @property {{ file: string, from: string, to: string }[]} changes The text that makes it so; `from` is there exactly once.
 */

/** @typedef {Readonly<Record<string, Plant>>} Plants By name. */

/** @type {Plants} */
export const PLANTS = {
  ...SERVING,
  ...PROPAGATION,
  ...ALLOWANCES,
  ...DURABILITY,
  ...RECOVERY,
  ...SNAPSHOTS,
  ...MEMBERSHIP,
  ...ONCE,
  ...FORMATS,
};

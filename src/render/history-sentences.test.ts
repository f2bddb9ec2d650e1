import { describe, expect, test } from 'vitest';
import { CASES } from '../check/checker/cases/fixtures.js';
import { ceded, deposit, judgeStory, logged, lost, type Story, voided } from '../check/checker/fixtures.js';
import { explainHistoryWitness } from './history-sentences.js';

const witnessesOf = (story: Story) =>
  judgeStory(story).families.flatMap(({ anomalies }) => anomalies.flatMap(({ witness }) => witness ?? []));

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases.filter(({ finds }) => finds.length > 0))('is told in a sentence: $rule', (story) => {
    const sentences = witnessesOf(story).map(explainHistoryWitness);
    expect(sentences).toHaveLength(story.finds.length);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[^\p{C}]+[.]$/u);
      expect(sentence).not.toMatch(/undefined|NaN|\[object| {2}/);
    }
  });
});

const sentencesOf = (...steps: Story['steps']) =>
  witnessesOf({ steps: [lost(deposit({ branch: 1 })), ...steps] }).map(explainHistoryWitness);

test.each([
  [
    sentencesOf(ceded(1, 1, 2, [1, 1]), logged(1, 2, { by: [1, 1] })),
    'branch 1 handed request 1 of customer 1 to branch 2 by write 1-1a2b3c4d-1, and carried it out all the same by write 1-1a2b3c4d-2 without having got it back.',
  ],
  [
    sentencesOf(ceded(1, 1, 2, [1, 1]), voided(1, 2, [1, 1])),
    'branch 1 handed request 1 of customer 1 to branch 2 by write 1-1a2b3c4d-1, and refused it for good all the same by write 1-1a2b3c4d-2 without having got it back.',
  ],
  [
    sentencesOf(ceded(1, 1, 2, [1, 1]), ceded(1, 2, 3, [1, 1])),
    'branch 1 handed request 1 of customer 1 to branch 2 by write 1-1a2b3c4d-1, and handed it over once more by write 1-1a2b3c4d-2 without having got it back.',
  ],
  [
    sentencesOf(ceded(1, 1, 2, [1, 1]), logged(3, 1, { by: [1, 1] })),
    'branches 1 and 3 dealt with request 1 of customer 1, by write 1-1a2b3c4d-1 and by write 3-1a2b3c4d-1: it cannot have begun at both, and had been handed to neither.',
  ],
  [
    sentencesOf(voided(1, 1, [1, 1]), logged(1, 2, { by: [1, 1] })),
    'request 1 of customer 1 was refused for good by write 1-1a2b3c4d-1, but it is in a log as write 1-1a2b3c4d-2.',
  ],
  [
    sentencesOf(voided(1, 1, [1, 1]), voided(2, 1, [1, 1])),
    'request 1 of customer 1 was refused for good twice: by write 1-1a2b3c4d-1 and by write 2-1a2b3c4d-1.',
  ],
])('who decided what was not theirs: %j', (sentences, expected) => {
  expect(sentences).toEqual([expected]);
});

test('a sentence says who, what, where and why not', () => {
  const [first] = CASES.LostAcknowledgedWrite;
  const [sentence] = first ? witnessesOf(first).map(explainHistoryWitness) : [];
  expect(sentence).toBe(
    "customer 1's deposit of 0.1 at branch 1 (event 1, write 1-1a2b3c4d-1) was acknowledged, but in the end no branch has it.",
  );
});

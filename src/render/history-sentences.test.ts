import { describe, expect, test } from 'vitest';
import { CASES } from '../check/checker/cases/fixtures.js';
import { judgeStory, type Story } from '../check/checker/fixtures.js';
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

test('a sentence says who, what, where and why not', () => {
  const [first] = CASES.LostAcknowledgedWrite;
  const [sentence] = first ? witnessesOf(first).map(explainHistoryWitness) : [];
  expect(sentence).toBe(
    "customer 1's deposit of 0.1 at branch 1 (event 1, write 1-1a2b3c4d-1) was acknowledged, but in the end no branch has it.",
  );
});

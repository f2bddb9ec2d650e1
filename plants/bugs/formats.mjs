/** What is written: on the wire, in logs and in histories. @type {import('../catalogue.mjs').Plants} */
export const FORMATS = {
  // On the wire

  'counters-left-out': {
    part: 'wire',
    mistake: 'A logged write does not carry the counter of its request.',
    changes: [
      {
        file: 'src/wire/write-batch.ts',
        from: 'counters: batch.counters,',
        to: 'counters: batch.counters.map((counter, i) => ((batch.kinds[i] as number) > WriteKind.grant ? counter : 0)),',
      },
    ],
  },
  'labels-left-out': {
    part: 'wire',
    mistake: 'The name of an account does not travel.',
    changes: [{ file: 'src/wire/write-batch.ts', from: 'labels: batch.labels,', to: "labels: batch.labels.map(() => '')," }],
  },
  'vector-loses-an-entry': {
    part: 'wire',
    mistake: 'The first entry of a vector does not travel.',
    changes: [
      {
        file: 'src/wire/vectors.ts',
        from: 'for (const [origin, sequence] of vector) {',
        to: 'for (const [origin, sequence] of [...vector].slice(vector.size > 1 ? 1 : 0)) {',
      },
    ],
  },
  'amount-in-32-bits': {
    part: 'wire',
    mistake: 'Amounts above 2^32 are cut.',
    changes: [
      {
        file: 'src/wire/write-batch.ts',
        from: 'amountsMinor: batch.amounts,',
        to: 'amountsMinor: batch.amounts.map((amount) => amount >>> 0 || amount),',
      },
    ],
  },

  // The chain of batches

  'chain-is-broken': {
    part: 'chain',
    mistake: 'A batch names the batch before the last one of its origin.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '      this.replica.closed(own);\n',
        to: '',
      },
    ],
  },
  'chain-of-pending': {
    part: 'chain',
    mistake: 'A branch keeps the digest of the first batch of an origin, and not of the last.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: '    this.digests.set(origin, batch.digest as string);',
        to: '    if (!known) this.digests.set(origin, batch.digest as string);',
      },
    ],
  },

  // Histories

  'history-counts-the-write': {
    part: 'histories',
    mistake: 'The vector of a write includes the write itself.',
    changes: [
      {
        file: 'src/domain/history.ts',
        from: 'sequence: view.own }, vector: before(view) };',
        to: 'sequence: view.own }, vector: viewVector(view) };',
      },
    ],
  },
  'history-takes-maybe-for-no': {
    part: 'histories',
    mistake: 'An operation whose outcome nobody knows is recorded as one without effect.',
    changes: [
      {
        file: 'src/sim/record.ts',
        from: "return { outcome: 'info', reason: 'OUTCOME_UNKNOWN', applied: 'maybe', message };",
        to: "return { outcome: 'fail', reason: 'OUTCOME_UNKNOWN', applied: 'maybe', message };",
      },
    ],
  },
  'history-without-grants': {
    part: 'histories',
    mistake: 'The log that is recorded leaves out what no customer has asked for.',
    changes: [
      {
        file: 'src/sim/history-tap.ts',
        from: "for (const write of writesOf(batch)) this.work(branch, { kind: 'logged', write });",
        to: "for (const write of writesOf(batch)) if (write.request) this.work(branch, { kind: 'logged', write });",
      },
    ],
  },
};

/** What a snapshot keeps. @type {import('../catalogue.mjs').Plants} */
export const SNAPSHOTS = {
  'snapshot-without-settled': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out what sessions have settled.',
    changes: [
      {
        file: 'src/core/once.ts',
        from: '      record.settle(settledBelow);\n',
        to: '',
      },
    ],
  },
  'snapshot-without-requests': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out what requests have become.',
    changes: [
      {
        file: 'src/core/once.ts',
        from: '      for (const [counter, fact] of facts) record.learn(counter, fact);\n',
        to: '',
      },
    ],
  },
  'snapshot-without-receivers': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out to whom requests were handed over.',
    changes: [
      {
        file: 'src/wire/snapshot.ts',
        from: 'receiver: receiver ?? 0,',
        to: 'receiver: 0,',
      },
    ],
  },
  'snapshot-without-views': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out what the writes of requests followed.',
    changes: [
      {
        file: 'src/wire/snapshot.ts',
        from: 'others: packVector(others),',
        to: 'others: packVector(new Map()),',
      },
    ],
  },
  'snapshot-without-pending': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out batches that wait for others.',
    changes: [
      {
        file: 'src/core/rebuilding.ts',
        from: 'pending: [...pending, ...this.strays',
        to: 'pending: [...this.strays',
      },
    ],
  },
  'snapshot-without-strays': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out batches that damage has cut off.',
    changes: [
      {
        file: 'src/core/rebuilding.ts',
        from: ', ...this.strays.map((batch) => batch.encoded as Uint8Array)]',
        to: ']',
      },
    ],
  },
  'snapshot-without-followed': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out what the last write of each branch followed.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: '      this.followed.set(origin, followed);\n',
        to: '',
      },
    ],
  },
  'snapshot-without-digests': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out by what the next batch of each branch names its last one.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: '      this.digests.set(origin, digest);\n',
        to: '',
      },
    ],
  },
  'snapshot-digest-of-pending': {
    part: 'snapshots',
    mistake: 'A snapshot keeps the digest of the last batch received, not of the last that it sums up.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'batches[0]?.previousDigest ?? this.digestOf(origin)',
        to: 'this.digestOf(origin)',
      },
    ],
  },
  'snapshot-sorts-one-column': {
    part: 'snapshots',
    mistake: 'A snapshot has the branches of an account in order, and their allowances as they came.',
    changes: [
      {
        file: 'src/wire/snapshot.ts',
        from: 'branches: [...allowances.keys()],',
        to: 'branches: [...allowances.keys()].sort((a, b) => a - b),',
      },
    ],
  },
  'snapshot-before-its-log': {
    part: 'snapshots',
    mistake: 'A snapshot is handed to the disk before the writes that it holds.',
    changes: [
      {
        file: 'src/driver/driver.ts',
        from: '    for (const effect of this.branch.endTurn(this.ports.clock.nowMs())) {',
        to: '    const effects = this.branch.endTurn(this.ports.clock.nowMs());\n    if (this.ports.store.wantsSnapshot) this.keepSnapshot();\n    for (const effect of effects) {',
      },
      {
        file: 'src/driver/driver.ts',
        from: '      if (this.stopped) return;\n    }\n    if (this.ports.store.wantsSnapshot) this.keepSnapshot();',
        to: '      if (this.stopped) return;\n    }',
      },
    ],
  },
};

/** Checks that would catch what comes of several mistakes: one history of every origin, of which nothing comes twice. */
const NO_FORKS = {
  file: 'src/core/replica.ts',
  from: "if ((first !== received + 1 && !isFirst) || batch.previousDigest !== known) return 'fork';",
  to: '',
};
const NO_DUPLICATES = {
  file: 'src/core/replica.ts',
  from: "if (last === received) return batch.digest === known ? 'duplicate' : 'fork';",
  to: '',
};

/** How writes come to the other branches. @type {import('../catalogue.mjs').Plants} */
export const PROPAGATION = {
  // Propagation

  'dependencies-ignored': {
    part: 'propagation',
    mistake: 'A write is applied as soon as it arrives, whatever it follows.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'if ((this.applied.get(origin) ?? 0) < sequence) return false;',
        to: '',
      },
    ],
  },
  'dependency-off-by-one': {
    part: 'propagation',
    mistake: 'A write is applied when all but the last write that it follows are there.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'if ((this.applied.get(origin) ?? 0) < sequence) return false;',
        to: 'if ((this.applied.get(origin) ?? 0) < sequence - 1) return false;',
      },
    ],
  },
  'dependencies-of-the-first': {
    part: 'propagation',
    mistake: 'Only the first write of a batch records what it follows.',
    changes: [
      {
        file: 'src/core/log-writer.ts',
        from: 'if (this.changed.size > 0) this.recordDependencies(batch);',
        to: 'if (this.changed.size > 0 && batch.kinds.length === 0) this.recordDependencies(batch);',
      },
    ],
  },
  'batch-after-a-gap': {
    part: 'propagation',
    mistake: 'A batch that comes too early is taken in, and the gap before it forgotten.',
    changes: [
      { file: 'src/core/replica.ts', from: "if (first > received + 1) return 'gap';", to: '' },
      NO_FORKS,
      { file: 'src/core/replica.ts', from: 'pendingFrom(batch, received - first + 1)', to: 'pendingFrom(batch, 0)' },
    ],
  },
  'batch-taken-twice': {
    part: 'propagation',
    mistake: 'A batch that comes again is applied again.',
    changes: [
      { file: 'src/core/replica.ts', from: "if (last < received) return 'duplicate';", to: '' },
      NO_DUPLICATES,
      NO_FORKS,
      { file: 'src/core/replica.ts', from: 'pendingFrom(batch, received - first + 1)', to: 'pendingFrom(batch, 0)' },
    ],
  },
  'transfer-loses-its-credit': {
    part: 'propagation',
    mistake: 'Other branches apply the debit of a transfer and not its credit.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'return this.ledger.credit(this.account(batch, other as number), at, amount);',
        to: 'return;',
      },
    ],
  },
  'counterpart-not-consumed': {
    part: 'propagation',
    mistake: 'A grant of a batch does not move on to the next counterpart.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'hasCounterpart(kind) ? (batch.counterparts[pending.counterpart++] as number) : undefined;',
        to: 'hasCounterpart(kind) ? (batch.counterparts[kind === WriteKind.grant ? pending.counterpart : pending.counterpart++] as number) : undefined;',
      },
    ],
  },
  'progress-before-applying': {
    part: 'propagation',
    mistake: 'A branch confirms writes that it has received and not yet applied.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'this.peers.reports(this.replica.applied)',
        to: 'this.peers.reports(this.replica.received)',
      },
    ],
  },

  // Gap repair

  'gap-is-where-it-is-not': {
    part: 'gap repair',
    mistake: 'Writes are asked for from the last one received, and taken in from there, twice.',
    changes: [
      {
        file: 'src/core/anti-entropy.ts',
        from: 'first: received + 1, last: sequence }',
        to: 'first: Math.max(1, received), last: sequence }',
      },
      NO_DUPLICATES,
      NO_FORKS,
    ],
  },
  'reminds-of-too-much': {
    part: 'gap repair',
    mistake: 'A branch reminds others of writes that are not on its own disk yet.',
    changes: [
      {
        file: 'src/core/peers.ts',
        from: 'const vector = new Map([[this.self, this.durable]]);',
        to: 'const vector = new Map([[this.self, this.durable + 1]]);',
      },
    ],
  },

  'nobody-reminds': {
    part: 'gap repair',
    mistake: 'A branch waits for ever for a confirmation that was lost.',
    changes: [{ file: 'src/core/anti-entropy.ts', from: '    this.host.peers.remind();\n', to: '' }],
  },

  'nobody-fetches': {
    part: 'gap repair',
    mistake: 'A gap is noticed, and nobody is asked for what is missing.',
    changes: [
      {
        file: 'src/core/anti-entropy.ts',
        from: "    this.host.emit({ kind: 'send', peer, message: { kind: 'fetch', ...range } });\n",
        to: '',
      },
    ],
  },
  'fetch-begins-late': {
    part: 'gap repair',
    mistake: 'What is missing is asked for from the second write on.',
    changes: [
      {
        file: 'src/core/anti-entropy.ts',
        from: 'first: received + 1, last: sequence }',
        to: 'first: Math.min(received + 2, sequence), last: sequence }',
      },
    ],
  },
  'sent-counts-as-received': {
    part: 'gap repair',
    mistake: 'What was on its way on a link that broke is taken to have arrived.',
    changes: [
      {
        file: 'src/core/peers.ts',
        from: '    peer.sent = this.confirmed(peer);\n    peer.watched',
        to: '    peer.watched',
      },
      {
        file: 'src/core/peers.ts',
        from: '    peer.sent = this.confirmed(peer);\n    if (peer.sent < this.durable)',
        to: '    if (peer.sent < this.durable)',
      },
    ],
  },
};

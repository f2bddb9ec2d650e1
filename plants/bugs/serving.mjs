/** What a branch waits for before it serves a session. @type {import('../catalogue.mjs').Plants} */
export const SERVING = {
  // Sessions

  'withdrawal-is-no-read': {
    part: 'sessions',
    mistake: 'A withdrawal waits like a write only, although it looks at the balance.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: "(isRead(kind) && has(selected, 'read-your-writes')) ||",
        to: "(kind === 'query' && has(selected, 'read-your-writes')) ||",
      },
      {
        file: 'src/domain/session.ts',
        from: "(isRead(kind) && has(selected, 'monotonic-reads')) ||",
        to: "(kind === 'query' && has(selected, 'monotonic-reads')) ||",
      },
    ],
  },

  'read-your-writes-off': {
    part: 'sessions',
    mistake: 'A read does not wait for the writes of its session.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: "(isRead(kind) && has(selected, 'read-your-writes')) ||",
        to: '',
      },
    ],
  },
  'monotonic-reads-off': {
    part: 'sessions',
    mistake: 'A read does not wait for what earlier reads of its session showed.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: "(isRead(kind) && has(selected, 'monotonic-reads')) ||",
        to: '',
      },
    ],
  },
  'monotonic-writes-off': {
    part: 'sessions',
    mistake: 'A write does not wait for the earlier writes of its session.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: "|| (isWrite(kind) && has(selected, 'monotonic-writes'))",
        to: '',
      },
    ],
  },
  'writes-follow-reads-off': {
    part: 'sessions',
    mistake: 'A write does not wait for what its session has read.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: "|| (isWrite(kind) && has(selected, 'writes-follow-reads'))",
        to: '',
      },
    ],
  },

  // Passbooks

  'passbook-keeps-last-read': {
    part: 'passbooks',
    mistake: 'A passbook keeps what the last read showed instead of the join of all.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: 'joinInto(this.read, vector);',
        to: 'this.read.clear(); joinInto(this.read, vector);',
      },
    ],
  },
  'passbook-keeps-last-write': {
    part: 'passbooks',
    mistake: 'A passbook keeps the last write only, and forgets those at other branches.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: 'raise(this.written, id.origin, id.sequence);',
        to: 'this.written.clear(); raise(this.written, id.origin, id.sequence);',
      },
    ],
  },
  'join-overwrites': {
    part: 'passbooks',
    mistake: 'Joining two vectors takes the newcomer’s entry, also where it is lower.',
    changes: [
      {
        file: 'src/domain/vector.ts',
        from: 'for (const [origin, sequence] of other) raise(target, origin, sequence);',
        to: 'for (const [origin, sequence] of other) target.set(origin, sequence);',
      },
    ],
  },
  'lacking-needs-an-entry': {
    part: 'passbooks',
    mistake: 'A branch that has nothing of an origin is taken to have all of it.',
    changes: [
      {
        file: 'src/core/parking.ts',
        from: `        if ((this.applied.get(origin) ?? 0) < sequence) return origin;`,
        to: `        if ((this.applied.get(origin) ?? sequence) < sequence) return origin;`,
      },
      {
        file: 'src/domain/vector.ts',
        from: 'if ((have.get(origin) ?? 0) < sequence) lacking.set(origin, sequence);',
        to: 'if ((have.get(origin) ?? sequence) < sequence) lacking.set(origin, sequence);',
      },
    ],
  },

  // Parking

  'parked-until-anything-comes': {
    part: 'parking',
    mistake: 'A parked request goes on as soon as any write arrives that it may wait for.',
    changes: [
      {
        file: 'src/core/parking.ts',
        from: 'const next = this.firstLacking(parked.demands);\n        if (next === origin) continue;',
        to: 'const next = undefined as OriginId | undefined;',
      },
    ],
  },
  'parked-for-one-vector': {
    part: 'parking',
    mistake: 'Of two vectors to wait for, a parked request waits for the first.',
    changes: [
      {
        file: 'src/core/parking.ts',
        from: 'private firstLacking(demands: readonly VersionVector[]): OriginId | undefined {\n    for (const demand of demands) {',
        to: 'private firstLacking(demands: readonly VersionVector[]): OriginId | undefined {\n    for (const demand of demands.slice(0, 1)) {',
      },
    ],
  },
  'parked-off-by-one': {
    part: 'parking',
    mistake: 'A request is let go when all but the last write of an origin are there.',
    changes: [
      {
        file: 'src/core/parking.ts',
        from: 'if ((this.applied.get(origin) ?? 0) < sequence) return origin;',
        to: 'if ((this.applied.get(origin) ?? 0) < sequence - 1) return origin;',
      },
      {
        file: 'src/domain/vector.ts',
        from: 'if ((have.get(origin) ?? 0) < sequence) lacking.set(origin, sequence);',
        to: 'if ((have.get(origin) ?? 0) < sequence - 1) lacking.set(origin, sequence);',
      },
    ],
  },
  'parked-and-forgotten': {
    part: 'parking',
    mistake: 'A request that waits for two branches is lost when the first has delivered.',
    changes: [
      {
        file: 'src/core/parking.ts',
        from: '          this.enqueue(next, parked);\n          continue;',
        to: '          continue;',
      },
    ],
  },
  'parked-for-ever': {
    part: 'parking',
    mistake: 'Nobody looks at the deadline of a parked request.',
    changes: [
      {
        file: 'src/core/parking.ts',
        from: 'deadline: this.deadlines.add(request.deadlineMs, () => {',
        to: 'deadline: this.deadlines.add(1e12, () => {',
      },
    ],
  },
};

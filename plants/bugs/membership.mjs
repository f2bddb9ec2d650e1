/** Who comes, who goes, and who comes back with nothing. @type {import('../catalogue.mjs').Plants} */
export const MEMBERSHIP = {
  // Promises to take nothing more of a lost directory

  'fence-is-ignored': {
    part: 'fences',
    mistake: 'A branch promises to take nothing more of a lost directory, and goes on as before.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'return promises !== undefined && promises.at(-1) !== origin;',
        to: 'return promises === null;',
      },
    ],
  },
  'fence-holds-for-ever': {
    part: 'fences',
    mistake: 'What is fenced off is not applied, also where another write follows it.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'if (free === Infinity) return free;',
        to: 'if (free >= 0) return free;',
      },
    ],
  },
  'fence-is-not-kept': {
    part: 'fences',
    mistake: 'Own promises are forgotten when the branch begins again.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: '      case WriteKind.fence:\n',
        to: '      case WriteKind.fence:\n        if (at === branchOf(this.host.membership.self)) return;\n',
      },
    ],
  },
  'restart-applies-at-once': {
    part: 'fences',
    mistake: 'A branch that begins again reads all of its log before it applies any of it.',
    changes: [
      {
        file: 'src/core/rebuilding.ts',
        from: '      replica.applyPending();\n    }\n    this.takeStrays();',
        to: '    }\n    this.takeStrays();',
      },
    ],
  },
  'fence-for-anybody': {
    part: 'fences',
    mistake: 'A promise made for one directory counts for another one.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'return promises !== undefined && promises.at(-1) === successor;',
        to: 'return promises !== undefined;',
      },
    ],
  },
  'fence-asked-once': {
    part: 'fences',
    mistake: 'The question for a promise is asked once, and may be lost.',
    changes: [
      {
        file: 'src/core/sealing.ts',
        from: '    this.timer = host.deadlines.add(host.now() + host.patienceMs, () => this.ask());\n',
        to: '',
      },
    ],
  },
  'fence-names-no-successor': {
    part: 'fences',
    mistake: 'A promise does not say for which directory it is.',
    changes: [
      {
        file: 'src/core/log-writer.ts',
        from: 'return this.append(WriteKind.fence, 0, successor === undefined ? 0 : nonceOf(successor));',
        to: 'return this.append(WriteKind.fence, 0, 0);',
      },
    ],
  },

  // What is given up

  'seal-without-one': {
    part: 'seals',
    mistake: 'Directories are given up when all but one have promised.',
    changes: [
      {
        file: 'src/core/sealing.ts',
        from: 'if (this.missing(ending).length > 0) continue;',
        to: 'if (this.missing(ending).length > 1) continue;',
      },
    ],
  },
  'seal-without-newcomers': {
    part: 'seals',
    mistake: 'Only those with whom the bank was founded are asked for promises.',
    changes: [
      {
        file: 'src/core/sealing.ts',
        from: 'membership.members.filter((by) => !branches.includes(by));',
        to: 'membership.members.filter((by) => !membership.joining(by) && !branches.includes(by));',
      },
    ],
  },
  'seal-keeps-what-came': {
    part: 'seals',
    mistake: 'A seal keeps what its writer has received, applied or not.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'this.host.membership.seal(branch, successor, by, this.followedBy(by.origin));',
        to: 'this.host.membership.seal(branch, successor, by, this.received);',
      },
    ],
  },
  'given-up-is-taken-in': {
    part: 'seals',
    mistake: 'Writes of a directory that is given up are taken in.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: "return origin === this.self || this.standingOf(origin) === 'open';",
        to: 'return true;',
      },
    ],
  },
  'orphans-are-not-told': {
    part: 'seals',
    mistake: 'A branch whose joining is lost is not told so, and calls for ever.',
    changes: [
      {
        file: 'src/core/greetings.ts',
        from: ' || this.isOrphan(from, vector);',
        to: ';',
      },
    ],
  },
  'given-up-is-heard': {
    part: 'seals',
    mistake: 'A directory that is given up says hello, and is heard like the one in its place.',
    changes: [
      {
        file: 'src/core/greetings.ts',
        from: 'const isGivenUp = membership.cutOf(origin) !== undefined ||',
        to: 'const isGivenUp =',
      },
    ],
  },
  'successor-is-a-stranger': {
    part: 'seals',
    mistake: 'A directory is not heard before it is the one of its branch, and so never becomes it.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: "return promises.length > 0 ? 'open' : 'unheard-of';",
        to: "return 'unheard-of';",
      },
    ],
  },
  'any-directory-may-write': {
    part: 'seals',
    mistake: 'After a seal, any other directory of the branch is taken for the one that comes next.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: "return promises.length > 0 ? 'open' : 'unheard-of';",
        to: "return 'open';",
      },
    ],
  },
  'next-is-given-up': {
    part: 'seals',
    mistake: 'Of a branch that was sealed, every unknown directory is given up.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: "return promises.length > 0 ? 'open' : 'unheard-of';",
        to: 'return 0;',
      },
    ],
  },
  'fetches-what-is-lost': {
    part: 'seals',
    mistake: 'Writes that are given up are asked for like any that are missing.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'return this.mayWrite(origin) ? Infinity : (this.cutOf(origin) ?? 0);',
        to: 'return Infinity;',
      },
    ],
  },

  // Who joins, and what takes the place of a lost directory

  'newcomer-is-sure-early': {
    part: 'joining',
    mistake: 'A branch that joins takes on writes at once, as its directory is new.',
    changes: [
      {
        file: 'src/core/recovery.ts',
        from: 'const hasHeard = this.silent.size === 0 || this.hasWaited;',
        to: 'const hasHeard = this.silent.size === 0 || this.hasWaited || this.state.isNew;',
      },
    ],
  },
  'replacement-is-sure-early': {
    part: 'joining',
    mistake: 'A directory in the place of a lost one takes on writes before that is given up.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: "isOnlyOne: () => this.place !== 'replaced' || membership.sealOf(this.self)?.successor === origin,",
        to: 'isOnlyOne: () => true,',
      },
    ],
  },
  'link-before-joining': {
    part: 'joining',
    mistake: 'A branch that has called before it belonged to the bank is not heard.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '    this.greetings.joined(branch);\n',
        to: '',
      },
    ],
  },
  'majority-of-the-founders': {
    part: 'joining',
    mistake: 'A majority is one of those with whom the bank was founded.',
    changes: [
      {
        file: 'src/core/decisions.ts',
        from: 'branchesNeeded(request.acks, membership.members.length)',
        to: 'branchesNeeded(request.acks, membership.members.filter((branch) => !membership.joining(branch)).length)',
      },
    ],
  },
  'newcomers-are-no-peers': {
    part: 'joining',
    mistake: 'A branch that begins from a snapshot writes to those only with whom the bank was founded.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '        for (const branch of membership.members) this.joined(branch);\n',
        to: '',
      },
    ],
  },
  'snapshot-carries-grants': {
    part: 'joining',
    mistake: 'A snapshot for another branch has what its giver has granted.',
    changes: [
      {
        file: 'src/core/snapshot.ts',
        from: 'return { ...snapshot, grants: [], log };',
        to: 'return { ...snapshot, log };',
      },
    ],
  },

  // What is kept of it

  'snapshot-without-joined': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out who has joined.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'joined: [...this.joined.values()], fences',
        to: 'joined: [], fences',
      },
    ],
  },
  'snapshot-without-fences': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out who has promised what.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'return { joined: [...this.joined.values()], fences,',
        to: 'return { joined: [...this.joined.values()], fences: [],',
      },
    ],
  },
  'snapshot-without-seals': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out what is given up.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'seals: [...this.seals.values()] };',
        to: 'seals: [] };',
      },
    ],
  },

  // Who leaves, and who inherits

  'allowance-dies': {
    part: 'leaving',
    mistake: 'What a branch that has left could pay out is nobody’s.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'if (successor === undefined) this.ledger.inherit(branch, branchOf(by.origin));',
        to: '',
      },
    ],
  },
  'allowance-is-inherited-twice': {
    part: 'leaving',
    mistake: 'What a branch that has left could pay out its heir may pay out, and it itself.',
    changes: [
      {
        file: 'src/core/ledger.ts',
        from: '      allowances.delete(from);\n',
        to: '',
      },
    ],
  },
  'everybody-inherits': {
    part: 'leaving',
    mistake: 'Each branch takes itself for the heir.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'this.ledger.inherit(branch, branchOf(by.origin));',
        to: 'this.ledger.inherit(branch, branchOf(this.host.membership.self));',
      },
    ],
  },
  'rights-die': {
    part: 'leaving',
    mistake: 'The requests of a branch that has left are nobody’s.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'return seal && seal.successor === undefined ? this.heirOf(branchOf(seal.by.origin)) : branch;',
        to: 'return branch;',
      },
    ],
  },
  'rights-are-inherited-once': {
    part: 'leaving',
    mistake: 'What an heir has inherited dies with it.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: '? this.heirOf(branchOf(seal.by.origin)) : branch',
        to: '? branchOf(seal.by.origin) : branch',
      },
    ],
  },
  'recovery-waits-for-who-has-left': {
    part: 'leaving',
    mistake: 'A branch that is to be sure of its writes waits for the word of one that has left.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '    this.recovery.left(branch);\n',
        to: '',
      },
    ],
  },
  'who-has-left-is-a-peer': {
    part: 'leaving',
    mistake: 'A branch that has left is asked, told and counted as before.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '    this.peers.remove(branch);\n',
        to: '',
      },
    ],
  },
  'snapshot-keeps-who-has-left': {
    part: 'leaving',
    mistake: 'A branch that begins from a snapshot counts on those who have left.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '        for (const branch of peers.others) if (!membership.has(branch)) this.part(branch);\n',
        to: '',
      },
    ],
  },
  'leaver-is-not-asked': {
    part: 'leaving',
    mistake: 'A branch that leaves is fenced off before it has promised to write no more.',
    changes: [
      {
        file: 'src/core/sealing.ts',
        from: 'const leaving = areLost || successor ? [] : ',
        to: 'const leaving = areLost || !successor ? [] : ',
      },
    ],
  },
  'leaver-goes-on': {
    part: 'leaving',
    mistake: 'A branch takes on writes after it has promised to write no more.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '      retire: () => this.serving.close(),',
        to: '      retire: () => {},',
      },
    ],
  },

  // What sessions are told

  'loss-without-its-extent': {
    part: 'losses',
    mistake: 'A session is told that writes are lost, with the ones it knows for those that stand.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'if (sequence > last) cuts.set(origin, last);',
        to: 'if (sequence > last) cuts.set(origin, sequence);',
      },
    ],
  },
  'loss-off-by-one': {
    part: 'losses',
    mistake: 'The last write that stands is taken for lost.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'if (sequence > last) cuts.set(origin, last);',
        to: 'if (sequence >= last) cuts.set(origin, last);',
      },
    ],
  },
};

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
  'fenced-follow-each-other': {
    part: 'fences',
    mistake: 'What is fenced off is applied where anything follows it that is held back itself.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: '        if (batch.first + cursor > Math.max(this.host.freeUpTo(by), followed.get(by) ?? 0)) continue;\n',
        to: '',
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
        file: 'src/core/branch.ts',
        from: '      this.replica.applyPending();\n    }\n    this.takeStrays();',
        to: '    }\n    this.takeStrays();',
      },
    ],
  },
  'copy-applies-freely': {
    part: 'fences',
    mistake: 'A branch with an old copy, which may lack own promises, applies whatever comes.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'return this.mayLackFences && origin !== this.config.origin ? (this.peers.heardOf.get(origin) ?? 0) : Infinity;',
        to: 'return Infinity;',
      },
    ],
  },
  'promise-is-withdrawn': {
    part: 'fences',
    mistake: 'A question that comes late makes a branch go back on what it has promised since.',
    changes: [
      {
        file: 'src/core/changes.ts',
        from: 'membership.hadFence(fence)',
        to: 'membership.hasFence(fence)',
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
  'fence-for-somebody-before': {
    part: 'fences',
    mistake: 'A promise counts although its maker has promised something else since.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'return promises !== undefined && promises.at(-1) === successor;',
        to: 'return promises?.includes(successor) === true;',
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
  'promises-to-the-given-up': {
    part: 'fences',
    mistake: 'A directory that is given up asks for promises, and gets them.',
    changes: [
      {
        file: 'src/core/changes.ts',
        from: 'if (successor !== undefined && membership.cutOf(successor) !== undefined) {',
        to: 'if (successor !== undefined && membership.cutOf(successor) === -1) {',
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
  'seal-keeps-what-is-here': {
    part: 'seals',
    mistake: 'Whoever applies a seal keeps what it has itself, not what the writer of the seal had.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'this.host.membership.seal(branch, successor, by, this.followedBy(by.origin));',
        to: 'this.host.membership.seal(branch, successor, by, this.applied);',
      },
    ],
  },
  'given-up-is-taken-in': {
    part: 'seals',
    mistake: 'Writes of a directory that is given up are taken in.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'if (this.seals.size === 0 || origin === this.self) return true;',
        to: 'if (origin) return true;',
      },
    ],
  },
  'given-up-is-heard': {
    part: 'seals',
    mistake: 'A directory that is given up says hello, and is heard like the one in its place.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'const isGivenUp = this.membership.cutOf(origin) !== undefined;',
        to: 'const isGivenUp = this.membership.cutOf(origin) === -1;',
      },
    ],
  },
  'successor-is-a-stranger': {
    part: 'seals',
    mistake: 'A directory is not heard before it is the one of its branch, and so never becomes it.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'return [...(this.fences.get(branch)?.values() ?? [])].some((promises) => promises.includes(origin));',
        to: 'return false;',
      },
    ],
  },
  'any-directory-may-write': {
    part: 'seals',
    mistake: 'After a seal, any other directory of the branch is taken for the one that comes next.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'return [...(this.fences.get(branch)?.values() ?? [])].some((promises) => promises.includes(origin));',
        to: 'return true;',
      },
    ],
  },
  'superseded-may-come-back': {
    part: 'seals',
    mistake: 'A directory that was to go on, and was lost before anybody had anything of it, is not given up.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: '(this.isSuperseded(origin, seal) ? 0 : undefined)',
        to: '(seal.successor === undefined ? 0 : undefined)',
      },
    ],
  },
  'next-is-given-up': {
    part: 'seals',
    mistake: 'Of a branch that was sealed, every unknown directory is given up.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: '(this.isSuperseded(origin, seal) ? 0 : undefined)',
        to: '0',
      },
    ],
  },
  'late-hello-evicts': {
    part: 'seals',
    mistake: 'A hello of the lost directory that comes late makes a stranger of the one in its place.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'else if (this.peers.originOf(from) !== this.membership.sealOf(from)?.successor) this.strangers.add(from);',
        to: 'else this.strangers.add(from);',
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
  'lost-writes-stay-pending': {
    part: 'seals',
    mistake: 'Writes that came and are given up go on waiting to be applied.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: '      this.pending.delete(origin);\n      if (applied > 0)',
        to: '      if (applied > 0)',
      },
    ],
  },
  'lost-counts-as-received': {
    part: 'seals',
    mistake: 'What came and is given up still counts as received.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: '      if (applied > 0) this.received.set(origin, applied);\n      else this.received.delete(origin);\n',
        to: '',
      },
    ],
  },

  // Who joins, and what takes the place of a lost directory

  'newcomer-is-sure-early': {
    part: 'joining',
    mistake: 'A branch that joins takes on writes before all know it.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'if (!joining || includesWrite(vector, joining.by))\n      this.recovery',
        to: 'if (joining || !joining)\n      this.recovery',
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
        from: '    this.hello(branch, true);\n    this.peers.opened(branch);\n  }\n\n  /** Directories',
        to: '  }\n\n  /** Directories',
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
        from: '    for (const branch of this.membership.members) if (branch !== this.self && !this.peers.has(branch)) this.joined(branch);\n',
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
  'claim-on-who-has-left': {
    part: 'leaving',
    mistake: 'A request that is claimed from a branch which then leaves waits for its answer.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: '    this.decisions.holdersLeft();\n',
        to: '',
      },
    ],
  },
  'money-of-who-has-left': {
    part: 'leaving',
    mistake: 'A question for allowance waits for the answer of a branch that has left.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '    this.allowances.left(branch);\n',
        to: '',
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
        from: '    for (const branch of this.peers.others) if (!this.membership.has(branch)) this.part(branch);\n',
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
  'leaver-forgets': {
    part: 'leaving',
    mistake: 'A branch that begins again does not know any more that it leaves.',
    changes: [
      {
        file: 'src/core/changes.ts',
        from: '    if (this.host.membership.hasFence({ of: this.self, by: this.self, successor: undefined })) this.leave();\n',
        to: '',
      },
    ],
  },
  'leaver-promises-more': {
    part: 'leaving',
    mistake: 'A branch that leaves promises other things after its last write.',
    changes: [
      {
        file: 'src/core/changes.ts',
        from: 'return this.host.recovery.isWhole && !this.host.membership.hasFence({ of: this.self, by: this.self, successor: undefined });',
        to: 'return this.host.recovery.isWhole;',
      },
    ],
  },
  'leaver-does-not-ask': {
    part: 'leaving',
    mistake: 'A branch that leaves does not ask whether it is gone, and may never hear it.',
    changes: [
      {
        file: 'src/core/changes.ts',
        from: '    this.host.greetAll();\n    this.host.deadlines.add(this.host.now() + this.host.patienceMs, () => this.askWhetherGone());\n',
        to: '',
      },
    ],
  },

  // What sessions are told

  'loss-is-not-told': {
    part: 'losses',
    mistake: 'A session that names writes which are lost is not told so.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: '    if (lost.size > 0) return void this.decisions.refuse(request, this.writesLost(lost));\n',
        to: '',
      },
    ],
  },
  'loss-is-told-when-asked-again': {
    part: 'losses',
    mistake: 'A request that waits for writes which are lost then is told so when it comes again.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: '    for (const request of this.host.parking.take((parked) => this.lostOf(parked).size > 0))\n      this.decisions.settle(request, this.writesLost(this.lostOf(request)));\n',
        to: '',
      },
    ],
  },
  'loss-of-what-was-read': {
    part: 'losses',
    mistake: 'A session is told of lost writes that it has made, not of those that it has seen.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'return new Map([...membership.lost(passbook.written), ...membership.lost(passbook.read)]);',
        to: 'return membership.lost(passbook.written);',
      },
    ],
  },
  'loss-without-its-extent': {
    part: 'losses',
    mistake: 'A session is told that writes are lost, with the ones it knows for those that stand.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'if (cut !== undefined && sequence > cut) cuts.set(origin, cut);',
        to: 'if (cut !== undefined && sequence > cut) cuts.set(origin, sequence);',
      },
    ],
  },
  'loss-off-by-one': {
    part: 'losses',
    mistake: 'The last write that stands is taken for lost.',
    changes: [
      {
        file: 'src/core/membership.ts',
        from: 'sequence > cut) cuts.set(origin, cut);',
        to: 'sequence >= cut) cuts.set(origin, cut);',
      },
    ],
  },
  'session-forgets-what-stands': {
    part: 'losses',
    mistake: 'A session that hears of lost writes forgets all of that data directory.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: '        if (cut > 0) vector.set(origin, cut);\n        else vector.delete(origin);\n',
        to: '        vector.delete(origin);\n',
      },
    ],
  },
  'session-keeps-what-is-lost': {
    part: 'losses',
    mistake: 'A session goes on with lost writes that it has seen.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: 'for (const vector of [this.written, this.read]) {',
        to: 'for (const vector of [this.written]) {',
      },
    ],
  },
};

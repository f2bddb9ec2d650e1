import protobuf from './protobuf.js';

/**
 * The files of a compiled contract, as they are. To load them as definitions would
 * merge the files of a package and lose what each imports, without which no tool
 * can put them together again.
 */
export function filesOf(contract: Uint8Array): Buffer[] {
  const files: Buffer[] = [];
  const reader = protobuf.Reader.create(contract);
  while (reader.pos < reader.len) {
    // A FileDescriptorSet has one field, the files.
    reader.uint32();
    files.push(Buffer.from(reader.bytes()));
  }
  return files;
}

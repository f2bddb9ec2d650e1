// The protobuf runtime as the generated code uses it. 64-bit integers are read
// as plain numbers: every one on the wire is below 2^53 or refused where it
// enters. This has to be set before a generated module is evaluated, which is
// why the generated code imports this file and not the library.
import protobuf from 'protobufjs/minimal.js';

protobuf.util.Long = null;
protobuf.configure();

export default protobuf;

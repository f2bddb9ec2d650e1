import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';

/**
 * @grpc/grpc-js writes some errors to standard error, besides raising them. Ours
 * are told once and in our words, so it is silent unless its own variables ask.
 */
export function silenceLibrary(): void {
  const { GRPC_NODE_VERBOSITY, GRPC_VERBOSITY, GRPC_NODE_TRACE, GRPC_TRACE } = process.env;
  if (GRPC_NODE_VERBOSITY || GRPC_VERBOSITY || GRPC_NODE_TRACE || GRPC_TRACE) return;
  setLogVerbosity(logVerbosity.NONE);
}

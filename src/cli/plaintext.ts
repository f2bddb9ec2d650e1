import { CommandError, Exit } from './exit.js';
import { type Address, formatAddress, isLoopback } from './serve-options.js';

/** Throws where something would be said beyond this machine for everybody to read, and that was not allowed. */
export function checkEncryption(addresses: readonly Address[], isPlaintextAllowed: boolean | undefined): void {
  const beyond = addresses.find((address) => !isLoopback(address));
  if (!beyond || isPlaintextAllowed) return;
  throw new CommandError(
    `${formatAddress(beyond)} is beyond this machine, and nothing is encrypted yet: everybody in between could read and change ` +
      'what is said. If the network is yours alone, say --allow-plaintext',
    Exit.usage,
  );
}

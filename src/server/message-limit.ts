import type { ServiceDefinition } from '@grpc/grpc-js';
import { Refused, refusal } from './requests.js';

/** More than any customer has to say at once. The port takes larger ones: branches send them to each other. */
const MOST_BYTES = 2 ** 20;

/** Stands for a message that is too large to be looked at. */
class Oversized {
  constructor(readonly bytes: number) {}
}

/** The service as it is, but for messages that are too large: they are not decoded, and `readable` refuses them. */
export function limited(service: ServiceDefinition): ServiceDefinition {
  const methods = Object.entries(service).map(([name, method]) => {
    const requestDeserialize = (bytes: Buffer): unknown =>
      bytes.length > MOST_BYTES ? new Oversized(bytes.length) : method.requestDeserialize(bytes);
    return [name, { ...method, requestDeserialize }];
  });
  return Object.fromEntries(methods);
}

/** A message of a customer; refused if it is too large. */
export function readable<Message extends object>(message: Message): Message {
  if (!(message instanceof Oversized)) return message;
  const size = `a message of ${message.bytes} bytes is more than a branch takes from a customer, which is ${MOST_BYTES}`;
  const advice = 'send fewer operations at a time, or a passbook that only this bank has written';
  throw new Refused(refusal('MESSAGE_TOO_LARGE', `${size}; ${advice}`, { most_bytes: `${MOST_BYTES}` }));
}

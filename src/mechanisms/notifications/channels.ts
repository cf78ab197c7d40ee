/** What leaves the house by one way or another. */
export interface Letter {
  id: string;
  to: string;
  cc: readonly string[];
  subject: string;
  /** Paragraphs between line ends. */
  body: string;
  files: readonly { name: string; content: Buffer }[];
  /** An invitation that calendar programs understand (iTIP). */
  calendar: string | null;
  /** Letters about one record belong together. */
  recordId: string | null;
}

/** Sent, or refused to the addressee for good; `error` names copies that were refused, too. */
export interface Delivered {
  state: 'sent' | 'failed';
  error: string;
}

/** A way out of the house: mail, and later others. */
export interface Channel {
  readonly name: string;
  /** Where this person is reached by it; empty: nowhere. */
  addressOf(person: { email: string; phone: string }): string;
  /** Throws when it has to be tried again later, or as `isOver` of rules.ts understands for good. */
  deliver(letter: Letter): Promise<Delivered>;
  close(): void;
}

const open = new Map<string, Channel>();

/** At boot: the ways out of the house in place of those before. */
export const openChannels = (channels: readonly Channel[]) => {
  for (const channel of open.values()) channel.close();
  open.clear();
  for (const channel of channels) open.set(channel.name, channel);
};

export const channelNamed = (name: string) => open.get(name);
export const channelNames = () => [...open.keys()];

/** Every way but mail: mail has copies, and waits in the log although no server is set. */
export const otherChannels = () => [...open.values()].filter(({ name }) => name !== 'mail');

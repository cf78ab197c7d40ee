import { reasons } from '#platform/rules.ts';

interface Contact {
  phone: string;
  email: string;
  address: string;
  word: string;
}

/** `heldBy` is the sender of that name or spelling, if there is one. */
export const whyNotChangeSender = (sender: { id: string }, wanted: { email: string }, heldBy: string | undefined) => reasons(
  [heldBy !== undefined && heldBy !== sender.id,                              'incoming.sender_there_already'],
  [wanted.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(wanted.email),   'incoming.not_an_address'],
);

export const whyNotMergeSender = (gone: string, stays: string) => reasons(
  [gone === stays, 'incoming.same_sender'],
);

/** Two spellings as one sender: what the one that stays does not know, it learns from the other. */
export const mergedSender = <S extends Contact & { times: number; lastAt: string }>(gone: S, stays: S): S => ({
  ...stays,
  phone: stays.phone || gone.phone,
  email: stays.email || gone.email,
  address: stays.address || gone.address,
  word: stays.word || gone.word,
  lastAt: stays.lastAt > gone.lastAt ? stays.lastAt : gone.lastAt,
  times: stays.times + gone.times,
});

/** 机关代字: what stands before the year of a document number. */
export const wordOf = (senderNumber: string) => /^([^\s〔[（(【［]{1,30}?)\s*[〔[（(【［]/.exec(senderNumber.normalize('NFC'))?.[1] ?? '';

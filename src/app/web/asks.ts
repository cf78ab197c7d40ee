import { asks as approvals } from '#mechanisms/approvals/asks.ts';
import { asks as archive } from '#modules/archive/asks.ts';
import { asks as incoming } from '#modules/documents/incoming/asks.ts';
import { asks as outgoing } from '#modules/documents/outgoing/asks.ts';
import { asks as meetings } from '#modules/meetings/asks.ts';
import { asks as rooms } from '#modules/rooms/asks.ts';
import { useWords } from '#ui/words.ts';

/** What each line of the inbox asks for, in the words of its module. */
export const useAsks = () => useWords<Readonly<Record<string, string>>>(asks);

const asks = { zh: { ...incoming.zh, ...approvals.zh, ...outgoing.zh, ...archive.zh, ...meetings.zh, ...rooms.zh }, en: { ...incoming.en, ...approvals.en, ...outgoing.en, ...archive.en, ...meetings.en, ...rooms.en } };

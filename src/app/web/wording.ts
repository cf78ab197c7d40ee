import { messages as auditMessages } from '#mechanisms/audit/messages.ts';
import { messages as organisationMessages } from '#mechanisms/organisation/messages.ts';
import { en as approvalsEn } from '#mechanisms/approvals/words.en.ts';
import { zh as approvalsZh } from '#mechanisms/approvals/words.zh.ts';
import { en as archiveEn } from '#modules/archive/words.en.ts';
import { zh as archiveZh } from '#modules/archive/words.zh.ts';
import { en as incomingEn } from '#modules/documents/incoming/words.en.ts';
import { zh as incomingZh } from '#modules/documents/incoming/words.zh.ts';
import { en as outgoingEn } from '#modules/documents/outgoing/words.en.ts';
import { zh as outgoingZh } from '#modules/documents/outgoing/words.zh.ts';
import { en as libraryEn } from '#modules/library/words.en.ts';
import { zh as libraryZh } from '#modules/library/words.zh.ts';
import { en as roomsEn } from '#modules/rooms/words.en.ts';
import { zh as roomsZh } from '#modules/rooms/words.zh.ts';
import { en as meetingsEn } from '#modules/meetings/words.en.ts';
import { zh as meetingsZh } from '#modules/meetings/words.zh.ts';
import { useWords } from '#ui/words.ts';

type Worded = Readonly<Record<string, string>>;

/** What was done, as history and audit trail say it. */
export const useActs = () => useWords<Worded>(acts);

/** What a message says. */
export const useSentences = () => useWords<Worded>(sentences);

/** What a role may do. */
export const usePermissions = () => useWords<Worded>(permissions);

const acts = { zh: { ...incomingZh.acts, ...approvalsZh.acts, ...outgoingZh.acts, ...archiveZh.acts, ...libraryZh.acts, ...roomsZh.acts, ...meetingsZh.acts }, en: { ...incomingEn.acts, ...approvalsEn.acts, ...outgoingEn.acts, ...archiveEn.acts, ...libraryEn.acts, ...roomsEn.acts, ...meetingsEn.acts } };
const sentences = {
  zh: { ...auditMessages.zh, ...organisationMessages.zh, ...incomingZh.messages, ...approvalsZh.messages, ...outgoingZh.messages, ...archiveZh.messages, ...libraryZh.messages, ...roomsZh.messages, ...meetingsZh.messages },
  en: { ...auditMessages.en, ...organisationMessages.en, ...incomingEn.messages, ...approvalsEn.messages, ...outgoingEn.messages, ...archiveEn.messages, ...libraryEn.messages, ...roomsEn.messages, ...meetingsEn.messages },
};
const permissions = { zh: { ...incomingZh.permissions, ...approvalsZh.permissions, ...outgoingZh.permissions, ...archiveZh.permissions, ...libraryZh.permissions, ...roomsZh.permissions, ...meetingsZh.permissions }, en: { ...incomingEn.permissions, ...approvalsEn.permissions, ...outgoingEn.permissions, ...archiveEn.permissions, ...libraryEn.permissions, ...roomsEn.permissions, ...meetingsEn.permissions } };

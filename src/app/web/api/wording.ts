import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import { en as auditEn } from '#mechanisms/audit/words.en.ts';
import { zh as auditZh } from '#mechanisms/audit/words.zh.ts';
import { en as calendarEn } from '#mechanisms/calendar/words.en.ts';
import { zh as calendarZh } from '#mechanisms/calendar/words.zh.ts';
import { en as deadlinesEn } from '#mechanisms/deadlines/words.en.ts';
import { zh as deadlinesZh } from '#mechanisms/deadlines/words.zh.ts';
import { en as filesEn } from '#mechanisms/files/words.en.ts';
import { zh as filesZh } from '#mechanisms/files/words.zh.ts';
import { en as notificationsEn } from '#mechanisms/notifications/words.en.ts';
import { zh as notificationsZh } from '#mechanisms/notifications/words.zh.ts';
import { en as organisationEn } from '#mechanisms/organisation/words.en.ts';
import { zh as organisationZh } from '#mechanisms/organisation/words.zh.ts';
import { en as settingsEn } from '#mechanisms/settings/words.en.ts';
import { zh as settingsZh } from '#mechanisms/settings/words.zh.ts';
import { en as archiveEn } from '#modules/archive/words.en.ts';
import { zh as archiveZh } from '#modules/archive/words.zh.ts';
import { en as incomingEn } from '#modules/documents/incoming/words.en.ts';
import { zh as incomingZh } from '#modules/documents/incoming/words.zh.ts';
import { en as outgoingEn } from '#modules/documents/outgoing/words.en.ts';
import { zh as outgoingZh } from '#modules/documents/outgoing/words.zh.ts';
import { en as roomsEn } from '#modules/rooms/words.en.ts';
import { zh as roomsZh } from '#modules/rooms/words.zh.ts';
import { en as meetingsEn } from '#modules/meetings/words.en.ts';
import { zh as meetingsZh } from '#modules/meetings/words.zh.ts';
import { en as approvalsEn } from '#mechanisms/approvals/words.en.ts';
import { zh as approvalsZh } from '#mechanisms/approvals/words.zh.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

/** `incoming.closePart`: Close part. */
const verbsOf = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, name.split('.')[1]!.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase())]));

interface Wording {
  refusals: Readonly<Record<string, string>>;
  permissions: Readonly<Record<string, string>>;
  /** What an endpoint does. */
  acts: Readonly<Record<string, string>>;
}

/** The words of every module for what is refused, what is permitted and what is done. */
export const wording: { zh: Wording; en: Wording } = {
  zh: {
    refusals: { ...accessZh.refusals, ...calendarZh.refusals, ...deadlinesZh.refusals, ...filesZh.refusals, ...notificationsZh.refusals, ...organisationZh.refusals, ...settingsZh.refusals, ...incomingZh.refusals, ...approvalsZh.refusals, ...outgoingZh.refusals, ...archiveZh.refusals, ...roomsZh.refusals, ...meetingsZh.refusals },
    permissions: { ...accessZh.permissions, ...incomingZh.permissions, ...outgoingZh.permissions, ...archiveZh.permissions, ...roomsZh.permissions, ...meetingsZh.permissions, ...zh.open },
    acts: { ...auditZh.acts, ...incomingZh.acts, ...approvalsZh.acts, ...outgoingZh.acts, ...archiveZh.acts, ...roomsZh.acts, ...meetingsZh.acts, ...zh.reads },
  },
  en: {
    refusals: { ...accessEn.refusals, ...calendarEn.refusals, ...deadlinesEn.refusals, ...filesEn.refusals, ...notificationsEn.refusals, ...organisationEn.refusals, ...settingsEn.refusals, ...incomingEn.refusals, ...approvalsEn.refusals, ...outgoingEn.refusals, ...archiveEn.refusals, ...roomsEn.refusals, ...meetingsEn.refusals },
    permissions: { ...accessEn.permissions, ...incomingEn.permissions, ...outgoingEn.permissions, ...archiveEn.permissions, ...roomsEn.permissions, ...meetingsEn.permissions, ...en.open },
    // The history says what was done, in the past; the name of an act is its verb.
    acts: { ...verbsOf([...Object.keys(auditEn.acts), ...Object.keys(incomingEn.acts), ...Object.keys(approvalsEn.acts), ...Object.keys(outgoingEn.acts), ...Object.keys(archiveEn.acts), ...Object.keys(roomsEn.acts), ...Object.keys(meetingsEn.acts)]), ...en.reads },
  },
};

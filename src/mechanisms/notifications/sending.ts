import type { Selectable } from 'kysely';
import type { Mails } from '#database/tables.ts';
import type { Db } from '#platform/db.ts';
import { type Channel, channelNamed, channelNames, openChannels } from './channels.ts';
import { isOver, type MailRefusal } from './rules.ts';
import { mailChannel } from './smtp.ts';

interface Post {
  smtpUrl: string | undefined;
  from: string;
  /** Name and bytes of a stored file; nothing if it was erased. */
  readFile: (db: Db, fileId: string) => Promise<{ name: string; content: Buffer } | undefined>;
  /** Ways out of the house beside mail. */
  others?: readonly Channel[];
}

let post: Post = { smtpUrl: undefined, from: '', readFile: async () => undefined };

/** At boot: where mail leaves the house. Without SMTP_URL it waits in the log and is sent when there is one. */
export const openPost = (opened: Post) => {
  openChannels([...(opened.smtpUrl ? [mailChannel({ smtpUrl: opened.smtpUrl, from: opened.from })] : []), ...(opened.others ?? [])]);
  post = opened;
};

/** Sends one mail that waits. It throws when the mail has to wait longer, after writing down why: the job is tried again. */
export const sendMail = async (db: Db, mailId: string, now: string) => {
  const mail = await taken(db, mailId, now);
  if (!mail) return void (await noWay(db, mailId));
  const outcome = await delivered(db, channelNamed(mail.channel)!, mail).catch(async (error: Error & MailRefusal) => {
    const over = isOver(error, (Date.parse(now) - Date.parse(mail.at)) / 3_600_000);
    await note(db, mailId, { state: over ? 'failed' : 'waiting', error: String(error).slice(0, 500) });
    if (!over) throw error;
  });
  if (outcome) await note(db, mailId, { ...outcome, ...(outcome.state === 'sent' && { sentAt: now }) });
};

const longestTry = 5 * 60_000;

/** One sender of a mail at a time in all processes: nobody gets it twice. A try without an outcome is under way, or its process died. */
const taken = (db: Db, mailId: string, now: string) =>
  db
    .updateTable('mails')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1), triedAt: now, error: '' }))
    .where('id', '=', mailId)
    .where('state', '=', 'waiting')
    .where('channel', 'in', ['', ...channelNames()])
    .where((eb) => eb.or([eb('triedAt', 'is', null), eb('error', '<>', ''), eb('triedAt', '<', new Date(Date.parse(now) - longestTry).toISOString())]))
    .returningAll()
    .executeTakeFirst();

/** The way it should go is not open here: the log says so, and it is no try. */
const noWay = (db: Db, id: string) =>
  db.updateTable('mails').set({ error: 'SMTP_URL' }).where('id', '=', id).where('state', '=', 'waiting').where('channel', 'not in', ['', ...channelNames()]).execute();

const delivered = async (db: Db, by: Channel, { id, toAddress, cc, subject, body, fileIds, recordId, calendar }: Selectable<Mails>) => {
  const files = await Promise.all(fileIds.map((fileId) => post.readFile(db, fileId)));
  return by.deliver({ id, to: toAddress, cc, subject, body, recordId, calendar, files: files.filter((file) => file !== undefined) });
};

const note = (db: Db, id: string, set: { state: string; sentAt?: string; error: string }) => db.updateTable('mails').set(set).where('id', '=', id).execute();

/** Mails that still wait, first those not tried for longest: a server that was away for days loses none of them. */
export const waitingMails = async (db: Db) =>
  (await db.selectFrom('mails').select('id').where('state', '=', 'waiting').orderBy('triedAt', (order) => order.asc().nullsFirst()).orderBy('at').limit(500).execute()).map(({ id }) => id);

/** Tries them all; once the server does not answer at all, the rest waits for the next time. */
export const sendWaiting = async (db: Db, now: string) => {
  for (const id of channelNames().length ? await waitingMails(db) : []) {
    const error: MailRefusal | undefined = await sendMail(db, id, now).then(() => undefined, (thrown) => thrown);
    if (error && isOfTheServer(error)) return;
  }
};

const isOfTheServer = ({ code, command }: MailRefusal) => command === 'CONN' || command?.startsWith('AUTH') || code === 'EAUTH';

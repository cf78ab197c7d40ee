import nodemailer, { type Transporter } from 'nodemailer';
import type { Db } from '#platform/db.ts';

interface Post {
  smtpUrl: string | undefined;
  from: string;
  /** Name and bytes of a stored file. */
  readFile: (db: Db, fileId: string) => Promise<{ name: string; content: Buffer } | undefined>;
}

let post: Post = { smtpUrl: undefined, from: '', readFile: async () => undefined };
let transporter: Transporter | undefined;

/** At boot: where mail leaves the house. Without SMTP_URL it waits in the log and is sent when there is one. */
export const openPost = (opened: Post) => {
  transporter?.close();
  transporter = opened.smtpUrl ? nodemailer.createTransport(opened.smtpUrl, { from: opened.from, connectionTimeout: 10_000, socketTimeout: 30_000 } as object) : undefined;
  post = opened;
};

/** Sends one mail that waits. It throws when the server cannot take it now, after writing down why: the job is tried again. What the server refuses for good has failed. */
export const sendMail = async (db: Db, mailId: string, now: string) => {
  const mail = await db.selectFrom('mails').selectAll().where('id', '=', mailId).where('state', '=', 'waiting').executeTakeFirst();
  if (!mail) return;
  if (!transporter) return void (await note(db, mailId, { error: 'SMTP_URL' }));
  const attachments = (await Promise.all(mail.fileIds.map((id) => post.readFile(db, id)))).filter((file) => file !== undefined).map(({ name, content }) => ({ filename: name, content }));
  try {
    await transporter.sendMail({ from: post.from, to: mail.toAddress, cc: mail.cc, subject: mail.subject, text: mail.body, attachments, messageId: `<${mail.id}@zongban>` });
  } catch (error) {
    const refused = Number((error as { responseCode?: number }).responseCode) >= 500;
    await note(db, mailId, { state: refused ? 'failed' : 'waiting', tries: mail.tries + 1, triedAt: now, error: String(error).slice(0, 500) });
    if (refused) return;
    throw error;
  }
  await note(db, mailId, { state: 'sent', tries: mail.tries + 1, triedAt: now, sentAt: now, error: '' });
};

const note = (db: Db, id: string, set: { state?: string; tries?: number; triedAt?: string; sentAt?: string; error: string }) => db.updateTable('mails').set(set).where('id', '=', id).execute();

/** Mails that still wait: a server that was away for days loses none of them. */
export const waitingMails = async (db: Db) => (await db.selectFrom('mails').select('id').where('state', '=', 'waiting').orderBy('at').limit(500).execute()).map(({ id }) => id);

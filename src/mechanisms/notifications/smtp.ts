import type { Transporter } from 'nodemailer';
import type { Channel, Letter } from './channels.ts';
import { htmlOf } from './html.ts';
import { isAddress } from './rules.ts';

interface Taken {
  envelope: { to: string[] };
  rejected?: string[];
  rejectedErrors?: Error[];
}

/** Mail by the school's server. `from` is a name and an address: 综办 <zongban@school.edu.cn>. */
export const mailChannel = ({ smtpUrl, from }: { smtpUrl: string; from: string }): Channel => {
  let opened: Promise<Transporter> | undefined;
  const open = async () => (await import('nodemailer')).createTransport(smtpUrl, { from, connectionTimeout: 10_000, socketTimeout: 30_000 } as object);
  return {
    name: 'mail',
    addressOf: ({ email }) => email,
    close: async () => (await opened)?.close(),
    async deliver(letter) {
      const odd = [letter.to, ...letter.cc].find((address) => !isAddress(address));
      if (odd !== undefined) return { state: 'failed', error: `not an address: ${odd}` };
      const sent: Taken = await (await (opened ??= open())).sendMail({ from, ...messageOf(letter, domainOf(from)) });
      return outcomeOf(sent);
    },
  };
};

/** What is refused to the addressee is not sent, even if the copies went; a copy alone that was refused is noted. */
const outcomeOf = ({ envelope, rejected = [], rejectedErrors = [] }: Taken) => ({
  state: rejected.includes(envelope.to[0]!) ? ('failed' as const) : ('sent' as const),
  error: rejected.map((address, i) => `${address}: ${rejectedErrors[i]?.message ?? ''}`).join('; ').slice(0, 500),
});

/** Addresses as values, never as text to be taken apart; letters of a record hang on one root, so that mail programs show them together. */
const messageOf = ({ id, to, cc, subject, body, files, recordId, calendar }: Letter, domain: string) => ({
  to: { name: '', address: to },
  cc: cc.map((address) => ({ name: '', address })),
  subject: subject.replace(/\s+/g, ' '),
  text: body,
  html: htmlOf(body),
  attachments: files.map(({ name, content }) => ({ filename: name, content })),
  ...(calendar && { icalEvent: { method: /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? 'PUBLISH', content: calendar } }),
  messageId: `<${id}@${domain}>`,
  ...(recordId && { inReplyTo: `<record-${recordId}@${domain}>`, references: `<record-${recordId}@${domain}>` }),
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
});

const domainOf = (from: string) => /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost';

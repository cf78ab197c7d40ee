import { reasons } from '#platform/rules.ts';

export const whyNotTryAgain = (mail: { state: string; toAddress: string }) => reasons(
  [mail.state === 'sent' || mail.state === 'gathered', 'notifications.already_sent'],
  [mail.toAddress === '',      'notifications.no_address'],
);

/** How a mail server says no: its code, and the command it answered. */
export interface MailRefusal {
  code?: string;
  responseCode?: number;
  command?: string;
}

const hoursOfPatience = 48;

/** A refusal of this recipient or this text ends the mail, one for now after two days. Of our password, our sender or a silent server it learns nothing. */
export const isOver = ({ code, responseCode = 0, command = '' }: MailRefusal, hoursWaited: number) => {
  const isOfThisMail = command === 'RCPT TO' || command === 'DATA' || (code === 'EENVELOPE' && command === 'API');
  return isOfThisMail && (responseCode >= 500 || hoursWaited >= hoursOfPatience);
};

/** One address and nothing else: a line end, a comma, a bracket or a quote would be read as more than one. */
export const isAddress = (text: string) => /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/.test(text) && text.length <= 254;

/** So many to one person within so long are enough; the next are gathered into one. */
export const enough = { mails: 3, minutes: 10 };

/** Some notices come by mail whether one likes it or not. */
export const whyNotChoose = (kind: { mail: 'always' | 'usually' | 'on_wish' } | undefined) => reasons(
  [kind === undefined,         'notifications.no_such_notice'],
  [kind?.mail === 'always',    'notifications.always_mailed'],
);

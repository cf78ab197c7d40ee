import { reasons } from '#platform/rules.ts';

export const whyNotTryAgain = (mail: { state: string; toAddress: string }) => reasons(
  [mail.state === 'sent',      'notifications.already_sent'],
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

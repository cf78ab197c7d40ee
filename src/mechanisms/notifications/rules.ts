import { reasons } from '#platform/rules.ts';

export const whyNotTryAgain = (mail: { state: string; toAddress: string }) => reasons(
  [mail.state === 'sent',      'notifications.already_sent'],
  [mail.toAddress === '',      'notifications.no_address'],
);

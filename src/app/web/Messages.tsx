import { Link } from '@tanstack/react-router';
import { useMay } from '#mechanisms/access/web/me.ts';
import { MessageList } from '#mechanisms/notifications/web/Messages.tsx';
import { messages as audit } from '#mechanisms/audit/messages.ts';
import { en as approvalsEn } from '#mechanisms/approvals/words.en.ts';
import { zh as approvalsZh } from '#mechanisms/approvals/words.zh.ts';
import { messages as organisation } from '#mechanisms/organisation/messages.ts';
import { en } from '#modules/documents/incoming/words.en.ts';
import { zh } from '#modules/documents/incoming/words.zh.ts';
import { useWords } from '#ui/words.ts';
import { en as ownEn } from './words.en.ts';
import { zh as own } from './words.zh.ts';

/** What I was told; whoever answers for the mail finds its log here. */
export const Messages = () => {
  const words = useWords({ zh: own, en: ownEn });
  const may = useMay();
  return (
    <MessageList sentences={useWords<Readonly<Record<string, string>>>({ zh: { ...audit.zh, ...organisation.zh, ...approvalsZh.messages, ...zh.messages }, en: { ...audit.en, ...organisation.en, ...approvalsEn.messages, ...en.messages } })}>
      {may('mails.read') && <Link to="/mails">{words.mails}</Link>}
    </MessageList>
  );
};

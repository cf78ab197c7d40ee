import { Link } from '@tanstack/react-router';
import { useMay } from '#mechanisms/access/web/me.ts';
import { MessageList } from '#mechanisms/notifications/web/Messages.tsx';
import { useWords } from '#ui/words.ts';
import { en as ownEn } from './words.en.ts';
import { useSentences } from './wording.ts';
import { zh as own } from './words.zh.ts';

/** What I was told; whoever answers for the mail finds its log here. */
export const Messages = () => {
  const words = useWords({ zh: own, en: ownEn });
  const may = useMay();
  return (
    <MessageList sentences={useSentences()}>
      {may('mails.read') && <Link to="/mails">{words.mails}</Link>}
    </MessageList>
  );
};

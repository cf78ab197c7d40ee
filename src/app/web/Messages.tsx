import { MessageList } from '#mechanisms/notifications/web/Messages.tsx';
import { en } from '#modules/documents/incoming/words.en.ts';
import { zh } from '#modules/documents/incoming/words.zh.ts';
import { useWords } from '#ui/words.ts';

export const Messages = () => <MessageList sentences={useWords<Readonly<Record<string, string>>>({ zh: zh.messages, en: en.messages })} />;

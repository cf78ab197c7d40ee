import { MessageList } from '#mechanisms/notifications/web/Messages.tsx';
import { messages } from '#mechanisms/organisation/messages.ts';
import { en } from '#modules/documents/incoming/words.en.ts';
import { zh } from '#modules/documents/incoming/words.zh.ts';
import { useWords } from '#ui/words.ts';

export const Messages = () => <MessageList sentences={useWords<Readonly<Record<string, string>>>({ zh: { ...messages.zh, ...zh.messages }, en: { ...messages.en, ...en.messages } })} />;

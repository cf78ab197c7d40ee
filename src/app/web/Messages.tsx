import { MessageList } from '#mechanisms/notifications/web/Messages.tsx';
import { messages as audit } from '#mechanisms/audit/messages.ts';
import { messages as organisation } from '#mechanisms/organisation/messages.ts';
import { en } from '#modules/documents/incoming/words.en.ts';
import { zh } from '#modules/documents/incoming/words.zh.ts';
import { useWords } from '#ui/words.ts';

export const Messages = () => <MessageList sentences={useWords<Readonly<Record<string, string>>>({ zh: { ...audit.zh, ...organisation.zh, ...zh.messages }, en: { ...audit.en, ...organisation.en, ...en.messages } })} />;

import { AuditTrail } from '#mechanisms/audit/web/Audit.tsx';
import { en } from '#modules/documents/incoming/words.en.ts';
import { zh } from '#modules/documents/incoming/words.zh.ts';
import { useWords } from '#ui/words.ts';

export const Audit = () => <AuditTrail acts={useWords<Readonly<Record<string, string>>>({ zh: zh.acts, en: en.acts })} />;

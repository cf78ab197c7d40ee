import { AuditTrail } from '#mechanisms/audit/web/Audit.tsx';
import { en as approvalsEn } from '#mechanisms/approvals/words.en.ts';
import { zh as approvals } from '#mechanisms/approvals/words.zh.ts';
import { en } from '#modules/documents/incoming/words.en.ts';
import { zh } from '#modules/documents/incoming/words.zh.ts';
import { useWords } from '#ui/words.ts';

export const Audit = () => <AuditTrail acts={useWords<Readonly<Record<string, string>>>({ zh: { ...approvals.acts, ...zh.acts }, en: { ...approvalsEn.acts, ...en.acts } })} />;

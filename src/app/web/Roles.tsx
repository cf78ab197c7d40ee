import { RoleTable } from '#mechanisms/access/web/Roles.tsx';
import { en as approvalsEn } from '#mechanisms/approvals/words.en.ts';
import { zh as approvals } from '#mechanisms/approvals/words.zh.ts';
import { en } from '#modules/documents/incoming/words.en.ts';
import { zh } from '#modules/documents/incoming/words.zh.ts';
import { useWords } from '#ui/words.ts';

export const Roles = () => <RoleTable permissions={useWords<Readonly<Record<string, string>>>({ zh: { ...approvals.permissions, ...zh.permissions }, en: { ...approvalsEn.permissions, ...en.permissions } })} />;

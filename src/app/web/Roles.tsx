import { RoleTable } from '#mechanisms/access/web/Roles.tsx';
import { en } from '#modules/documents/incoming/words.en.ts';
import { zh } from '#modules/documents/incoming/words.zh.ts';
import { useWords } from '#ui/words.ts';

export const Roles = () => <RoleTable permissions={useWords<Readonly<Record<string, string>>>({ zh: zh.permissions, en: en.permissions })} />;

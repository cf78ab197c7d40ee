import { RoleTable } from '#mechanisms/access/web/Roles.tsx';
import { usePermissions } from './wording.ts';

export const Roles = () => <RoleTable permissions={usePermissions()} />;

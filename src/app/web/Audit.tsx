import { AuditTrail } from '#mechanisms/audit/web/Audit.tsx';
import { useActs } from './wording.ts';

export const Audit = () => <AuditTrail acts={useActs()} />;

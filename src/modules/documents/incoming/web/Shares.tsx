import { Button, Select } from 'antd';
import type { Share } from '../handling/contract.ts';
import { useIncomingWords } from './api.ts';
import { useDepartments } from './fields.tsx';

/** Departments with exactly one lead: choosing another lead makes the first one assist. */
export const Shares = ({ value, onChange, hasLead = false }: { value: readonly Share[]; onChange: (shares: Share[]) => void; hasLead?: boolean }) => {
  const { labels, roles } = useIncomingWords();
  const departments = useDepartments();
  const left = departments.filter(({ id }) => !value.some(({ departmentId }) => departmentId === id));
  const add = (departmentId: string) => onChange([...value, { departmentId, role: hasLead || value.some(({ role }) => role === 'lead') ? 'assist' : 'lead' }]);
  const lead = (departmentId: string) => onChange(value.map((share) => ({ ...share, role: share.departmentId === departmentId ? 'lead' : 'assist' })));
  return (
    <div className="stack" style={{ gap: 8, marginBottom: 16 }}>
      <ul className="lines" aria-label={labels.parts}>
        {value.map(({ departmentId, role }) => (
          <li key={departmentId} className="spread">
            <span>{departments.find(({ id }) => id === departmentId)?.name}　<strong>{roles[role]}</strong></span>
            <span className="row">
              {role === 'assist' && !hasLead && <Button onClick={() => lead(departmentId)}>{roles.lead}</Button>}
              <Button aria-label={`${labels.cancel} ${departments.find(({ id }) => id === departmentId)?.name}`} onClick={() => onChange(value.filter((share) => share.departmentId !== departmentId))}>×</Button>
            </span>
          </li>
        ))}
      </ul>
      <Select aria-label={labels.addDepartment} placeholder={labels.addDepartment} value={null} onChange={(id: string | null) => id && add(id)} showSearch={{ optionFilterProp: 'label' }} options={left.map(({ id, name }) => ({ value: id, label: name }))} />
    </div>
  );
};

/** Exactly one leads: the first that was to, or the first of all. */
export const oneLead = (shares: Share[]): Share[] => {
  const lead = shares.find(({ role }) => role === 'lead') ?? shares[0];
  return shares.map((share) => ({ ...share, role: share === lead ? 'lead' : 'assist' }));
};

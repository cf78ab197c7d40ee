import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useId, useState } from 'react';
import { api as organisation } from '#mechanisms/organisation/web/api.ts';
import { FilePicker, type Picked } from '#ui/FilePicker.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { upload } from '#mechanisms/files/web/api.ts';
import { zh as filesZh } from '#mechanisms/files/words.zh.ts';
import { en as filesEn } from '#mechanisms/files/words.en.ts';
import { useWords } from '#ui/words.ts';

export { Line, Moment, Text } from '#ui/fields.tsx';

interface Field<T> {
  label: string;
  value: T;
  onChange: (value: T) => void;
}

export const useDirectory = (query: { departmentId?: string; role?: string } = {}) => useQuery({ ...organisation.directory.asQuery({ query }), staleTime: 60_000 }).data?.people ?? [];
export const useDepartments = () => (useQuery({ ...organisation.departments.asQuery({}), staleTime: 60_000 }).data?.departments ?? []).filter(({ closedAt }) => !closedAt);

export const People = ({ label, value, onChange, of = {}, many = true }: Field<string[]> & { of?: { departmentId?: string; role?: string }; many?: boolean }) => {
  const people = useDirectory(of);
  const id = useId();
  return (
    <Form.Item layout="vertical" label={label} htmlFor={id}>
      <PersonSelect id={id} label={label} many={many} value={many ? value : value[0]} onChange={(next?: string | string[]) => onChange(next ? [next].flat() : [])} options={people.map((person) => ({ id: person.id, name: person.name, hint: person.title }))} />
    </Form.Item>
  );
};

export const Departments = ({ label, value, onChange }: Field<string[]>) => {
  const departments = useDepartments();
  const id = useId();
  return <Form.Item layout="vertical" label={label} htmlFor={id}><PersonSelect id={id} label={label} many value={value} onChange={(next: string[]) => onChange(next)} options={departments} /></Form.Item>;
};

/** Files that go with an act: evidence, photos, the pages that came. */
export const Files = ({ label, value, onChange }: Field<Picked[]>) => {
  const { refusals } = useWords({ zh: filesZh, en: filesEn });
  const [codes, setCodes] = useState<readonly string[]>([]);
  return (
    <Form.Item layout="vertical" label={label}>
      <FilePicker label={label} upload={upload} onPicked={(file) => (setCodes([]), onChange([...value, file]))} onFailed={setCodes} />
      <Refusals codes={codes} words={refusals} />
      <ul className="lines">{value.map((file) => <li key={file.id} className="spread">{file.name}<button type="button" className="plain" onClick={() => onChange(value.filter((other) => other !== file))}>×</button></li>)}</ul>
    </Form.Item>
  );
};

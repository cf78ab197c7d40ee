import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import { api as organisation } from '#mechanisms/organisation/web/api.ts';
import { FilePicker, type Picked } from '#ui/FilePicker.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { upload } from '#mechanisms/files/web/api.ts';
import { zh as filesZh } from '#mechanisms/files/words.zh.ts';
import { en as filesEn } from '#mechanisms/files/words.en.ts';
import { useWords } from '#ui/words.ts';

interface Field<T> {
  label: string;
  value: T;
  onChange: (value: T) => void;
}

export const Text = ({ label, value, onChange, rows = 3, phrases = [] }: Field<string> & { rows?: number; phrases?: readonly string[] }) => {
  const id = useId();
  return (
    <Form.Item layout="vertical" label={label} htmlFor={id}>
      {phrases.length > 0 && <div className="row" style={{ marginBottom: 8 }}>{phrases.map((phrase) => <button key={phrase} type="button" className="plain" onClick={() => onChange(value ? `${value}${phrase}` : phrase)}>{phrase}</button>)}</div>}
      <Input.TextArea id={id} value={value} onChange={(event) => onChange(event.target.value)} autoSize={{ minRows: rows }} />
    </Form.Item>
  );
};

export const Line = ({ label, value, onChange }: Field<string>) => {
  const id = useId();
  return <Form.Item layout="vertical" label={label} htmlFor={id}><Input id={id} value={value} onChange={(event) => onChange(event.target.value)} /></Form.Item>;
};

/** A moment by the office's clock. */
export const Moment = ({ label, value, onChange }: Field<string | null>) => {
  const id = useId();
  return (
    <Form.Item layout="vertical" label={label} htmlFor={id}>
      <DatePicker id={id} showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" value={value ? dayjs(value) : null} onChange={(at) => onChange(at?.toISOString() ?? null)} style={{ width: '100%' }} />
    </Form.Item>
  );
};

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

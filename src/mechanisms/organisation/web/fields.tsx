import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useId } from 'react';
import { keptAnswer } from '#ui/kept-answer.ts';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { api } from './api.ts';

interface Field {
  label: string;
  value: string[];
  onChange: (value: string[]) => void;
}

export const useDirectory = (query: { departmentId?: string; role?: string } = {}) => useQuery({ ...keptAnswer(api.directory.asQuery({ query })), staleTime: 60_000 }).data?.people ?? [];
export const useDepartments = () => (useQuery({ ...keptAnswer(api.departments.asQuery({})), staleTime: 60_000 }).data?.departments ?? []).filter(({ closedAt }) => !closedAt);

/** People of the directory. */
export const People = ({ label, value, onChange, of = {}, many = true, without = [] }: Field & { of?: { departmentId?: string; role?: string }; many?: boolean; /** Whom one cannot choose. */ without?: readonly string[] }) => {
  const people = useDirectory(of).filter((person) => !without.includes(person.id));
  const id = useId();
  return (
    <Form.Item layout="vertical" label={label} htmlFor={id}>
      <PersonSelect id={id} label={label} many={many} value={many ? value : value[0]} onChange={(next?: string | string[]) => onChange(next ? [next].flat() : [])} options={people.map((person) => ({ id: person.id, name: person.name, hint: person.title }))} />
    </Form.Item>
  );
};

/** Departments of ours that are not closed. */
export const Departments = ({ label, value, onChange }: Field) => {
  const departments = useDepartments();
  const id = useId();
  return <Form.Item layout="vertical" label={label} htmlFor={id}><PersonSelect id={id} label={label} many value={value} onChange={(next: string[]) => onChange(next)} options={departments} /></Form.Item>;
};

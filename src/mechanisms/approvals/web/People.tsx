import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useId } from 'react';
import { api as organisation } from '#mechanisms/organisation/web/api.ts';
import { PersonSelect } from '#ui/PersonSelect.tsx';

interface Props {
  label: string;
  value: readonly string[];
  onChange: (ids: string[]) => void;
  many?: boolean;
  /** Whom one cannot choose. */
  without?: readonly string[];
}

export const useDirectory = () => useQuery({ ...organisation.directory.asQuery({ query: {} }), staleTime: 60_000 }).data?.people ?? [];

/** People of the school, found by any part of their name. */
export const People = ({ label, value, onChange, many = true, without = [] }: Props) => {
  const people = useDirectory().filter(({ id }) => !without.includes(id));
  const id = useId();
  return (
    <Form.Item layout="vertical" label={label} htmlFor={id}>
      <PersonSelect id={id} label={label} many={many} value={many ? [...value] : value[0]} onChange={(next?: string | string[]) => onChange(next ? [next].flat() : [])} options={people.map((person) => ({ id: person.id, name: person.name, hint: person.title }))} />
    </Form.Item>
  );
};

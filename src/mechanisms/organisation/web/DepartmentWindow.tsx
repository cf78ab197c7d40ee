import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Line } from '#ui/fields.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { Department } from '../contract.ts';
import { makesCircle } from '../rules.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { CloseDepartment } from './CloseDepartment.tsx';

interface Props {
  department: Department | undefined;
  departments: readonly Department[];
  onClose: () => void;
}

const startOf = (department: Department | undefined) => ({ name: department?.name ?? '', short: department?.short ?? '', phone: department?.phone ?? '', parentId: department?.parentId ?? null, leaders: department?.leaders.map(({ id }) => id) ?? [] });

/** Its names, its place in the tree, the leaders in charge of it, and its end. */
export const DepartmentWindow = ({ department, departments, onClose }: Props) => {
  const { labels, refusals } = useWords({ zh, en });
  const [typed, set] = useState(() => startOf(department));
  const { leaders, ...body } = typed;
  const save = useAct((_: undefined, key) => saved(department, body, leaders, key), ['organisation'], onClose);
  const { data } = useQuery(api.directory.asQuery({ query: { role: 'leader' } }));
  const change = (next: Partial<typeof typed>) => set({ ...typed, ...next });
  return (
    <Modal open title={department?.name ?? labels.createDepartment} onCancel={onClose} onOk={() => save.run(undefined)} okText={labels.save} cancelText={labels.cancel} confirmLoading={save.busy} okButtonProps={{ disabled: !typed.name.trim() }} destroyOnHidden>
      <div className="form-grid">
        <div className="half"><Line label={labels.departmentName} most={80} value={typed.name} onChange={(name) => change({ name })} /></div>
        <div className="half"><Line label={labels.short} most={20} value={typed.short} onChange={(short) => change({ short })} /></div>
        <div className="half"><Line label={labels.phone} most={50} value={typed.phone} onChange={(phone) => change({ phone })} /></div>
        <div className="half"><p className="field-label">{labels.parent}</p><PersonSelect label={labels.parent} placeholder={labels.top} {...(typed.parentId && { value: typed.parentId })} onChange={(parentId?: string) => change({ parentId: parentId ?? null })} options={departments.filter(({ id, closedAt }) => !closedAt && !(department && makesCircle(departments, department.id, id)))} /></div>
        <div className="full"><p className="field-label">{labels.leader}</p><PersonSelect label={labels.leader} many value={leaders} onChange={(next: string[]) => change({ leaders: next })} options={(data?.people ?? []).map(({ id, name, title }) => ({ id, name, hint: title }))} /></div>
      </div>
      <div className="stack tight" style={{ marginTop: 16 }}>
        <Refusals codes={save.codes} words={refusals} />
        {department && <div><CloseDepartment department={department} departments={departments} onClosed={onClose} /></div>}
      </div>
    </Modal>
  );
};

interface Body {
  name: string;
  short: string;
  phone: string;
  parentId: string | null;
}

const saved = async (department: Department | undefined, body: Body, people: string[], key: string) => {
  const { id: departmentId } = department ? await api.changeDepartment({ params: { departmentId: department.id }, body }, key) : await api.createDepartment({ body }, key);
  const isChanged = people.join() !== (department?.leaders.map(({ id }) => id) ?? []).join();
  return isChanged ? api.oversee({ params: { departmentId }, body: { people } }, `${key}.leaders`) : { id: departmentId };
};

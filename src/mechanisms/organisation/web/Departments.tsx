import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { Department } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** The tree of departments with their heads and the leaders in charge. */
export const Departments = ({ departments }: { departments: readonly Department[] }) => {
  const { labels } = useWords({ zh, en });
  const may = useMay();
  const [open, setOpen] = useState<Department | 'new'>();
  return (
    <section className="card stack" aria-label={labels.departments}>
      <div className="spread"><h2>{labels.departments}</h2>{may('organisation.manage') && <Button onClick={() => setOpen('new')}>{labels.createDepartment}</Button>}</div>
      <ul className="lines">{inTree(departments).map(([department, depth]) => (
        <li key={department.id} className="spread" style={{ paddingLeft: depth * 20 }}>
          <span><strong>{department.name}</strong>　<span className="quiet number">{department.phone}</span>{department.closedAt && `　${labels.closed}`}<br /><small className="quiet">{labels.head} {department.heads.map(({ name }) => name).join('、')}　{labels.leader} {department.leaders.map(({ name }) => name).join('、')}　{department.people} {labels.members}</small></span>
          {may('organisation.manage') && !department.closedAt && <Button onClick={() => setOpen(department)}>{labels.rename}</Button>}
        </li>
      ))}</ul>
      {open && <DepartmentWindow department={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </section>
  );
};

const inTree = (all: readonly Department[], parentId: string | null = null, depth = 0): [Department, number][] =>
  all.filter((department) => department.parentId === parentId).flatMap((department) => [[department, depth] as [Department, number], ...inTree(all, department.id, depth + 1)]);

const DepartmentWindow = ({ department, onClose }: { department: Department | undefined; onClose: () => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const [name, setName] = useState(department?.name ?? '');
  const [phone, setPhone] = useState(department?.phone ?? '');
  const save = useAct((_: undefined, key) => (department ? api.changeDepartment({ params: { departmentId: department.id }, body: { name, phone } }, key) : api.createDepartment({ body: { name, phone } }, key)), ['organisation'], onClose);
  const close = useAct((_: undefined, key) => api.closeDepartment({ params: { departmentId: department!.id }, body: {} }, key), ['organisation'], onClose);
  return (
    <Modal open title={department?.name ?? labels.createDepartment} onCancel={onClose} onOk={() => save.run(undefined)} okText={labels.save} cancelText={labels.cancel} confirmLoading={save.busy} okButtonProps={{ disabled: !name.trim() }}>
      <div className="stack">
        <Input aria-label={labels.departmentName} placeholder={labels.departmentName} value={name} onChange={(event) => setName(event.target.value)} />
        <Input aria-label={labels.phone} placeholder={labels.phone} value={phone} onChange={(event) => setPhone(event.target.value)} />
        {department && <div><Button danger loading={close.busy} onClick={() => Modal.confirm({ title: `${labels.closeDepartment}：${department.name}`, content: labels.closeSure, okText: labels.closeDepartment, cancelText: labels.cancel, onOk: () => close.run(undefined) })}>{labels.closeDepartment}</Button></div>}
        <Refusals codes={[...save.codes, ...close.codes]} words={refusals} />
      </div>
    </Modal>
  );
};

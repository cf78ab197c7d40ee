import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { useWords } from '#ui/words.ts';
import type { Department } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { DepartmentWindow } from './DepartmentWindow.tsx';

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
          <OneDepartment department={department} />
          {may('organisation.manage') && !department.closedAt && <Button aria-label={`${labels.rename} ${department.name}`} onClick={() => setOpen(department)}>{labels.rename}</Button>}
        </li>
      ))}</ul>
      {open && <DepartmentWindow department={open === 'new' ? undefined : open} departments={departments} onClose={() => setOpen(undefined)} />}
    </section>
  );
};

const OneDepartment = ({ department: { name, phone, closedAt, heads, leaders, people } }: { department: Department }) => {
  const { labels } = useWords({ zh, en });
  const namesOf = (who: Department['heads']) => who.map((one) => one.name).join('、');
  const said = [heads.length && `${labels.head} ${namesOf(heads)}`, leaders.length && `${labels.leader} ${namesOf(leaders)}`, `${people} ${labels.members}`].filter(Boolean);
  return <span><strong>{name}</strong>　<span className="quiet number">{phone}</span>{closedAt && <span className="quiet">　{labels.closed}</span>}<br /><small className="quiet">{said.join('　')}</small></span>;
};

const inTree = (all: readonly Department[], parentId: string | null = null, depth = 0): [Department, number][] =>
  all.filter((department) => department.parentId === parentId).flatMap((department) => [[department, depth] as [Department, number], ...inTree(all, department.id, depth + 1)]);

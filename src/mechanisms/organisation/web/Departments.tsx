import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { Department } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { DepartmentWindow } from './DepartmentWindow.tsx';

/** The tree of departments with their heads and the leaders in charge, in the order of the school; those that are closed below. */
export const Departments = ({ departments }: { departments: readonly Department[] }) => {
  const { labels, refusals } = useWords({ zh, en });
  const may = useMay();
  const [open, setOpen] = useState<Department | 'new'>();
  const tree = inTree(departments.filter(({ closedAt }) => !closedAt));
  const closed = departments.filter(({ closedAt }) => closedAt);
  const order = useAct((ids: string[], key) => api.orderDepartments({ body: { ids } }, key), ['organisation']);
  const lines = tree.map(([department, depth]) => (
    <li key={department.id} className="spread" style={{ paddingLeft: depth * 20 }}>
      <OneDepartment department={department} />
      {may('organisation.manage') && (
        <span className="row">
          <Up ids={higher(tree, department)} name={department.name} busy={order.busy} onMove={order.run} />
          <Button aria-label={`${labels.rename} ${department.name}`} onClick={() => setOpen(department)}>{labels.rename}</Button>
        </span>
      )}
    </li>
  ));
  return (
    <section className="card stack" aria-label={labels.departments}>
      <div className="spread"><h2>{labels.departments}</h2>{may('organisation.manage') && <Button onClick={() => setOpen('new')}>{labels.createDepartment}</Button>}</div>
      <Refusals codes={order.codes} words={refusals} />
      <ul className="lines">{lines}</ul>
      {closed.length > 0 && <details><summary>{labels.closedOnes.replace('{n}', String(closed.length))}</summary><ul className="lines">{closed.map((department) => <li key={department.id}><OneDepartment department={department} /></li>)}</ul></details>}
      {open && <DepartmentWindow department={open === 'new' ? undefined : open} departments={departments} onClose={() => setOpen(undefined)} />}
    </section>
  );
};

const Up = ({ ids, name, busy, onMove }: { ids: string[] | undefined; name: string; busy: boolean; onMove: (ids: string[]) => void }) => {
  const { labels } = useWords({ zh, en });
  return <Button aria-label={`${labels.moveUp} ${name}`} title={labels.moveUp} disabled={!ids || busy} onClick={() => ids && onMove(ids)}>↑</Button>;
};

const OneDepartment = ({ department: { name, phone, closedAt, mergedInto, heads, leaders, people } }: { department: Department }) => {
  const { labels } = useWords({ zh, en });
  const namesOf = (who: Department['heads']) => who.map((one) => one.name).join('、');
  const said = [heads.length && `${labels.head} ${namesOf(heads)}`, leaders.length && `${labels.leader} ${namesOf(leaders)}`, `${people} ${labels.members}`].filter(Boolean);
  if (closedAt) return <span>{name}<br /><small className="quiet">{mergedInto ? `${labels.mergedInto} ${mergedInto}` : labels.closed}</small></span>;
  return <span><strong>{name}</strong>　<span className="quiet number">{phone}</span><br /><small className="quiet">{said.join('　')}</small>{people > 0 && !heads.length && !leaders.length && <small className="soon">　{labels.noHead}</small>}</span>;
};

type Tree = [Department, number][];

const inTree = (all: readonly Department[], parentId: string | null = null, depth = 0): Tree =>
  all.filter((department) => department.parentId === parentId).flatMap((department) => [[department, depth] as [Department, number], ...inTree(all, department.id, depth + 1)]);

/** All departments with this one before the sister above it; undefined for the first. */
const higher = (tree: Tree, { id, parentId }: Department) => {
  const all = tree.map(([department]) => department);
  const sisters = all.filter((department) => department.parentId === parentId);
  const above = sisters[sisters.findIndex((sister) => sister.id === id) - 1];
  if (!above) return undefined;
  return all.flatMap((department) => (department.id === above.id ? [id, above.id] : department.id === id ? [] : [department.id]));
};

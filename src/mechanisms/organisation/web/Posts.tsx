import { Button, Select } from 'antd';
import { useState } from 'react';
import { roles } from '#mechanisms/access/roles.ts';
import { api as access } from '#mechanisms/access/web/api.ts';
import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { Line } from '#ui/fields.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { Department, PersonLine } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

interface Props {
  person: PersonLine;
  departments: readonly Department[];
}

/** The posts of one person, their clearance, and the second step of their sign-in: the security administrator's. */
export const Posts = ({ person, departments }: Props) => {
  const { labels } = useWords({ zh, en });
  const words = useWords({ zh: accessZh, en: accessEn });
  const params = { personId: person.id };
  const end = useAct((postId: string) => access.endPost({ params: { postId } }), ['organisation']);
  const clear = useAct((clearance: number, key) => access.setClearance({ params, body: { clearance } }, key), ['organisation']);
  const takeOff = useAct((_: undefined, key) => access.removeTotp({ params, body: {} }, key), ['organisation']);
  return (
    <section className="stack" aria-label={labels.posts}>
      <h3>{labels.posts}</h3>
      <ul className="lines">
        {person.posts.map((post) => (
          <li key={post.id} className="spread">
            <span>{post.department.name}　{post.title}　<span className="quiet">{words.roles[post.role as 'staff']}</span></span>
            <Confirm label={labels.endPost} what={`${person.name}：${post.title}`} then={labels.endPostSay} busy={end.busy} onYes={() => end.run(post.id)} />
          </li>
        ))}
      </ul>
      <GivePost person={person} departments={departments} />
      <div className="spread">
        <label className="row">{labels.clearance}<Select aria-label={labels.clearance} defaultValue={person.clearance} onChange={(clearance) => clear.run(clearance)} options={words.clearances.map((label, value) => ({ value, label }))} style={{ width: 140 }} /></label>
        <Confirm label={labels.removeTotp} what={`${labels.removeTotp}：${person.name}`} then={labels.removeTotpSay} busy={takeOff.busy} onYes={() => takeOff.run(undefined)} />
      </div>
      <Refusals codes={[...end.codes, ...clear.codes, ...takeOff.codes]} words={words.refusals} />
    </section>
  );
};

const GivePost = ({ person, departments }: Props) => {
  const { labels } = useWords({ zh, en });
  const words = useWords({ zh: accessZh, en: accessEn });
  const [typed, set] = useState({ departmentId: '', role: 'staff' as (typeof roles)[number], title: '' });
  const give = useAct((_: undefined, key) => access.givePost({ params: { personId: person.id }, body: typed }, key), ['organisation'], () => set({ ...typed, title: '' }));
  return (
    <div>
      <div className="form-grid">
        <div><p className="field-label">{labels.department}</p><PersonSelect label={labels.department} {...(typed.departmentId && { value: typed.departmentId })} onChange={(departmentId?: string) => set({ ...typed, departmentId: departmentId ?? '' })} options={departments.filter(({ closedAt }) => !closedAt)} /></div>
        <div><p className="field-label">{labels.role}</p><Select aria-label={labels.role} value={typed.role} onChange={(role) => set({ ...typed, role })} options={roles.map((role) => ({ value: role, label: words.roles[role] }))} style={{ width: '100%' }} /></div>
        <Line label={labels.title} most={50} value={typed.title} onChange={(title) => set({ ...typed, title })} />
      </div>
      <Refusals codes={give.codes} words={words.refusals} />
      <Button disabled={!typed.title.trim() || !typed.departmentId} loading={give.busy} onClick={() => give.run(undefined)}>{labels.givePost}</Button>
    </div>
  );
};

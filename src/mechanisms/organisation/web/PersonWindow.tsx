import { Alert, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { roles } from '#mechanisms/access/roles.ts';
import { api as access } from '#mechanisms/access/web/api.ts';
import { useMay } from '#mechanisms/access/web/me.ts';
import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { Department, PersonLine } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

interface Props {
  person: PersonLine;
  departments: readonly Department[];
  onClose: () => void;
}

/** One person: the administrator changes the account, the security administrator posts and clearance. */
export const PersonWindow = ({ person, departments, onClose }: Props) => {
  const { labels } = useWords({ zh, en });
  const may = useMay();
  return (
    <Modal open title={`${person.name}　${person.username}`} onCancel={onClose} footer={<Button onClick={onClose}>{labels.cancel}</Button>} width={600}>
      <div className="stack">
        {may('accounts.manage') && <Account person={person} onClose={onClose} />}
        {may('roles.manage') && <Posts person={person} departments={departments} onClose={onClose} />}
      </div>
    </Modal>
  );
};

const Account = ({ person, onClose }: Omit<Props, 'departments'>) => {
  const { labels, refusals } = useWords({ zh, en });
  const words = useWords({ zh: accessZh, en: accessEn });
  const [typed, set] = useState({ name: person.name, phone: person.phone, email: person.email });
  const [oneTime, setOneTime] = useState<string>();
  const params = { personId: person.id };
  const save = useAct((_: undefined, key) => api.changePerson({ params, body: typed }, key), ['organisation'], onClose);
  const reset = useAct((_: undefined) => access.resetPassword({ params, body: {} }), [], (answer) => setOneTime(answer.oneTime));
  const disable = useAct((disabled: boolean, key) => access.setDisabled({ params, body: { disabled } }, key), ['organisation'], onClose);
  return (
    <section className="stack" style={{ gap: 8 }}>
      {(['name', 'phone', 'email'] as const).map((name) => <Input key={name} aria-label={labels[name]} addonBefore={labels[name]} value={typed[name]} onChange={(event) => set({ ...typed, [name]: event.target.value })} />)}
      <div className="row">
        <Button type="primary" loading={save.busy} onClick={() => save.run(undefined)}>{labels.save}</Button>
        <Button loading={reset.busy} onClick={() => reset.run(undefined)}>{labels.resetPassword}</Button>
        <Button danger={!person.disabledAt} loading={disable.busy} onClick={() => disable.run(!person.disabledAt)}>{person.disabledAt ? labels.enable : labels.disable}</Button>
      </div>
      {oneTime && <Alert type="warning" title={labels.oneTime} description={<code>{oneTime}</code>} />}
      <Refusals codes={[...save.codes, ...reset.codes, ...disable.codes]} words={{ ...words.refusals, ...refusals }} />
    </section>
  );
};

const Posts = ({ person, departments, onClose }: Props) => {
  const { labels } = useWords({ zh, en });
  const words = useWords({ zh: accessZh, en: accessEn });
  const [typed, set] = useState({ departmentId: departments[0]?.id ?? '', role: 'staff' as (typeof roles)[number], title: '' });
  const params = { personId: person.id };
  const give = useAct((_: undefined, key) => access.givePost({ params, body: typed }, key), ['organisation'], onClose);
  const end = useAct((postId: string) => access.endPost({ params: { postId } }), ['organisation'], onClose);
  const clear = useAct((clearance: number, key) => access.setClearance({ params, body: { clearance } }, key), ['organisation'], onClose);
  return (
    <section className="stack" style={{ gap: 8 }}>
      <ul className="lines">{person.posts.map((post) => <li key={post.id} className="spread"><span>{post.department.name}　{post.title}（{words.roles[post.role as 'staff']}）</span><Button danger onClick={() => end.run(post.id)}>{labels.endPost}</Button></li>)}</ul>
      <div className="row">
        <Select aria-label={labels.department} value={typed.departmentId} onChange={(departmentId) => set({ ...typed, departmentId })} options={departments.filter(({ closedAt }) => !closedAt).map(({ id, name }) => ({ value: id, label: name }))} style={{ width: 140 }} />
        <Select aria-label={labels.role} value={typed.role} onChange={(role) => set({ ...typed, role })} options={roles.map((role) => ({ value: role, label: words.roles[role] }))} style={{ width: 140 }} />
        <Input aria-label={labels.title} placeholder={labels.title} value={typed.title} onChange={(event) => set({ ...typed, title: event.target.value })} style={{ width: 120 }} />
        <Button disabled={!typed.title.trim()} onClick={() => give.run(undefined)}>{labels.givePost}</Button>
      </div>
      <div className="row"><span>{labels.clearance}</span><Select aria-label={labels.clearance} value={person.clearance} onChange={(clearance) => clear.run(clearance)} options={words.clearances.map((label, value) => ({ value, label }))} style={{ width: 140 }} /></div>
      <Refusals codes={[...give.codes, ...end.codes, ...clear.codes]} words={words.refusals} />
    </section>
  );
};

export const CreateAccount = ({ departments, onClose }: Omit<Props, 'person'>) => {
  const { labels } = useWords({ zh, en });
  const words = useWords({ zh: accessZh, en: accessEn });
  const [typed, set] = useState({ username: '', name: '', phone: '', email: '', departmentId: departments[0]?.id ?? '' });
  const [oneTime, setOneTime] = useState<string>();
  const act = useAct((_: undefined) => access.createAccount({ body: typed }), ['organisation'], (answer) => setOneTime(answer.oneTime));
  return (
    <Modal open title={labels.createAccount} onCancel={onClose} onOk={() => (oneTime ? onClose() : act.run(undefined))} okText={labels.save} cancelText={labels.cancel} confirmLoading={act.busy} okButtonProps={{ disabled: !typed.name.trim() || !typed.username.trim() }}>
      <div className="stack" style={{ gap: 8 }}>
        {(['name', 'username', 'phone', 'email'] as const).map((name) => <Input key={name} aria-label={labels[name]} addonBefore={labels[name]} value={typed[name]} onChange={(event) => set({ ...typed, [name]: event.target.value })} />)}
        <Select aria-label={labels.department} value={typed.departmentId} onChange={(departmentId) => set({ ...typed, departmentId })} options={departments.map(({ id, name }) => ({ value: id, label: name }))} />
        {oneTime && <Alert type="warning" title={labels.oneTime} description={<code>{oneTime}</code>} />}
        <Refusals codes={act.codes} words={words.refusals} />
      </div>
    </Modal>
  );
};

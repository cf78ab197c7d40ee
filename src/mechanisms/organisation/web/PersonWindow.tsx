import { Button, Modal } from 'antd';
import { useState } from 'react';
import { api as access } from '#mechanisms/access/web/api.ts';
import { useMay } from '#mechanisms/access/web/me.ts';
import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { Line } from '#ui/fields.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { Secret } from '#ui/Secret.tsx';
import { useWords } from '#ui/words.ts';
import type { Department, PersonLine } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { Depart } from './Depart.tsx';
import { Posts } from './Posts.tsx';

interface Props {
  person: PersonLine;
  departments: readonly Department[];
  onClose: () => void;
}

/** One person: the system administrator changes the account, the security administrator posts and clearance. */
export const PersonWindow = ({ person, departments, onClose }: Props) => {
  const { labels } = useWords({ zh, en });
  const may = useMay();
  return (
    <Modal open title={`${person.name}　${person.username}`} onCancel={onClose} footer={<Button onClick={onClose}>{labels.done}</Button>} width={620}>
      <div className="stack">
        {may('organisation.manage') && <Contact person={person} />}
        {may('accounts.manage') && <Account person={person} />}
        {may('roles.manage') && <Posts person={person} departments={departments} />}
      </div>
    </Modal>
  );
};

const Contact = ({ person }: { person: PersonLine }) => {
  const { labels, refusals } = useWords({ zh, en });
  const [typed, set] = useState({ name: person.name, phone: person.phone, email: person.email });
  const save = useAct((_: undefined, key) => api.changePerson({ params: { personId: person.id }, body: typed }, key), ['organisation']);
  const isChanged = typed.name !== person.name || typed.phone !== person.phone || typed.email !== person.email;
  return (
    <section aria-label={labels.contact}>
      <div className="form-grid">
        {(['name', 'phone', 'email'] as const).map((name) => <Line key={name} label={labels[name]} value={typed[name]} onChange={(value) => set({ ...typed, [name]: value })} />)}
      </div>
      <Refusals codes={save.codes} words={refusals} />
      <Button type="primary" disabled={!isChanged || !typed.name.trim()} loading={save.busy} onClick={() => save.run(undefined)}>{labels.save}</Button>
    </section>
  );
};

const Account = ({ person }: { person: PersonLine }) => {
  const { labels, refusals } = useWords({ zh, en });
  const words = useWords({ zh: accessZh, en: accessEn });
  const [oneTime, setOneTime] = useState<string>();
  const [isDisabled, setDisabled] = useState(person.disabledAt !== null);
  const params = { personId: person.id };
  const reset = useAct((_: undefined) => access.resetPassword({ params, body: {} }), [], (answer) => setOneTime(answer.oneTime));
  const disable = useAct((disabled: boolean, key) => access.setDisabled({ params, body: { disabled } }, key), ['organisation'], () => setDisabled(!isDisabled));
  return (
    <section className="stack tight" aria-label={labels.username}>
      <div className="row">
        <Confirm label={labels.resetPassword} what={`${labels.resetPassword}：${person.name}`} then={labels.resetSay} danger={false} busy={reset.busy} onYes={() => reset.run(undefined)} />
        {isDisabled ? <Button loading={disable.busy} onClick={() => disable.run(false)}>{labels.enable}</Button> : <Confirm label={labels.disable} what={`${labels.disable}：${person.name}`} then={labels.disableSay} busy={disable.busy} onYes={() => disable.run(true)} />}
        {!person.leftAt && <Depart person={person} />}
      </div>
      {oneTime && <Secret say={labels.oneTime} text={oneTime} />}
      <Refusals codes={[...reset.codes, ...disable.codes]} words={{ ...words.refusals, ...refusals }} />
    </section>
  );
};

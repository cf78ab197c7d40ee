import { Modal } from 'antd';
import { useState } from 'react';
import { api as access } from '#mechanisms/access/web/api.ts';
import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import { useAct } from '#ui/act.ts';
import { Line } from '#ui/fields.tsx';
import { PersonSelect } from '#ui/PersonSelect.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { Secret } from '#ui/Secret.tsx';
import { useWords } from '#ui/words.ts';
import type { Department } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

/** An account for one person; the one-time password is handed over by the administrator. */
export const CreateAccount = ({ departments, onClose }: { departments: readonly Department[]; onClose: () => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const words = useWords({ zh: accessZh, en: accessEn });
  const [typed, set] = useState({ name: '', username: '', phone: '', email: '', departmentId: '' });
  const [oneTime, setOneTime] = useState<string>();
  const act = useAct((_: undefined) => access.createAccount({ body: typed }), ['organisation'], (answer) => setOneTime(answer.oneTime));
  const isReady = typed.name.trim() && typed.username.trim() && typed.departmentId;
  return (
    <Modal open title={labels.createAccount} onCancel={onClose} onOk={() => (oneTime ? onClose() : act.run(undefined))} okText={oneTime ? labels.done : labels.createAccount} cancelText={labels.cancel} confirmLoading={act.busy} okButtonProps={{ disabled: !isReady }} destroyOnHidden>
      <div className="form-grid">
        {(['name', 'username', 'phone', 'email'] as const).map((name) => <div key={name} className="half"><Line label={labels[name]} value={typed[name]} onChange={(value) => set({ ...typed, [name]: value })} /></div>)}
        <div className="full"><p className="field-label">{labels.department}</p><PersonSelect label={labels.department} {...(typed.departmentId && { value: typed.departmentId })} onChange={(departmentId?: string) => set({ ...typed, departmentId: departmentId ?? '' })} options={departments.filter(({ closedAt }) => !closedAt)} /></div>
      </div>
      {oneTime && <Secret say={`${typed.username}　${labels.oneTime}`} text={oneTime} />}
      <Refusals codes={act.codes} words={{ ...words.refusals, ...refusals }} />
    </Modal>
  );
};

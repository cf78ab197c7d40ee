import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { Me } from '../contract.ts';
import { whyNotPassword } from '../rules.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

interface Typed {
  password: string;
  newPassword: string;
}

/** The rule of the server says while typing what is wrong with the new password. */
export const Password = ({ me }: { me: Me }) => {
  const { labels, refusals } = useWords({ zh, en });
  const [form] = Form.useForm<Typed>();
  const typed = Form.useWatch([], form);
  const [changed, setChanged] = useState(false);
  const act = useAct((body: Typed) => api.changePassword({ body }), ['access'], () => (form.resetFields(), setChanged(true)));
  const reasons = typed?.newPassword ? whyNotPassword(typed.newPassword, me, typed.password) : [];
  return (
    <section className="card stack" aria-label={labels.changePassword}>
      <h2>{labels.changePassword}</h2>
      <Form form={form} layout="vertical" requiredMark={false} style={{ maxWidth: 360 }} onFinish={(body) => (setChanged(false), act.run(body))}>
        <input type="text" name="username" autoComplete="username" value={me.username} readOnly hidden />
        <Form.Item name="password" label={labels.oldPassword} rules={[{ required: true, message: labels.oldPassword }]}><Input.Password autoComplete="current-password" /></Form.Item>
        <Form.Item name="newPassword" label={labels.newPassword} rules={[{ required: true, message: labels.newPassword }]} extra={labels.passwordHint}><Input.Password autoComplete="new-password" /></Form.Item>
        <div className="stack">
          <Refusals codes={reasons.length ? reasons : act.codes} words={refusals} />
          {changed && <p role="status">{labels.passwordChanged}</p>}
          <div><Button type="primary" htmlType="submit" disabled={reasons.length > 0} loading={act.busy}>{labels.changePassword}</Button></div>
        </div>
      </Form>
    </section>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select, Switch } from 'antd';
import { useState } from 'react';
import { Leaves } from '#mechanisms/organisation/web/Leaves.tsx';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { keepLanguage, useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { useMe } from './me.ts';
import { Tokens } from './Tokens.tsx';
import { Totp } from './Totp.tsx';

/** My account: post, deputies, password, codes, devices, tokens, display. */
export const Account = () => {
  const { labels } = useWords({ zh, en });
  const me = useMe()!;
  const prefer = useAct((body: { locale?: 'zh-CN' | 'en'; largeText?: boolean }, key) => api.prefer({ body }, key), ['access']);
  const actAs = useAct((postId: string, key) => api.actAs({ body: { postId } }, key), ['access', 'todos', 'incoming']);
  const acting = me.actingPostId ?? me.posts.find(({ role }) => role !== 'staff')?.id ?? me.posts[0]?.id;
  return (
    <div className="stack narrow">
      <h1>{me.name}　<span className="quiet">{me.username}</span></h1>
      <section className="card stack" aria-label={labels.posts}>
        <h2>{labels.actingPost}</h2>
        <Select aria-label={labels.actingPost} {...(acting && { value: acting })} onChange={(postId) => actAs.run(postId)} options={me.posts.map(({ id, title, department }) => ({ value: id, label: `${department.name}　${title}` }))} />
        <div className="row"><span>{labels.language}</span><Select aria-label={labels.language} value={me.locale} onChange={(locale) => (keepLanguage(locale === 'en' ? 'en' : 'zh'), prefer.run({ locale }))} options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} /><span>{labels.largeText}</span><Switch aria-label={labels.largeText} checked={me.largeText} onChange={(largeText) => prefer.run({ largeText })} /></div>
      </section>
      {me.permissions.includes('incoming.read') && <Leaves />}
      <Password mustChange={me.mustChange} />
      <Totp me={me} />
      <Sessions />
      <Tokens />
    </div>
  );
};

const Password = ({ mustChange }: { mustChange: boolean }) => {
  const { labels, refusals } = useWords({ zh, en });
  const [form] = Form.useForm<{ password: string; newPassword: string }>();
  const [done, setDone] = useState(false);
  const act = useAct((body: { password: string; newPassword: string }) => api.changePassword({ body }), ['access'], () => (form.resetFields(), setDone(true)));
  return (
    <section className="card stack" aria-label={labels.changePassword}>
      <h2>{labels.changePassword}</h2>
      {mustChange && <Alert type="warning" showIcon title={labels.mustChange} />}
      <Form form={form} layout="vertical" onFinish={act.run} requiredMark={false}>
        <Form.Item name="password" label={labels.oldPassword} rules={[{ required: true, message: labels.oldPassword }]}><Input.Password autoComplete="current-password" /></Form.Item>
        <Form.Item name="newPassword" label={labels.newPassword} rules={[{ required: true, message: labels.newPassword }]}><Input.Password autoComplete="new-password" /></Form.Item>
        <div className="stack"><Refusals codes={act.codes} words={refusals} />{done && <Alert type="success" title={labels.passwordChanged} />}<div><Button htmlType="submit" loading={act.busy}>{labels.changePassword}</Button></div></div>
      </Form>
    </section>
  );
};

const Sessions = () => {
  const { labels } = useWords({ zh, en });
  const { data } = useQuery(api.sessions.asQuery({}));
  const end = useAct((otherId: string) => api.endSession({ params: { otherId } }), ['access']);
  const others = useAct((_: undefined) => api.endOthers({}), ['access']);
  return (
    <section className="card stack" aria-label={labels.sessions}>
      <div className="spread"><h2>{labels.sessions}</h2><Button onClick={() => others.run(undefined)}>{labels.endOthers}</Button></div>
      <ul className="lines">
        {data?.sessions.map(({ id, address, seenAt, current }) => <li key={id} className="spread"><span>{address}　{labels.lastSeen} <When at={seenAt} />{current && `　${labels.thisOne}`}</span>{!current && <Button onClick={() => end.run(id)}>{labels.endSession}</Button>}</li>)}
      </ul>
    </section>
  );
};

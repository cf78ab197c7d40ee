import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { Secret } from '#ui/Secret.tsx';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** Personal access tokens: shown once, ended at a date, revoked at any time. */
export const Tokens = () => {
  const { labels } = useWords({ zh, en });
  const asked = useQuery(api.tokens.asQuery({}));
  const revoke = useAct((accessTokenId: string) => api.revokeToken({ params: { accessTokenId } }), ['access']);
  return (
    <section className="card stack" aria-label={labels.tokens}>
      <div className="spread"><h2>{labels.tokens}</h2><Link to="/api-reference">{labels.apiReference}</Link></div>
      <Loaded asked={asked}>
        {({ tokens }) => tokens.length === 0 ? <p className="quiet">{labels.noTokens}</p> : (
          <ul className="lines">
            {tokens.map(({ id, name, endsAt, usedAt, readsOnly }) => (
              <li key={id} className="spread">
                <span>{name}　<span className="quiet">{readsOnly ? labels.tokenReads : labels.tokenWrites}</span><br /><small className="quiet">{labels.tokenEnds} {endsAt ? <When at={endsAt} /> : labels.tokenNever}　{labels.lastSeen} {usedAt ? <When at={usedAt} /> : labels.neverUsed}</small></span>
                <Confirm label={labels.revoke} what={name} then={labels.revokeThen} busy={revoke.busy} onYes={() => revoke.run(id)} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Refusals codes={revoke.codes} words={{}} />
      <NewToken />
    </section>
  );
};

const lengths = ['30', '90', '365', ''] as const;
const endOf = (days: string) => (days ? new Date(Date.now() + Number(days) * 86_400_000).toISOString() : null);

interface Typed {
  name: string;
  days: string;
  scope: 'reads' | 'writes';
}

const NewToken = () => {
  const { labels, refusals } = useWords({ zh, en });
  const [form] = Form.useForm<Typed>();
  const [made, setMade] = useState<string>();
  const act = useAct(({ name, days, scope }: Typed) => api.createToken({ body: { name, endsAt: endOf(days), readsOnly: scope === 'reads' } }), ['access'], ({ value }) => (setMade(value), form.resetFields()));
  return (
    <Form form={form} layout="vertical" requiredMark={false} initialValues={{ name: '', days: '90', scope: 'reads' }} onFinish={act.run} className="stack">
      <div className="row">
        <Form.Item name="name" label={labels.tokenName} rules={[{ required: true, whitespace: true, message: labels.tokenName }]} style={{ margin: 0, flex: '1 1 200px' }}><Input maxLength={100} /></Form.Item>
        <Form.Item name="days" label={labels.tokenEnds} style={{ margin: 0, flex: '0 1 160px' }}><Select options={lengths.map((days) => ({ value: days, label: days ? labels.inDays.replace('{days}', days) : labels.tokenNever }))} /></Form.Item>
        <Form.Item name="scope" label={labels.tokenScope} style={{ margin: 0, flex: '0 1 200px' }}><Select options={[{ value: 'reads', label: labels.tokenReads }, { value: 'writes', label: labels.tokenWrites }]} /></Form.Item>
      </div>
      <Refusals codes={act.codes} words={refusals} />
      <div><Button htmlType="submit" loading={act.busy}>{labels.createToken}</Button></div>
      {made && <Secret say={labels.tokenValue} text={made} />}
    </Form>
  );
};

import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import type { Answer, Request } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import type { organisation } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** The first run: a sample school in one click, or a school of one's own. */
const Welcome = () => {
  const { labels, refusals } = useWords({ zh, en });
  const queries = useQueryClient();
  const [made, setMade] = useState<Answer<typeof organisation.loadSample>>();
  const sample = useAct((_: undefined) => api.loadSample({}), [], setMade);
  if (made)
    return (
      <main className="sign-in stack">
        <h1>{labels.sampleReady}</h1>
        <Alert type="success" title={`${labels.password}：${made.password}`} description={made.usernames.slice(0, 16).join('　')} />
        <Button type="primary" size="large" onClick={() => queries.resetQueries()}>{labels.start}</Button>
      </main>
    );
  return (
    <main className="sign-in stack" style={{ maxWidth: 640 }}>
      <h1>{labels.welcome}</h1>
      <p className="opinion">{labels.welcomeSay}</p>
      <section className="card stack"><p className="opinion">{labels.sampleSay}</p><div><Button type="primary" size="large" loading={sample.busy} onClick={() => sample.run(undefined)}>{labels.loadSample}</Button></div><Refusals codes={sample.codes} words={refusals} /></section>
      <CreateSchool />
    </main>
  );
};

type Body = Request<typeof organisation.createSchool>['body'];
const posts = ['admin', 'security', 'auditor', 'director'] as const;

const CreateSchool = () => {
  const { labels, refusals } = useWords({ zh, en });
  const access = useWords({ zh: accessZh, en: accessEn });
  const queries = useQueryClient();
  const create = useAct((body: Body) => api.createSchool({ body }), [], () => void queries.resetQueries());
  const send = ({ departments, ...typed }: Omit<Body, 'departments'> & { departments: string }) => create.run({ ...typed, departments: departments.split('\n').map((name) => name.trim()).filter(Boolean) });
  const field = (name: string | (string | number)[], label: string, secret = false) => <Form.Item key={String(name)} name={name} label={label} rules={[{ required: true, message: label }]}>{secret ? <Input.Password autoComplete="new-password" /> : <Input />}</Form.Item>;
  return (
    <section className="card">
      <h2>{labels.createSchool}</h2>
      <Form layout="vertical" onFinish={send} initialValues={{ departments: '教务处\n德育处\n总务处' }} requiredMark={false}>
        {field('name', labels.schoolName)}
        {field('short', labels.schoolShort)}
        <Form.Item name="code" label={labels.schoolCode}><Input /></Form.Item>
        <Form.Item name="departments" label={labels.schoolDepartments}><Input.TextArea autoSize={{ minRows: 3 }} /></Form.Item>
        <p className="opinion quiet">{labels.separate}</p>
        {posts.map((post) => <fieldset key={post}><legend>{labels[post]}</legend>{field([post, 'name'], labels.name)}{field([post, 'username'], labels.username)}{field([post, 'password'], labels.password, true)}</fieldset>)}
        <div className="stack"><Refusals codes={create.codes} words={{ ...access.refusals, ...refusals }} /><Button type="primary" htmlType="submit" loading={create.busy}>{labels.createSchool}</Button></div>
      </Form>
    </section>
  );
};

export default Welcome;

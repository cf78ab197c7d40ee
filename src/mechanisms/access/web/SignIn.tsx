import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

interface Typed {
  username: string;
  password: string;
  code?: string;
}

/** User name and password, and the code of the phone where the person switched it on. */
const SignIn = ({ school, again }: { school: string; again?: boolean }) => {
  const { labels, refusals } = useWords({ zh, en });
  const queries = useQueryClient();
  const [needsCode, setNeedsCode] = useState(false);
  const signIn = useAct((body: Typed) => api.signIn({ body }), [], () => queries.resetQueries());
  const codes = signIn.codes.filter((code) => code !== 'platform.sign_in');
  if (codes.includes('access.code_needed') && !needsCode) setNeedsCode(true);
  return (
    <main className="sign-in stack">
      <h1>{school || labels.product}</h1>
      <p className="quiet">{again ? labels.signInAgain : labels.slogan}</p>
      <Form layout="vertical" onFinish={signIn.run} requiredMark={false}>
        <Form.Item name="username" label={labels.username} rules={[{ required: true, message: labels.username }]}><Input autoComplete="username" autoFocus size="large" /></Form.Item>
        <Form.Item name="password" label={labels.password} rules={[{ required: true, message: labels.password }]}><Input.Password autoComplete="current-password" size="large" /></Form.Item>
        {needsCode && <Form.Item name="code" label={labels.code}><Input autoComplete="one-time-code" inputMode="numeric" autoFocus size="large" /></Form.Item>}
        <div className="stack">
          <Refusals codes={codes} words={refusals} />
          <Button type="primary" htmlType="submit" size="large" block loading={signIn.busy}>{labels.signIn}</Button>
        </div>
      </Form>
    </main>
  );
};

export default SignIn;

import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useContext, useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { ChooseLanguageContext, useLanguage, useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

interface Typed {
  username: string;
  password: string;
  code?: string;
}

/** The door: whose house it is, and the way in. */
const SignIn = ({ school }: { school: string }) => {
  const { labels } = useWords({ zh, en });
  const queries = useQueryClient();
  const language = useLanguage();
  const choose = useContext(ChooseLanguageContext);
  return (
    <main className="sign-in stack">
      <div><h1>{school}</h1><p className="quiet">{labels.product} · {labels.slogan}</p></div>
      <SignInForm onDone={() => void queries.resetQueries()} />
      <button type="button" className="plain bare" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>{language === 'zh' ? 'English' : '中文'}</button>
    </main>
  );
};

/** User name and password, and the code of the phone where the person switched it on. */
export const SignInForm = ({ username, onDone }: { username?: string; onDone: (who: { id: string }) => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const [needsCode, setNeedsCode] = useState(false);
  const signIn = useAct((body: Typed) => api.signIn({ body: { ...body, agent: navigator.userAgent.slice(0, 300) } }), [], onDone);
  const codes = signIn.codes.filter((code) => code !== 'platform.sign_in');
  if (codes.includes('access.code_needed') && !needsCode) setNeedsCode(true);
  const required = (message: string) => [{ required: true, message }];
  return (
    <Form layout="vertical" onFinish={signIn.run} requiredMark={false} initialValues={username ? { username } : {}}>
      <Form.Item name="username" label={labels.username} rules={required(labels.fillUsername)}><Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus={!username} size="large" /></Form.Item>
      <Form.Item name="password" label={labels.password} rules={required(labels.fillPassword)}><Input.Password autoComplete="current-password" autoFocus={username !== undefined} size="large" /></Form.Item>
      {needsCode && <Form.Item name="code" label={labels.code}><Input autoComplete="one-time-code" inputMode="numeric" autoFocus size="large" /></Form.Item>}
      <div className="stack">
        <Refusals codes={codes} words={refusals} />
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.busy}>{labels.signIn}</Button>
      </div>
    </Form>
  );
};

export default SignIn;

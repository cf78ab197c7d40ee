import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useContext, useId, useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { ChooseLanguageContext, useLanguage, useWords } from '#ui/words.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';

/** The door: whose house it is, and the way in. It is made of little, because everybody waits for it. */
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

interface Typed {
  username: string;
  password: string;
  code: string;
}

/** User name and password, and the code of the phone where the person switched it on. */
export const SignInForm = ({ username = '', onDone }: { username?: string; onDone: (who: { id: string }) => void }) => {
  const { labels, refusals } = useWords({ zh, en });
  const [typed, set] = useState<Typed>({ username, password: '', code: '' });
  const [needsCode, setNeedsCode] = useState(false);
  const signIn = useAct(({ code, ...body }: Typed) => api.signIn({ body: { ...body, ...(code && { code }), agent: navigator.userAgent.slice(0, 300) } }), [], onDone);
  const codes = signIn.codes.filter((code) => code !== 'platform.sign_in');
  if (codes.includes('access.code_needed') && !needsCode) setNeedsCode(true);
  const submit = (event: FormEvent) => (event.preventDefault(), signIn.run(typed));
  const field = (name: keyof Typed) => ({ value: typed[name], required: true, onChange: (value: string) => set({ ...typed, [name]: value }) });
  return (
    <form className="stack" onSubmit={submit}>
      <Field label={labels.username} autoComplete="username" autoFocus={!username} {...field('username')} />
      <Secret label={labels.password} show={labels.showPassword} hide={labels.hidePassword} {...field('password')} />
      {needsCode && <Field label={labels.code} autoComplete="one-time-code" autoFocus {...field('code')} />}
      <Refusals codes={codes} words={refusals} />
      <button type="submit" className="main-act large" disabled={signIn.busy}>{labels.signIn}</button>
    </form>
  );
};

interface FieldProps {
  label: string;
  value: string;
  required: boolean;
  onChange: (value: string) => void;
}

const Field = ({ label, onChange, ...input }: FieldProps & { autoComplete: string; autoFocus?: boolean }) => {
  const id = useId();
  return (
    <div>
      <label className="field-label" htmlFor={id}>{label}</label>
      <input id={id} className="field large" autoCapitalize="none" spellCheck={false} {...input} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
};

/** What is typed can be looked at before it is sent: on a phone half of all mistakes are made here. */
const Secret = ({ label, show, hide, onChange, ...input }: FieldProps & { show: string; hide: string }) => {
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <div>
      <label className="field-label" htmlFor={id}>{label}</label>
      <div className="search">
        <input id={id} type={isShown ? 'text' : 'password'} className="field large" autoComplete="current-password" {...input} onChange={({ target }) => onChange(target.value)} />
        <button type="button" className="plain" aria-pressed={isShown} onClick={() => setShown(!isShown)}>{isShown ? hide : show}</button>
      </div>
    </div>
  );
};

export default SignIn;

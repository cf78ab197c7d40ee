import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useContext, useState } from 'react';
import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import type { Answer } from '#platform/contract.ts';
import { useAct } from '#ui/act.ts';
import { Line } from '#ui/fields.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { Secret } from '#ui/Secret.tsx';
import { ChooseLanguageContext, useLanguage, useWords } from '#ui/words.ts';
import type { organisation } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { CreateSchool } from './CreateSchool.tsx';

type Made = Answer<typeof organisation.loadSample>;

/** The first run: a sample school in one click, or a school of one's own. */
const Welcome = ({ asksCode }: { asksCode: boolean }) => {
  const { labels, refusals } = useWords({ zh, en });
  const access = useWords({ zh: accessZh, en: accessEn });
  const [startCode, setStartCode] = useState('');
  const language = useLanguage();
  const choose = useContext(ChooseLanguageContext);
  const [made, setMade] = useState<Made>();
  const sample = useAct((_: undefined) => api.loadSample({ body: { startCode } }), [], setMade);
  if (made) return <SampleReady made={made} />;
  return (
    <main className="welcome stack">
      <div className="spread">
        <h1>{labels.welcome}</h1>
        <button type="button" className="plain bare" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>{language === 'zh' ? 'English' : '中文'}</button>
      </div>
      <p>{labels.welcomeSay}</p>
      {asksCode && <section className="card stack" aria-label={labels.startCode}><Line label={labels.startCode} most={40} value={startCode} onChange={setStartCode} /><p className="quiet">{labels.startCodeSay}</p></section>}
      <section className="card stack" aria-label={labels.loadSample}>
        <div className="spread"><p>{labels.sampleSay}</p><Button size="large" loading={sample.busy} onClick={() => sample.run(undefined)}>{labels.loadSample}</Button></div>
        {sample.busy && <p role="status" className="quiet">{labels.working}</p>}
        <Refusals codes={sample.codes} words={{ ...access.refusals, ...refusals }} />
      </section>
      <CreateSchool startCode={startCode} />
    </main>
  );
};

/** Every account of the sample opens with one password. */
const SampleReady = ({ made }: { made: Made }) => {
  const { labels } = useWords({ zh, en });
  const { roles } = useWords<{ roles: Readonly<Record<string, string>> }>({ zh: accessZh, en: accessEn });
  const queries = useQueryClient();
  const known = made.usernames.filter((username) => username in roles);
  return (
    <main className="welcome stack">
      <h1>{labels.sampleReady}</h1>
      <Secret say={labels.password} text={made.password} />
      <dl className="facts one card">{known.map((username) => <Account key={username} username={username} role={roles[username]!} />)}</dl>
      <div><Button type="primary" size="large" onClick={() => queries.resetQueries()}>{labels.start}</Button></div>
    </main>
  );
};

const Account = ({ username, role }: { username: string; role: string }) => (
  <>
    <dt><code>{username}</code></dt>
    <dd>{role}</dd>
  </>
);

export default Welcome;

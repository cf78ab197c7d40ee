import { Alert } from 'antd';
import { MailChoices } from '#mechanisms/notifications/web/MailChoices.tsx';
import { Leaves } from '#mechanisms/organisation/web/Leaves.tsx';
import { useAct } from '#ui/act.ts';
import { ChooseLook } from '#ui/ChooseLook.tsx';
import { Choices } from '#ui/Choices.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { Me } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { useMe } from './me.ts';
import { Password } from './Password.tsx';
import { Sessions } from './Sessions.tsx';
import { SignOut } from './SignOut.tsx';
import { Tokens } from './Tokens.tsx';
import { Totp } from './Totp.tsx';

/** My account: post, deputies, password, codes, devices, tokens, display. */
export const Account = () => {
  const me = useMe()!;
  const { labels } = useWords({ zh, en });
  return (
    <div className="stack narrow">
      <div className="spread">
        <div><h1>{labels.account}</h1><span className="quiet">{me.name}　{me.username}</span></div>
        <SignOut />
      </div>
      {me.mustChange && <><Alert type="warning" showIcon title={labels.mustChange} /><Password me={me} /></>}
      <Posts me={me} />
      {me.permissions.includes('incoming.read') && <Leaves />}
      <Preferences me={me} />
      {me.permissions.includes('incoming.read') && <MailChoices />}
      {!me.mustChange && <Password me={me} />}
      <Totp me={me} />
      <Sessions />
      <Tokens />
    </div>
  );
};

/** Somebody with several posts acts in one of them at a time. */
const Posts = ({ me }: { me: Me }) => {
  const { labels, roles, refusals } = useWords({ zh, en });
  const act = useAct((postId: string, key) => api.actAs({ body: { postId } }, key), ['access', 'todos', 'incoming', 'deadlines']);
  const acting = me.actingPostId ?? me.posts.find(({ role }) => role !== 'staff')?.id ?? me.posts[0]?.id;
  return (
    <section className="card stack" aria-label={labels.posts}>
      <h2>{labels.posts}</h2>
      <ul className="lines">
        {me.posts.map(({ id, title, role, department }) => (
          <li key={id} className="spread">
            <span><strong>{title}</strong>　{department.name}　<span className="quiet">{roles[role as 'staff']}</span></span>
            {me.posts.length > 1 && (id === acting ? <strong className="quiet">{labels.actingPost}</strong> : <button type="button" className="plain" disabled={act.busy} onClick={() => act.run(id)}>{labels.actHere}</button>)}
          </li>
        ))}
      </ul>
      <Refusals codes={act.codes} words={refusals} />
    </section>
  );
};

const Preferences = ({ me }: { me: Me }) => {
  const { labels } = useWords({ zh, en });
  const ui = useWords({ zh: uiZh, en: uiEn });
  const act = useAct((body: { locale?: Me['locale']; largeText?: boolean }, key) => api.prefer({ body }, key), ['access']);
  return (
    <section className="card stack" aria-label={labels.preferences}>
      <h2>{labels.preferences}</h2>
      <div className="spread"><span>{labels.language}</span><Choices label={labels.language} value={me.locale} onChange={(locale) => act.run({ locale })} options={[['zh-CN', '中文'], ['en', 'English']]} /></div>
      <div className="spread"><span>{labels.textSize}</span><Choices label={labels.textSize} value={String(me.largeText)} onChange={(large) => act.run({ largeText: large === 'true' })} options={[['false', labels.textNormal], ['true', labels.textLarge]]} /></div>
      <div className="spread"><span>{ui.labels.look}</span><ChooseLook /></div>
      <Refusals codes={act.codes} words={{}} />
    </section>
  );
};

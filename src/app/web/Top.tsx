import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Me } from '#mechanisms/access/contract.ts';
import { api as access } from '#mechanisms/access/web/api.ts';
import { useSignOut } from '#mechanisms/access/web/SignOut.tsx';
import { api as messages } from '#mechanisms/notifications/web/api.ts';
import { useAct } from '#ui/act.ts';
import { Menu } from '#ui/Menu.tsx';
import { useWords } from '#ui/words.ts';
import { SearchBox } from './SearchBox.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

/** Search, the post I act in, messages, me. */
export const Top = ({ me, onHelp }: { me: Me; onHelp: () => void }) => {
  const words = useWords({ zh, en });
  const { data } = useQuery({ ...messages.unread.asQuery({}), refetchInterval: 120_000 });
  const unread = data?.unread ?? 0;
  return (
    <header className="top">
      {me.permissions.includes('incoming.read') ? <SearchBox me={me} /> : <span />}
      <div className="me">
        <ActingPost me={me} />
        <Link to="/messages" className="tap">{words.messages}{unread > 0 && <span className="badge">{unread > 99 ? '99+' : unread}</span>}</Link>
        <Mine me={me} onHelp={onHelp} />
      </div>
    </header>
  );
};

/** Somebody with several posts acts in one of them at a time; the others see which. */
const ActingPost = ({ me }: { me: Me }) => {
  const words = useWords({ zh, en });
  const act = useAct((postId: string, key) => access.actAs({ body: { postId } }, key), ['access', 'todos', 'incoming', 'deadlines']);
  const acting = me.posts.find(({ id }) => id === me.actingPostId) ?? me.posts.find(({ role }) => role !== 'staff') ?? me.posts[0];
  if (me.posts.length < 2) return <span className="post quiet">{acting?.title}</span>;
  return (
    <label className="post">
      <span className="quiet">{words.actingPost}</span>
      <select value={acting?.id} disabled={act.busy} onChange={({ target }) => act.run(target.value)}>
        {me.posts.map(({ id, title, department }) => <option key={id} value={id}>{department.name} {title}</option>)}
      </select>
    </label>
  );
};

/** My name opens what is mine: account, language, letters, the way out. */
const Mine = ({ me, onHelp }: { me: Me; onHelp: () => void }) => {
  const words = useWords({ zh, en });
  const prefer = useAct((body: { locale?: Me['locale']; largeText?: boolean }, key) => access.prefer({ body }, key), ['access']);
  const signOut = useSignOut();
  return (
    <Menu label={me.name} className="mine">
      <Link to="/account">{words.myAccount}</Link>
      <button type="button" data-closes lang={me.locale === 'en' ? 'zh-CN' : 'en'} onClick={() => prefer.run({ locale: me.locale === 'en' ? 'zh-CN' : 'en' })}>{me.locale === 'en' ? '中文' : 'English'}</button>
      <button type="button" data-closes onClick={() => prefer.run({ largeText: !me.largeText })}>{me.largeText ? words.normalText : words.largeText}</button>
      <button type="button" data-closes onClick={onHelp}>{words.keys}</button>
      <button type="button" onClick={() => signOut.run(undefined)}>{words.signOut}</button>
    </Menu>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { Button, Drawer, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Me } from '#mechanisms/access/contract.ts';
import { api as access } from '#mechanisms/access/web/api.ts';
import { api as messages } from '#mechanisms/notifications/web/api.ts';
import { api as todos } from '#mechanisms/todos/web/api.ts';
import { useAct } from '#ui/act.ts';
import { useLive } from '#ui/live.ts';
import { useWords } from '#ui/words.ts';
import { type Entry, menu } from './menu.ts';
import { en, zh } from './words.ts';

/** What stands around every page: the menu, one search for everything, messages, me. */
export const Shell = ({ me }: { me: Me }) => {
  const words = useWords({ zh, en });
  const [open, setOpen] = useState(false);
  useLive(true);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => setOpen(false), [path]);
  const entries = menu.filter(({ permissions }) => !permissions || permissions.some((permission) => me.permissions.includes(permission)));
  return (
    <div className="shell">
      <a className="skip" href="#content">{words.skip}</a>
      <nav className="side" aria-label={words.menu}><Menu entries={entries} me={me} /></nav>
      <div>
        <Top me={me} />
        <main id="content" tabIndex={-1}><Outlet /></main>
      </div>
      <Bottom onMore={() => setOpen(true)} me={me} />
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" title={me.school} styles={{ body: { padding: 0 } }}>
        <nav className="side" style={{ display: 'block', height: 'auto', position: 'static', border: 0 }} aria-label={words.menu}><Menu entries={entries} me={me} /></nav>
      </Drawer>
    </div>
  );
};

const Menu = ({ entries, me }: { entries: readonly Entry[]; me: Me }) => {
  const words = useWords({ zh, en });
  const { data } = useQuery({ ...todos.counts.asQuery({}), enabled: me.permissions.includes('incoming.read') });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const groups = (['office', 'documents', 'admin'] as const).map((group) => [group, entries.filter((entry) => entry.group === group)] as const);
  return (
    <>
      <div className="school">{me.school}{me.sample && <small className="quiet">（{words.sample}）</small>}</div>
      {groups.filter(([, all]) => all.length).map(([group, all]) => (
        <div key={group}>
          <h2>{words[group]}</h2>
          {all.map(({ to, label }) => (
            <Link key={to} to={to} aria-current={path === to ? 'page' : undefined}>
              {words[label]}
              {to === '/' && data && data.act + data.read > 0 && <span className="badge">{data.act + data.read}</span>}
            </Link>
          ))}
        </div>
      ))}
    </>
  );
};

const Top = ({ me }: { me: Me }) => {
  const words = useWords({ zh, en });
  const navigate = useNavigate();
  const signOut = useAct(() => access.signOut({}), [], () => window.location.assign('/'));
  const { data } = useQuery({ ...messages.unread.asQuery({}), refetchInterval: 120_000 });
  const unread = data?.unread ?? 0;
  const post = me.posts.find(({ id }) => id === me.actingPostId) ?? me.posts.find(({ role }) => role !== 'staff') ?? me.posts[0];
  return (
    <header className="top">
      {me.permissions.includes('incoming.read') && <SearchBox onSearch={(q) => navigate({ to: '/search', search: { q } as never })} />}
      <div className="me">
        <Link to="/messages">{words.messages}{unread > 0 && <span className="badge" style={{ marginLeft: 4 }}>{unread}</span>}</Link>
        <span className="quiet post">{post?.title}</span>
        <Link to="/account" className="name">{me.name}</Link>
        <Button onClick={() => signOut.run(undefined)}>{words.signOut}</Button>
      </div>
    </header>
  );
};

const SearchBox = ({ onSearch }: { onSearch: (q: string) => void }) => {
  const words = useWords({ zh, en });
  const input = useRef<InputRef>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing = /^(INPUT|TEXTAREA|SELECT)$/.test((event.target as HTMLElement).tagName);
      if (!((event.key === '/' && !typing) || (event.key === 'k' && (event.ctrlKey || event.metaKey)))) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  return (
    <form role="search" onSubmit={(event) => (event.preventDefault(), onSearch(input.current?.input?.value ?? ''))}>
      <Input ref={input} aria-label={words.search} placeholder={words.searchHere} allowClear type="search" />
    </form>
  );
};

const Bottom = ({ onMore, me }: { onMore: () => void; me: Me }) => {
  const words = useWords({ zh, en });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const entries = [...(me.permissions.includes('incoming.read') ? ([['/', words.home], ['/incoming', words.documents], ['/clocks', words.clocks]] as const) : []), ['/account', words.account] as const];
  return (
    <nav className="bottom" aria-label={words.menu}>
      {entries.map(([to, label]) => <Link key={to} to={to} aria-current={path === to ? 'page' : undefined}>{label}</Link>)}
      <a href="#menu" onClick={(event) => (event.preventDefault(), onMore())}>{words.more}</a>
    </nav>
  );
};

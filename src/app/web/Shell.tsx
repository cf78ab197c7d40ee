import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import type { Me } from '#mechanisms/access/contract.ts';
import { api as lifecycle } from '#mechanisms/lifecycle/web/api.ts';
import { api as todos } from '#mechanisms/todos/web/api.ts';
import { useLive } from '#ui/live.ts';
import { useNow } from '#ui/now.ts';
import { Offline } from '#ui/Offline.tsx';
import { Papers } from '#ui/Papers.tsx';
import { useTitleOf } from '#ui/title.ts';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import { Closed } from './Closed.tsx';
import { Help } from './Help.tsx';
import { groupsOf, isClosed, isHere } from './menu.ts';
import { Top } from './Top.tsx';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

/** What stands around every page: the menu, one search for everything, messages, me. */
export const Shell = ({ me }: { me: Me }) => {
  const words = useWords({ zh, en });
  const main = useRef<HTMLElement>(null);
  const drawer = useRef<HTMLDialogElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useLive();
  useTitleOf(main, words.product);
  useEffect(() => drawer.current?.close(), [path]);
  useReadingFrom(main, path);
  return (
    <div className="shell">
      <a className="skip" href="#content">{words.skip}</a>
      <nav className="side" aria-label={words.menu}><Menu me={me} /></nav>
      <div className="page">
        <Top me={me} onHelp={() => help.current?.showModal()} />
        <Offline />
        <Papers />
        <main id="content" tabIndex={-1} ref={main}>{isClosed(path, me) ? <Closed /> : <Outlet />}</main>
        <Printed me={me} />
      </div>
      <Bottom onMore={() => drawer.current?.showModal()} me={me} />
      <dialog className="drawer" ref={drawer} aria-label={words.menu} onClick={({ target }) => target === drawer.current && drawer.current.close()}>
        <button type="button" className="plain" onClick={() => drawer.current?.close()}>{words.close}</button>
        <nav aria-label={words.menu}><Menu me={me} /></nav>
      </dialog>
      <Help window={help} />
    </div>
  );
};

/** At the foot of paper: whose it is, who printed it and when. */
const Printed = ({ me }: { me: Me }) => {
  const words = useWords({ zh, en });
  const now = useNow();
  return <p className="print-only quiet">{me.school}　{me.name} {words.printed} <When at={now} /></p>;
};

/** On a new page keyboard and screen reader go on at its beginning, unless the page has put them somewhere itself. */
const useReadingFrom = (main: RefObject<HTMLElement | null>, path: string) => {
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path && !main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [main, path]);
};

const Menu = ({ me }: { me: Me }) => {
  const words = useWords({ zh, en });
  const { data } = useQuery({ ...todos.counts.asQuery({}), enabled: me.permissions.includes('incoming.read') });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const kind = useKindHere(path);
  const waiting = data ? data.act + data.read : 0;
  return (
    <>
      <p className="school">{me.school}{me.sample && <small>{words.sample}</small>}</p>
      {groupsOf(me).map(([group, all]) => (
        <div key={group}>
          {group !== 'home' && <h2>{words[group]}</h2>}
          <ul>
            {all.map((entry) => (
              <li key={entry.to}>
                <Link to={entry.to} activeOptions={{ exact: true }} aria-current={isHere(entry, path, kind) ? 'page' : undefined}>
                  {words[entry.label]}
                  {entry.to === '/' && waiting > 0 && <span className="badge">{waiting}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
};

/** The kind of the record that is open. */
const useKindHere = (path: string) => {
  const [, recordId = ''] = /^\/records\/([^/]+)/.exec(path) ?? [];
  return useQuery({ ...lifecycle.record.asQuery({ params: { recordId } }), enabled: recordId !== '' }).data?.kind;
};

const Bottom = ({ onMore, me }: { onMore: () => void; me: Me }) => {
  const words = useWords({ zh, en });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const mine = [['/', words.home], ['/incoming', words.documents], ['/rooms', words.rooms]] as const;
  const entries = [...(me.permissions.includes('incoming.read') ? mine : []), ['/account', words.account] as const];
  return (
    <nav className="bottom" aria-label={words.bottom}>
      {entries.map(([to, label]) => <Link key={to} to={to} activeOptions={{ exact: true }} aria-current={path === to ? 'page' : undefined}>{label}</Link>)}
      <button type="button" onClick={onMore}>{words.more}</button>
    </nav>
  );
};

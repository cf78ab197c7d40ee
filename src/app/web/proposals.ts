import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Me } from '#mechanisms/access/contract.ts';
import { api as organisation } from '#mechanisms/organisation/web/api.ts';
import { search } from '#mechanisms/search/contract.ts';
import { client } from '#platform/client.ts';
import { useKept } from '#ui/kept.ts';
import { useWords } from '#ui/words.ts';
import { entriesOf } from './menu.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export interface Proposal {
  key: string;
  text: string;
  hint: string;
  to: string;
  /** What is searched for there. */
  q?: string;
}

const api = client('search', search);
const remembered = 6;

/** What is likely meant: with nothing typed what was looked for before; else pages, documents and people. */
export const useProposals = (me: Me, typed: string, open: boolean) => {
  const [recent, keep] = useKept<string[]>('searches', []);
  const q = useSettled(typed.trim());
  const found = useFound(me, q, open);
  const before = useRecent(recent);
  const pages = usePages(me, typed.trim());
  return { proposals: typed.trim() ? [...pages, ...found] : before, remember: (asked: string) => keep([asked, ...recent.filter((one) => one !== asked)].slice(0, remembered)) };
};

const useRecent = (recent: readonly string[]): Proposal[] => {
  const words = useWords({ zh, en });
  return recent.map((q) => ({ key: `recent ${q}`, text: q, hint: words.lookedFor, to: '/search', q }));
};

const usePages = (me: Me, typed: string): Proposal[] => {
  const words = useWords({ zh, en });
  return entriesOf(me).filter(({ label }) => words[label].toLowerCase().includes(typed.toLowerCase())).map(({ to, label }) => ({ key: to, text: words[label], hint: words.page, to }));
};

const useFound = (me: Me, q: string, open: boolean): Proposal[] => {
  const words = useWords({ zh, en });
  const enabled = open && q !== '';
  const documents = useQuery({ ...api.find.asQuery({ query: { q } }), enabled });
  const people = useQuery({ ...organisation.directory.asQuery({ query: { q } }), enabled: enabled && me.permissions.includes('organisation.read') });
  return [
    ...(documents.data?.results ?? []).slice(0, 6).map(({ recordId, number, title, sender }) => ({ key: recordId, text: `${number} ${plain(title)}`, hint: plain(sender), to: `/records/${recordId}` })),
    ...(people.data?.people ?? []).slice(0, 3).map(({ id, name, department, title }) => ({ key: id, text: name, hint: `${department} ${title}`, to: '/people', q: name })),
    ...(documents.data ? [{ key: 'all', text: words.searchAll.replace('{q}', q), hint: '', to: '/search', q }] : []),
  ];
};

const plain = (segments: readonly { text: string }[]) => segments.map(({ text }) => text).join('');

/** Asked for when the typing rests. */
const useSettled = (typed: string) => {
  const [settled, settle] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => settle(typed), 150);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
};

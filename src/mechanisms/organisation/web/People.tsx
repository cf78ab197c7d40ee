import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useMay } from '#mechanisms/access/web/me.ts';
import { en as accessEn } from '#mechanisms/access/words.en.ts';
import { zh as accessZh } from '#mechanisms/access/words.zh.ts';
import type { Answer } from '#platform/contract.ts';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import type { organisation, PersonLine } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { CreateAccount } from './CreateAccount.tsx';
import { Departments } from './Departments.tsx';
import { Import } from './Import.tsx';
import { PersonWindow } from './PersonWindow.tsx';
import { PostRequests } from './PostRequests.tsx';

type Page = Answer<typeof organisation.people>;

/** Who there is, in which posts; the administrators change here what is theirs to change. */
export const People = () => {
  const { labels } = useWords({ zh, en });
  const may = useMay();
  const q = useRouterState({ select: ({ location }) => String((location.search as { q?: unknown }).q ?? '') });
  const navigate = useNavigate();
  const find = (next: string) => void navigate({ to: '/people', search: (next ? { q: next } : {}) as never });
  const [departmentId, setDepartmentId] = useState<string>();
  const [chosenId, setChosen] = useState<string>();
  const [open, setOpen] = useState<'create' | 'import'>();
  const { data } = useQuery(api.departments.asQuery({}));
  const found = useInfiniteQuery({
    queryKey: ['organisation', 'people', q, departmentId],
    queryFn: ({ pageParam }) => api.people({ query: { ...(q && { q }), ...(departmentId && { departmentId }), ...(pageParam && { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });
  const chosen = found.data?.pages.flatMap(({ people }) => people).find(({ id }) => id === chosenId);
  return (
    <div className="stack">
      <div className="spread">
        <h1>{labels.people}</h1>
        <div className="row">{may('organisation.export') && <a className="plain" href={api.book.url({})}>{labels.book}</a>}{may('accounts.manage') && <><Button onClick={() => setOpen('create')}>{labels.createAccount}</Button><Button onClick={() => setOpen('import')}>{labels.import}</Button></>}</div>
      </div>
      <div className="row">
        <SearchField label={labels.search} value={q} onSearch={find} />
        <Select aria-label={labels.department} placeholder={labels.all} allowClear {...(departmentId && { value: departmentId })} onChange={setDepartmentId} options={(data?.departments ?? []).map(({ id, name }) => ({ value: id, label: name }))} style={{ width: 200 }} />
      </div>
      {may('roles.manage') && <PostRequests />}
      <div className="record">
        <div className="card">
          <Loaded asked={found}>{({ pages }) => (pages[0]!.people.length ? <ul className="lines">{pages.flatMap(({ people }) => people).map((person) => <OnePerson key={person.id} person={person} onOpen={() => setChosen(person.id)} />)}</ul> : <Nothing>{labels.nobody}</Nothing>)}</Loaded>
          {found.hasNextPage && <Button onClick={() => found.fetchNextPage()}>{labels.more}</Button>}
        </div>
        <Departments departments={data?.departments ?? []} />
      </div>
      {chosen && <PersonWindow person={chosen} departments={data?.departments ?? []} onClose={() => setChosen(undefined)} />}
      {open === 'create' && <CreateAccount departments={data?.departments ?? []} onClose={() => setOpen(undefined)} />}
      {open === 'import' && <Import onClose={() => setOpen(undefined)} />}
    </div>
  );
};

const OnePerson = ({ person, onOpen }: { person: PersonLine; onOpen: () => void }) => {
  const { labels } = useWords({ zh, en });
  const { roles } = useWords({ zh: accessZh, en: accessEn });
  const may = useMay();
  return (
    <li className="spread">
      <span>
        <strong>{person.name}</strong>　<span className="quiet">{person.username}　<span className="number">{person.phone}</span></span>{person.disabledAt && <strong className={person.leftAt ? 'quiet' : 'late'}>　{person.leftAt ? labels.left : labels.disabled}</strong>}{person.successor && <span className="quiet">　{labels.takenOver} {person.successor}</span>}
        <br />
        {person.posts.map(({ id, department, title, role }) => <span key={id}>{department.name} {title}（{roles[role as 'staff']}）　</span>)}
        {person.leave && <span className="soon">{labels.onLeave} {person.leave.deputy} <When at={person.leave.ends} /></span>}
      </span>
      {(may('accounts.manage') || may('roles.manage')) && <Button aria-label={`${labels.edit} ${person.name}`} onClick={onOpen}>{labels.edit}</Button>}
    </li>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import type { Item } from '../nouns.ts';
import { Ask } from './Ask.tsx';
import { Line } from '#ui/fields.tsx';
import { News } from './News.tsx';
import { SearchLine } from './SearchLine.tsx';
import { api, hrefOf, useLibraryWords } from './api.ts';
import './library.css';

/** Where everything begins: the spaces that are open to me, and what was opened to me out of others. */
export const Library = () => {
  const { labels } = useLibraryWords();
  const asked = useQuery(api.tops.asQuery({}));
  return (
    <div className="stack">
      <div className="spread">
        <h1>{labels.library}</h1>
        <span className="row no-print">{asked.data?.mayMakeProjects && <NewProject />}<Link className="plain" to="/library/usage">{labels.usage}</Link><Link className="plain" to="/library/trash">{labels.trashBin}</Link></span>
      </div>
      <SearchLine />
      <Loaded asked={asked}>
        {({ items }) => (
          <>
            {items.length === 0 && <Nothing>{labels.nothingThere}</Nothing>}
            <Spaces title={labels.departments} items={items.filter(({ space }) => space === 'department')} />
            <Spaces title={labels.wholeSchool} items={items.filter(({ space }) => space === 'school')} />
            <Spaces title={labels.projects} items={items.filter(({ space }) => space === 'project')} />
            <Spaces title={labels.sharedToMe} items={items.filter(({ space }) => space === null)} />
            <News />
          </>
        )}
      </Loaded>
    </div>
  );
};

const Spaces = ({ title, items }: { title: string; items: readonly Item[] }) => {
  const { states } = useLibraryWords();
  if (!items.length) return null;
  return (
    <section className="stack tight" aria-label={title}>
      <h2>{title}</h2>
      <ul className="spaces">{items.map((item) => <li key={item.id}><Link to={hrefOf(item)}>{item.name}</Link><small className="quiet">{states[item.level]}</small></li>)}</ul>
    </section>
  );
};

const NewProject = () => {
  const { labels } = useLibraryWords();
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const send = async ({ name }: { name: string }, key: string) => {
    const { id } = await api.makeProject({ body: { name } }, key);
    void navigate({ to: `/library/${id}` });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{labels.newProject}</Button>
      {open && <Ask title={labels.newProject} draft="library.project" start={{ name: '' }} send={send} onClose={() => setOpen(false)} ready={({ name }) => name.trim() !== ''}>{({ name }, set) => <Line label={labels.folderName} value={name} onChange={(next) => set({ name: next })} />}</Ask>}
    </>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Acts } from '#ui/Acts.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { State } from '#ui/State.tsx';
import { When } from '#ui/When.tsx';
import { RowLink } from '#ui/List.tsx';
import type { Check } from '../fixity/contract.ts';
import { api, useArchiveWords } from './api.ts';
import { Title } from './columns.tsx';
import { Tabs } from './Tabs.tsx';

/** 文件核验: every file against its sum; who had it done, and what was found. */
export const Checks = () => {
  const { labels, refusals } = useArchiveWords();
  const asked = useQuery({ ...api.checks.asQuery({}), refetchInterval: ({ state: { data } }) => (data?.checks.some(({ state }) => state === 'waiting' || state === 'running') ? 2000 : false) });
  const start = useAct((_: undefined, key) => api.checkFiles({ body: {} }, key), ['archive']);
  return (
    <div className="stack">
      <h1>{labels.checks}</h1>
      <Tabs />
      <p className="quiet narrow">{labels.checksSay}</p>
      <Loaded asked={asked}>
        {({ checks, whyNot }) => (
          <>
            <div className="narrow"><Acts words={refusals} acts={[{ name: 'checkFiles', label: labels.checkNow, whyNot: whyNot['checkFiles'], onClick: () => start.run(undefined), main: true }]} /></div>
            <Refusals codes={start.codes} words={refusals} />
            {checks.length ? <ul className="lines card">{checks.map((check) => <li key={check.id}><OneCheck check={check} /></li>)}</ul> : <Nothing>{labels.noChecks}</Nothing>}
          </>
        )}
      </Loaded>
    </div>
  );
};

const OneCheck = ({ check }: { check: Check }) => {
  const { labels, checkStates } = useArchiveWords();
  const [open, setOpen] = useState(false);
  const bad = check.changed + check.missing;
  const running = check.state === 'running' || check.state === 'waiting';
  const sum = labels.checkSum.replace('{total}', String(check.total)).replace('{sound}', String(check.looked - bad)).replace('{changed}', String(check.changed)).replace('{missing}', String(check.missing));
  return (
    <div className="stack tight">
      <div className="spread">
        <span><When at={check.askedAt} />　{check.askedBy?.name ?? labels.byCalendar}</span>
        <State tone={bad ? 'late' : running ? 'go' : check.state === 'failed' ? 'late' : 'done'}>{bad ? labels.faulty : checkStates[check.state]}</State>
      </div>
      {running ? <Progress percent={check.total ? Math.floor((check.looked / check.total) * 100) : 0} size="small" aria-label={checkStates[check.state]} /> : <span className={bad ? 'late' : 'quiet'}>{sum}{check.why && `　${check.why}`}</span>}
      {check.state === 'done' && (
        <div className="row no-print">
          <a href={api.checkPaper.url({ params: { checkId: check.id } })} target="_blank" rel="noreferrer">{labels.report}</a>
          {bad > 0 && <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>{labels.showFaults}</Button>}
        </div>
      )}
      {open && <Faults checkId={check.id} />}
    </div>
  );
};

const Faults = ({ checkId }: { checkId: string }) => {
  const { founds } = useArchiveWords();
  const asked = useQuery(api.check.asQuery({ params: { checkId } }));
  return (
    <Loaded asked={asked}>
      {({ faults }) => <ul className="lines">{faults.map(({ itemId, number, title, secrecy, name, found }) => <li key={`${itemId} ${name}`}><RowLink to={`/archive/items/${itemId}`}><span className="number">{number}</span>　<Title line={{ title, secrecy }} /></RowLink><div><span className="late">{founds[found]}</span>　{name}</div></li>)}</ul>}
    </Loaded>
  );
};

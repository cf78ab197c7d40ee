import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Confirm } from '#ui/Confirm.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { State } from '#ui/State.tsx';
import { When } from '#ui/When.tsx';
import type { Answer } from '#platform/contract.ts';
import type { Paper, paper } from '../paper/contract.ts';
import { api, stale, useArchiveWords } from './api.ts';
import { PaperLines } from './PaperLines.tsx';
import { PaperScans, Unscanned } from './PaperScans.tsx';
import { usePaperWords } from './paperWords.ts';

const tones = { checked: 'wait', importing: 'go', done: 'done', failed: 'late' } as const;

/** 导入旧档案目录: a table is looked through, confirmed, imported; its scans come by their names. */
export const Papers = () => {
  const { labels, refusals } = usePaperWords();
  const asked = useQuery(api.papers.asQuery({}));
  const chooser = useRef<HTMLInputElement>(null);
  const bring = useAct((file: File) => api.bringPaper({ query: { name: file.name }, body: file as never }), stale);
  const choose = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file) bring.run(file);
    // The same file, corrected, can be chosen again.
    input.value = '';
  };
  return (
    <section className="card stack" aria-label={labels.papers}>
      <h2>{labels.papers}</h2>
      <p className="quiet">{labels.paperHint}</p>
      <div className="row"><Button href={api.paperForm.url({})}>{labels.form}</Button><Button type="primary" loading={bring.busy} onClick={() => chooser.current?.click()}>{bring.busy ? labels.looking : labels.choose}</Button></div>
      <input ref={chooser} type="file" hidden accept=".xlsx" aria-label={labels.choose} onChange={({ target }) => choose(target)} />
      <Refusals codes={bring.codes} words={refusals} />
      <Loaded asked={asked}>
        {({ papers }) => (
          <>
            {papers.length === 0 ? <Nothing>{labels.noPapers}</Nothing> : <ul className="lines">{papers.map((one, i) => <li key={one.id}><Brought brought={one} newest={i === 0} /></li>)}</ul>}
            {papers.some(({ state }) => state === 'done') && <PaperScans />}
          </>
        )}
      </Loaded>
    </section>
  );
};

const Brought = ({ brought, newest }: { brought: Paper; newest: boolean }) => {
  const { labels, paperStates } = usePaperWords();
  const [open, setOpen] = useState(newest);
  return (
    <div className="stack tight">
      <div className="row">
        <State tone={tones[brought.state]}>{paperStates[brought.state]}</State>
        <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)} style={{ overflowWrap: 'anywhere' }}>{brought.name}</button>
        <span className="quiet">{labels.by} {brought.askedBy.name}　<When at={brought.askedAt} /></span>
      </div>
      {brought.state === 'importing' && <Running brought={brought} />}
      {open && brought.state !== 'importing' && <Looked paperId={brought.id} />}
    </div>
  );
};

const Running = ({ brought }: { brought: Paper }) => {
  const { labels } = usePaperWords();
  const said = labels.working.replace('{done}', String(brought.entered)).replace('{all}', String(brought.good));
  return <><Progress percent={Math.round((brought.entered / brought.good) * 100)} aria-label={said} /><p className="quiet">{said}</p></>;
};

const Looked = ({ paperId }: { paperId: string }) => {
  const asked = useQuery(api.onePaper.asQuery({ params: { paperId } }));
  return <Loaded asked={asked}>{(whole) => <Whole whole={whole} />}</Loaded>;
};

const Whole = ({ whole }: { whole: Answer<typeof paper.onePaper> }) => {
  const { labels, paperWhys } = usePaperWords();
  const { boxes } = useArchiveWords().labels;
  const faulty = whole.total - (whole.state === 'done' ? whole.entered : whole.good);
  const said = whole.state === 'done' ? (faulty ? labels.entered : labels.enteredAll) : faulty ? labels.totals : labels.allGood;
  return (
    <div className="stack tight">
      {whole.why && <p className="late" role="alert">{paperWhys[whole.why as 'changed']}</p>}
      <p role="status">{filled(said, { total: whole.total, good: whole.good, faulty, entered: whole.entered, left: faulty })}</p>
      {whole.state !== 'done' && <Begin whole={whole} faulty={faulty} />}
      {faulty > 0 && <PaperLines paperId={whole.id} faulty />}
      {whole.state !== 'done' && whole.good > 0 && <PaperLines paperId={whole.id} faulty={false} />}
      {whole.state === 'done' && <p><Link to={'/archive/boxes' as string}>{boxes}</Link></p>}
      {whole.scanned > 0 && <p className="quiet">{filled(labels.withScans, { n: whole.scanned })}</p>}
      {whole.unscanned > 0 && <Unscanned paperId={whole.id} count={whole.unscanned} />}
    </div>
  );
};

const filled = (said: string, values: Readonly<Record<string, number>>) => said.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

const Begin = ({ whole, faulty }: { whole: Answer<typeof paper.onePaper>; faulty: number }) => {
  const { labels, refusals } = usePaperWords();
  const begin = useAct((_: undefined, key) => api.importPaper({ params: { paperId: whole.id }, body: { good: whole.good } }, key), stale);
  const whyNot = whole.whyNot['importPaper'] ?? [];
  if (whyNot.length) return <Refusals codes={whyNot} words={refusals} />;
  return (
    <>
      <div><Confirm label={labels.begin} what={whole.name} then={filled(faulty ? labels.beginSome : labels.beginAll, { good: whole.good, faulty })} danger={false} busy={begin.busy} onYes={() => begin.run(undefined)} /></div>
      <Refusals codes={begin.codes} words={refusals} />
    </>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Acts } from '#ui/Acts.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { api, useIncomingWords } from './api.ts';
import { Line } from './fields.tsx';
import { Locate, ReportLost } from './UndoActs.tsx';

/** What a scan of the label opens: where the original is, and one button to give or to take it. */
export const Original = () => {
  const { labels, refusals, acts } = useIncomingWords();
  const { code } = useParams({ strict: false }) as { code: string };
  const [place, setPlace] = useState('');
  const asked = useQuery({ ...api.whereIs.asQuery({ params: { code } }), queryKey: ['incoming', 'original', code] });
  const offer = useAct((_: undefined, key) => api.offer({ params: { code }, body: {} }, key), ['incoming']);
  const take = useAct((_: undefined, key) => api.take({ params: { code }, body: { place } }, key), ['incoming']);
  const keep = useAct((_: undefined, key) => api.keep({ params: { code }, body: {} }, key), ['incoming']);
  const [open, setOpen] = useState<'lost' | 'locate'>();
  return (
    <div className="stack narrow">
      <h1>{labels.originals}</h1>
      <Loaded asked={asked}>
        {(paper) => (
          <div className="card stack">
            <Link to={`/records/${paper.documentId}`}><span className="number">{paper.number}</span>　{paper.title || labels.stubTitle}</Link>
            <p className="opinion">{labels.paper}：{[paper.with?.name, paper.place].filter(Boolean).join(' · ')}{paper.offered && `　（${labels.offered}）`}{paper.lostAt && <strong className="late">　{labels.lost}</strong>}</p>
            {paper.offered && <Line label={labels.paperPlace} value={place} onChange={setPlace} />}
            <Acts words={refusals} acts={[{ name: 'take', label: labels.take, whyNot: paper.whyNot['take'], onClick: () => take.run(undefined), main: true }, { name: 'offer', label: labels.offer, whyNot: paper.whyNot['offer'], onClick: () => offer.run(undefined), main: true }, { name: 'keep', label: labels.keepPaper, whyNot: paper.offered ? paper.whyNot['keep'] : undefined, onClick: () => keep.run(undefined) }, { name: 'lost', label: acts['incoming.reportLost'], whyNot: paper.whyNot['reportLost']?.length ? undefined : [], onClick: () => setOpen('lost') }, { name: 'locate', label: acts['incoming.locate'], whyNot: paper.whyNot['locate'], onClick: () => setOpen('locate') }]} />
            <Refusals codes={[...offer.codes, ...take.codes, ...keep.codes]} words={refusals} />
            {open === 'lost' && <ReportLost code={code} title={`${paper.number}　${paper.title}`} onClose={() => setOpen(undefined)} />}
            {open === 'locate' && <Locate code={code} title={`${paper.number}　${paper.title}`} onClose={() => setOpen(undefined)} />}
          </div>
        )}
      </Loaded>
      <Link to="/originals">{labels.scanNext}</Link>
    </div>
  );
};

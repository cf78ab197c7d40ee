import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '#ui/act.ts';
import { Acts } from '#ui/Acts.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { api, useIncomingWords } from './api.ts';
import { Line } from './fields.tsx';

/** What a scan of the label opens: where the original is, and one button to give or to take it. */
export const Original = () => {
  const { labels, refusals } = useIncomingWords();
  const { code } = useParams({ strict: false }) as { code: string };
  const [place, setPlace] = useState('');
  const asked = useQuery({ ...api.whereIs.asQuery({ params: { code } }), queryKey: ['incoming', 'original', code] });
  const offer = useAct((_: undefined, key) => api.offer({ params: { code }, body: {} }, key), ['incoming']);
  const take = useAct((_: undefined, key) => api.take({ params: { code }, body: { place } }, key), ['incoming']);
  return (
    <div className="stack narrow">
      <h1>{labels.originals}</h1>
      <Loaded asked={asked}>
        {(paper) => (
          <div className="card stack">
            <Link to={`/records/${paper.documentId}`}><span className="number">{paper.number}</span>　{paper.title || labels.stubTitle}</Link>
            <p className="opinion">{labels.paper}：{[paper.with?.name, paper.place].filter(Boolean).join(' · ')}{paper.offered && `　（${labels.offered}）`}</p>
            {paper.offered && <Line label={labels.paperPlace} value={place} onChange={setPlace} />}
            <Acts words={refusals} acts={[{ name: 'take', label: labels.take, whyNot: paper.whyNot['take'], onClick: () => take.run(undefined), main: true }, { name: 'offer', label: labels.offer, whyNot: paper.whyNot['offer'], onClick: () => offer.run(undefined), main: true }]} />
            <Refusals codes={[...offer.codes, ...take.codes]} words={refusals} />
          </div>
        )}
      </Loaded>
    </div>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '#ui/Loaded.tsx';
import { api, useLibraryWords } from './api.ts';
import { People } from './Grant.tsx';
import { RightLines } from './RightLines.tsx';

/** A manager asks: what may somebody do here, and by which line. */
export const ExplainFor = ({ itemId }: { itemId: string }) => {
  const { labels } = useLibraryWords();
  const [personId, setPerson] = useState<string>();
  return (
    <section className="card stack tight" aria-label={labels.whatMay}>
      <h2>{labels.whatMay}</h2>
      <People value={personId} onChange={setPerson} />
      {personId && <Explained itemId={itemId} personId={personId} />}
    </section>
  );
};

const Explained = ({ itemId, personId }: { itemId: string; personId: string }) => {
  const { labels, states } = useLibraryWords();
  const asked = useQuery(api.explain.asQuery({ params: { itemId, personId } }));
  return <Loaded asked={asked}>{({ level, lines }) => <><p>{labels.theyMay.replace('{level}', level ? states[level] : labels.nothing)}</p><RightLines lines={lines} /></>}</Loaded>;
};

import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import type { Problem } from '#platform/problem.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { When } from '#ui/When.tsx';
import { useWords } from '#ui/words.ts';
import type { audit } from '../contract.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { api } from './api.ts';
import { Checkpoint } from './Checkpoint.tsx';

type Piece = Answer<typeof audit.verify>;

/** Walks the chain again on a press, piece by piece, and says whether every entry still is what it was. */
export const Verification = ({ acts }: { acts: Readonly<Record<string, string>> }) => {
  const { labels } = useWords({ zh, en });
  const [piece, setPiece] = useState<Piece>();
  const walk = useMutation({ mutationFn: () => walked(setPiece) });
  const percent = piece?.total ? Math.floor((piece.upTo / piece.total) * 100) : 0;
  return (
    <section className="card stack" aria-label={labels.verify}>
      <div className="spread"><div><h2>{labels.chain}</h2><p className="quiet">{labels.say}</p></div><Button type="primary" loading={walk.isPending} onClick={() => walk.mutate()}>{labels.verify}</Button></div>
      {walk.isPending && <Progress percent={percent} aria-label={labels.verify} />}
      {walk.error && <Refusals codes={(walk.error as unknown as Problem).codes ?? ['platform.offline']} words={{}} />}
      {walk.isSuccess && piece && (piece.broken ? <Broken broken={piece.broken} acts={acts} /> : <Whole {...piece} />)}
      <Checkpoint />
    </section>
  );
};

const walked = async (shown: (piece: Piece) => void) => {
  for (let after = 0; ; ) {
    const piece = await api.verify({ query: { after } });
    shown(piece);
    if (piece.isLast || piece.broken) return;
    after = piece.upTo;
  }
};

const Broken = ({ broken: { position, entry }, acts }: { broken: NonNullable<Piece['broken']>; acts: Readonly<Record<string, string>> }) => {
  const { labels } = useWords({ zh, en });
  const what = entry ? <><When at={entry.at} />　{entry.actor || labels.nobody}　{acts[entry.action] ?? entry.action}　{entry.number}</> : labels.takenOut;
  return <Alert type="error" showIcon role="alert" title={labels.broken.replace('{at}', position)} description={<p>{what}</p>} />;
};

const Whole = ({ upTo, unsealed, newest }: Piece) => {
  const { labels } = useWords({ zh, en });
  const title = [labels.whole.replace('{n}', String(upTo)), unsealed > 0 && labels.unsealed.replace('{n}', String(unsealed))].filter(Boolean).join(' ');
  return <Alert type="success" showIcon role="status" title={title} description={<>{labels.newest} <code className="wrap">{newest}</code><br /><small>{labels.newestSay}</small></>} />;
};

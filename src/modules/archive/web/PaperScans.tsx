import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { upload } from '#mechanisms/files/web/api.ts';
import { en as filesEn } from '#mechanisms/files/words.en.ts';
import { zh as filesZh } from '#mechanisms/files/words.zh.ts';
import { FilePicker } from '#ui/FilePicker.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Refusals } from '#ui/Refusals.tsx';
import { useWords } from '#ui/words.ts';
import { api } from './api.ts';
import { usePaperWords } from './paperWords.ts';

interface Problem {
  status?: number;
  codes?: readonly string[];
}

/** 补扫描件: a name is asked about before its bytes are sent, so that what is classified never is. */
export const PaperScans = () => {
  const { labels } = usePaperWords();
  const queries = useQueryClient();
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const send = async (file: File, progress: (share: number) => void) => {
    try {
      const { whyNot } = await api.scanFor({ query: { name: file.name } });
      if (whyNot.length) throw Object.assign(new Error(file.name), { status: 422, codes: whyNot });
      const stored = await upload(file, progress);
      await api.addScan({ body: { fileId: stored.id } });
      setRefused((all) => new Map([...all].filter(([name]) => name !== file.name)));
      setTaken((all) => [...all.filter((name) => name !== file.name), file.name]);
      return stored;
    } catch (problem) {
      const { status, codes } = problem as Problem;
      if (status === 422) setRefused((all) => new Map(all).set(file.name, codes ?? []));
      throw problem;
    }
  };
  const seen = () => void queries.invalidateQueries({ queryKey: ['archive'] });
  return (
    <section className="stack tight" aria-label={labels.scans}>
      <h3>{labels.scans}</h3>
      <p className="quiet">{labels.scansHint}</p>
      <FilePicker label={labels.scans} accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff" upload={send} onPicked={seen} onFailed={() => undefined} />
      {taken.length > 0 && <p role="status">{labels.scanned.replace('{n}', String(taken.length))}</p>}
      {refused.size > 0 && <Refused refused={refused} />}
    </section>
  );
};

const Refused = ({ refused }: { refused: ReadonlyMap<string, readonly string[]> }) => {
  const { labels, refusals } = usePaperWords();
  const files = useWords({ zh: filesZh, en: filesEn as unknown as typeof filesZh });
  const said: Record<string, string> = { ...files.refusals, ...refusals };
  return (
    <div className="stack tight">
      <p role="alert" className="late">{labels.notTaken.replace('{n}', String(refused.size))}</p>
      <ul className="lines">{[...refused].map(([name, codes]) => <li key={name} style={{ overflowWrap: 'anywhere' }}>{name}　<span className="late">{codes.map((code) => said[code]).join('')}</span><Refusals codes={codes.filter((code) => !said[code])} words={said} /></li>)}</ul>
    </div>
  );
};

/** What of a table has no scan yet; of stubs nothing is missing. */
export const Unscanned = ({ paperId, count }: { paperId: string; count: number }) => {
  const { labels } = usePaperWords();
  const asked = useInfiniteQuery({
    queryKey: ['archive', 'unscanned', paperId],
    queryFn: ({ pageParam }) => api.unscanned({ params: { paperId }, query: { after: pageParam, most: 50 } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return (
    <details className="fold">
      <summary>{labels.unscanned.replace('{n}', String(count))}</summary>
      <Loaded asked={asked}>{({ pages }) => <ul className="lines">{pages.flatMap(({ items }) => items).map(({ id, number, title }) => <li key={id}><Link to="/archive/items/$itemId" params={{ itemId: id }}>{number}</Link>　{title}</li>)}</ul>}</Loaded>
      {asked.hasNextPage && <Button loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>{labels.more}</Button>}
    </details>
  );
};

import { Amount, Line, OneOf, Text } from '#ui/fields.tsx';
import { useNow } from '#ui/now.ts';
import { wall } from '#ui/times.ts';
import type { Due } from '../destruction/contract.ts';
import { type Verdict, verdicts } from '../destruction/nouns.ts';
import { api } from './api.ts';
import { Ask } from './Ask.tsx';
import { Title } from './columns.tsx';
import { useDestructionWords } from './destructionWords.ts';

interface Judged {
  verdict: Verdict;
  keepUntil: number;
  why: string;
}

interface Asked {
  items: readonly Due[];
  onClose: () => void;
  onDone: () => void;
}

/** 鉴定: for each item, destroyed or kept longer; together they are a 销毁清册. */
export const Judging = ({ items, onClose, onDone }: Asked) => {
  const { labels, verdicts: named } = useDestructionWords();
  const fresh: Judged = { verdict: 'destroy', keepUntil: Number(wall(useNow()).slice(0, 4)) + 5, why: '' };
  const start = { appraisal: '', judged: {} as { [itemId: string]: Judged } };
  const of = (judged: typeof start.judged, id: string) => judged[id] ?? fresh;
  return (
    <Ask title={labels.make} what={labels.chosen.replace('{n}', String(items.length))} follows={labels.makeThen} draft="archive.destruction" start={start} width={760} onClose={onClose} onDone={onDone}
      ready={({ appraisal, judged }) => appraisal.trim() !== '' && items.every(({ id }) => of(judged, id).verdict === 'destroy' || of(judged, id).why.trim() !== '')}
      send={({ appraisal, judged }, key) => api.listForDestruction({ body: { appraisal, items: items.map(({ id }) => ({ itemId: id, ...of(judged, id), keepUntil: of(judged, id).verdict === 'keep' ? of(judged, id).keepUntil : null })) } }, key)}>
      {({ appraisal, judged }, set) => (
        <>
          <Text label={labels.appraisal} rows={2} value={appraisal} onChange={(next) => set({ appraisal: next })} />
          <ul className="lines">
            {items.map((item) => {
              const one = of(judged, item.id);
              const change = (next: Partial<Judged>) => set({ judged: { ...judged, [item.id]: { ...one, ...next } } });
              return (
                <li key={item.id}>
                  <div><span className="number quiet">{item.number}</span>　<Title line={item} /></div>
                  <OneOf<Verdict> label={labels.verdict} value={one.verdict} onChange={(verdict) => change({ verdict })} options={verdicts.map((verdict) => [verdict, named[verdict]] as const)} />
                  {one.verdict === 'keep' && <><Amount label={labels.keepUntil} least={fresh.keepUntil - 5} most={9999} value={one.keepUntil} onChange={(keepUntil) => change({ keepUntil })} /><Line label={labels.keepWhy} most={300} value={one.why} onChange={(why) => change({ why })} /></>}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </Ask>
  );
};

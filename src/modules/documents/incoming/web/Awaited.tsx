import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Answer } from '#platform/contract.ts';
import type { Problem } from '#platform/problem.ts';
import { Check } from '#ui/Check.tsx';
import { Loaded, Nothing } from '#ui/Loaded.tsx';
import { newKey } from '#ui/new-key.ts';
import { Left, When } from '#ui/When.tsx';
import { en as uiEn } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh as uiZh } from '#ui/words.zh.ts';
import type { urging } from '../urging/contract.ts';
import { api, useIncomingWords } from './api.ts';

type Page = Answer<typeof urging.awaited>;
type Line = Page['awaited'][number];

/** 催办: everything that is waited for, urged one by one or many at once; each line then says what came of it. */
export const Awaited = () => {
  const { labels } = useIncomingWords();
  const ui = useWords({ zh: uiZh, en: uiEn });
  const found = useInfiniteQuery({
    queryKey: ['incoming', 'awaited'],
    queryFn: ({ pageParam }) => api.awaited({ query: pageParam ? { after: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next ?? undefined,
  });
  const { chosen, choose, urge, busy, said } = useUrging();
  return (
    <Loaded asked={found}>
      {({ pages }) => {
        const lines = pages.flatMap(({ awaited }) => awaited);
        if (!lines.length) return <Nothing>{labels.nothingAwaited}</Nothing>;
        const those = lines.filter(({ id }) => chosen.has(id));
        return (
          <div className="card stack">
            <div className="spread">
              <Check checked={those.length === lines.length} onChange={(on) => choose(on ? lines.map(({ id }) => id) : [])}>{labels.all}</Check>
              <Button type="primary" disabled={!those.length} loading={busy} onClick={() => urge(those)}>{labels.urgeChosen.replace('{n}', String(those.length))}</Button>
            </div>
            <ul className="lines">{lines.map((line) => <AwaitedLine key={line.id} line={line} said={said.get(line.id)} checked={chosen.has(line.id)} onCheck={(on) => choose(on ? [...chosen, line.id] : [...chosen].filter((id) => id !== line.id))} />)}</ul>
            {found.hasNextPage && <div><Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>{ui.labels.more}</Button></div>}
          </div>
        );
      }}
    </Loaded>
  );
};

/** One after the other, so that one that is refused stops none of the rest. */
const useUrging = () => {
  const { labels, refusals } = useIncomingWords();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState(false);
  const urgeOne = ({ id, item, documentId }: Line) =>
    api.urge({ params: { documentId }, body: { item, itemId: id } }, newKey()).then(
      ({ how }) => (how === 'phone' ? labels.urgedByCall : labels.urgedNow),
      (problem: Problem) => problem.codes.map((code) => (refusals as Record<string, string>)[code] ?? code).join(' '),
    );
  const urge = async (lines: readonly Line[]) => {
    setBusy(true);
    for (const line of lines) {
      const what = await urgeOne(line);
      setSaid((before) => new Map(before).set(line.id, what));
    }
    setBusy(false);
    setChosen(new Set());
    await queries.invalidateQueries({ queryKey: ['incoming'] });
  };
  return { chosen, choose: (ids: readonly string[]) => setChosen(new Set(ids)), urge, busy, said };
};

const AwaitedLine = ({ line, checked, onCheck, said }: { line: Line; checked: boolean; onCheck: (on: boolean) => void; said: string | undefined }) => {
  const { labels, awaitedItems } = useIncomingWords();
  const { documentId, number, title, whom, item, since, dueAt, times, lastAt } = line;
  return (
    <li className="spread">
      <span>
        <Check checked={checked} onChange={onCheck}><strong>{whom}</strong>{awaitedItems[item as 'part']}</Check><br />
        <Link to={`/records/${documentId}`}><span className="number">{number}</span>　{title || labels.stubTitle}</Link>　<Left dueAt={dueAt} />
      </span>
      <span className="quiet">{said ? <strong role="status">{said}</strong> : <>{labels.heldSince} <When at={since} />{times > 0 && lastAt && <>　{labels.urge} {times}（<When at={lastAt} />）</>}</>}</span>
    </li>
  );
};

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Loaded } from '#ui/Loaded.tsx';
import type { PaperLine } from '../paper/contract.ts';
import { api, useArchiveWords } from './api.ts';
import { usePaperWords } from './paperWords.ts';

/** The rows of a table as they were read, each with what is wrong with it. */
export const PaperLines = ({ paperId, faulty }: { paperId: string; faulty: boolean }) => {
  const { labels } = usePaperWords();
  const { labels: names } = useArchiveWords();
  const asked = useInfiniteQuery({
    queryKey: ['archive', 'paperLines', paperId, faulty],
    queryFn: ({ pageParam }) => api.paperLines({ params: { paperId }, query: { faulty: String(faulty), after: pageParam, most: 50 } }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const heads = [labels.line, names.number, names.title, names.author, labels.found];
  const title = faulty ? labels.faulty : labels.fine;
  return (
    <details className="fold" open={faulty}>
      <summary>{title}</summary>
      <Loaded asked={asked}>
        {({ pages }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled by keyboard
          <div className="wide" tabIndex={0} role="region" aria-label={title} style={{ maxHeight: '50vh' }}>
            <table className="book shown">
              <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
              <tbody>{pages.flatMap(({ lines }) => lines).map((line) => <Row key={line.line} line={line} />)}</tbody>
            </table>
          </div>
        )}
      </Loaded>
      {asked.hasNextPage && <Button loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>{labels.more}</Button>}
    </details>
  );
};

const Row = ({ line }: { line: PaperLine }) => {
  const { labels, paperFaults } = usePaperWords();
  const { labels: names } = useArchiveWords();
  return (
    <tr>
      <td>{line.line}</td><td>{line.number}</td><td>{line.stub ? names.stubTitle : line.title}</td><td>{line.author}</td>
      <td className={line.faults.length ? 'late' : 'quiet'}>{line.faults.map((code) => paperFaults[code as 'title'] ?? code).join('；') || (line.stub ? labels.stub : labels.fineLine)}</td>
    </tr>
  );
};

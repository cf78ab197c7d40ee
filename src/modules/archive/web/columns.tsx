import { type Column, RowLink } from '#ui/List.tsx';
import { Day } from '#ui/When.tsx';
import type { Line } from '../nouns.ts';
import { useArchiveWords } from './api.ts';

export const hrefOf = ({ id }: Pick<Line, 'id'>) => `/archive/items/${id}`;

export const Title = ({ line }: { line: Pick<Line, 'title' | 'secrecy'> }) => {
  const { labels } = useArchiveWords();
  return line.secrecy > 0 ? <span className="quiet">{labels.stubTitle}</span> : <>{line.title}</>;
};

const Number = ({ line }: { line: Line }) => {
  const { labels } = useArchiveWords();
  return <span className="number">{line.withdrawnAt ? <><s>{line.number}</s> <span className="quiet">{labels.void}</span></> : line.destroyedAt ? <>{line.number} <span className="quiet">{labels.destroyed}</span></> : line.number}</span>;
};

/** The columns of the 归档文件目录, in its order (DA/T 22-2015). */
export const useColumns = (): Column<Line>[] => {
  const { labels, secrecies } = useArchiveWords();
  return [
    { name: 'number', title: labels.number, cell: (line) => <Number line={line} /> },
    { name: 'docNumber', title: labels.docNumber, cell: (line) => <span className="number">{line.docNumber}</span> },
    { name: 'author', title: labels.author, least: '7em', cell: (line) => line.author },
    { name: 'title', title: labels.title, grow: true, cell: (line) => <RowLink to={hrefOf(line)}><Title line={line} /></RowLink> },
    { name: 'writtenOn', title: labels.writtenOn, cell: (line) => <Day on={line.writtenOn} /> },
    { name: 'secrecy', title: labels.secrecy, cell: (line) => secrecies[line.secrecy] },
    { name: 'pages', title: labels.pages, cell: (line) => line.pages },
    { name: 'box', title: labels.box, cell: (line) => line.box?.seq },
    { name: 'remark', title: labels.remark, cell: (line) => line.remark },
  ];
};

export const Card = ({ line }: { line: Line }) => (
  <>
    <div className="spread"><Number line={line} /><Day on={line.writtenOn} /></div>
    <RowLink to={hrefOf(line)}><Title line={line} /></RowLink>
    <div className="quiet">{line.author}　<span className="number">{line.docNumber}</span></div>
  </>
);

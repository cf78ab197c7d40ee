import { type Column, RowLink } from '#ui/List.tsx';
import { Day, When } from '#ui/When.tsx';
import type { Line } from '../nouns.ts';
import { useIncomingWords } from './api.ts';
import { DocumentState, Marks, useTitle } from './shown.tsx';

export const hrefOf = ({ id }: Line) => `/records/${id}`;

/** What the narrow office screen holds at once; the rest of the book is a choice away. */
export const firstColumns = ['number', 'receivedAt', 'sender', 'senderNumber', 'title', 'kind', 'lead', 'dueAt', 'state'];

/** The columns of the paper book, in its order. */
export const useColumns = (): Column<Line>[] => {
  const { labels, secrecies, urgencies, handlings } = useIncomingWords();
  const titleOf = useTitle();
  return [
    { name: 'number', title: labels.number, sort: 'number', newestFirst: true, cell: (line) => <span className="number">{line.number}</span> },
    { name: 'receivedAt', title: labels.receivedAt, sort: 'received', newestFirst: true, cell: (line) => <When at={line.receivedAt} /> },
    { name: 'sender', title: labels.sender, least: '7em', sort: 'sender', cell: (line) => line.sender },
    { name: 'senderNumber', title: labels.senderNumber, cell: (line) => <span className="number">{line.senderNumber}</span> },
    { name: 'title', title: labels.title, grow: true, sort: 'title', cell: (line) => <RowLink to={hrefOf(line)}><Marks line={line} />{titleOf(line)}</RowLink> },
    { name: 'writtenOn', title: labels.writtenOn, cell: (line) => <Day on={line.writtenOn} /> },
    { name: 'kind', title: labels.kind, cell: (line) => <span className="number">{line.kind}</span> },
    { name: 'secrecy', title: labels.secrecy, cell: ({ secrecy, secrecyPeriod }) => [secrecies[secrecy], secrecyPeriod].filter(Boolean).join('★') },
    { name: 'urgency', title: labels.urgency, cell: ({ urgency }) => urgencies[urgency] },
    { name: 'copies', title: labels.copies, cell: (line) => line.copies },
    { name: 'copyNumbers', title: labels.copyNumbers, cell: (line) => line.copyNumbers },
    { name: 'pages', title: labels.pages, cell: (line) => line.pages },
    { name: 'attachments', title: labels.attachments, cell: (line) => line.attachments },
    { name: 'handling', title: labels.handling, cell: ({ handling }) => <span className="number">{handlings[handling]}</span> },
    { name: 'lead', title: labels.lead, least: '4em', cell: (line) => line.lead },
    { name: 'assists', title: labels.assists, cell: (line) => line.assists.join('、') },
    { name: 'dueAt', title: labels.dueAt, sort: 'due', cell: (line) => line.dueAt && <span className={line.late ? 'late' : undefined}><When at={line.dueAt} /></span> },
    { name: 'paper', title: labels.paper, least: '6em', cell: (line) => line.paper },
    { name: 'archiveNumber', title: labels.archiveNumber, cell: (line) => <span className="number">{line.archiveNumber}</span> },
    { name: 'state', title: labels.state, cell: (line) => <DocumentState line={line} /> },
  ];
};

export const Card = ({ line }: { line: Line }) => {
  const titleOf = useTitle();
  return (
    <>
      <div className="spread"><span className="number quiet">{line.number}</span><DocumentState line={line} /></div>
      <RowLink to={hrefOf(line)}><Marks line={line} />{titleOf(line)}</RowLink>
      <div className="quiet">{line.sender}　<When at={line.receivedAt} />　{line.lead}</div>
    </>
  );
};

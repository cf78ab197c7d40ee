import { type Column, RowLink } from '#ui/List.tsx';
import { When } from '#ui/When.tsx';
import type { Line } from '../nouns.ts';
import { useOutgoingWords } from './api.ts';
import { DocumentState, Urgency } from './shown.tsx';

export const hrefOf = ({ id }: Line) => `/records/${id}`;

export const firstColumns = ['number', 'title', 'kind', 'department', 'signedBy', 'signedAt', 'issuedAt', 'state'];

/** The columns of the paper book, in its order. */
export const useColumns = (): Column<Line>[] => {
  const { labels, urgencies, routes } = useOutgoingWords();
  const when = (at: string | null) => at && <When at={at} />;
  return [
    { name: 'number', title: labels.number, cell: (line) => <span className="number">{line.number}</span> },
    { name: 'title', title: labels.title, grow: true, cell: (line) => <RowLink to={hrefOf(line)}><Urgency urgency={line.urgency} />{line.title}</RowLink> },
    { name: 'kind', title: labels.kind, cell: (line) => <span className="number">{line.kind}</span> },
    { name: 'route', title: labels.route, cell: ({ route }) => <span className="number">{routes[route]}</span> },
    { name: 'urgency', title: labels.urgency, cell: ({ urgency }) => urgencies[urgency] },
    { name: 'drafter', title: labels.drafter, cell: (line) => <span className="number">{line.drafter.name}</span> },
    { name: 'department', title: labels.department, least: '6em', cell: (line) => line.department.name },
    { name: 'createdAt', title: labels.createdAt, cell: (line) => <When at={line.createdAt} /> },
    { name: 'signedBy', title: labels.signedBy, cell: (line) => <span className="number">{line.signedBy?.name}</span> },
    { name: 'signedAt', title: labels.signedAt, cell: (line) => when(line.signedAt) },
    { name: 'mainTo', title: labels.mainTo, least: '8em', cell: (line) => line.mainTo.join('、') },
    { name: 'copyTo', title: labels.copyTo, least: '8em', cell: (line) => line.copyTo.join('、') },
    { name: 'copies', title: labels.copies, cell: (line) => line.copies || '' },
    { name: 'printedAt', title: labels.printedAt, cell: (line) => when(line.printedAt) },
    { name: 'sealUses', title: labels.seals, cell: (line) => line.sealUses || '' },
    { name: 'issuedAt', title: labels.issuedAt, cell: (line) => when(line.issuedAt) },
    { name: 'archiveNumber', title: labels.archiveNumber, cell: (line) => <span className="number">{line.archiveNumber}</span> },
    { name: 'state', title: labels.state, cell: (line) => <DocumentState state={line.state} /> },
  ];
};

export const Card = ({ line }: { line: Line }) => {
  const { labels } = useOutgoingWords();
  return (
    <>
      <div className="spread"><span className="number quiet">{line.number ?? labels.noNumber}</span><DocumentState state={line.state} /></div>
      <RowLink to={hrefOf(line)}><Urgency urgency={line.urgency} />{line.title}</RowLink>
      <div className="quiet">{line.department.name}　{line.drafter.name}　<When at={line.createdAt} /></div>
    </>
  );
};

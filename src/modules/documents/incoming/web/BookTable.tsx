import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { When } from '#ui/When.tsx';
import type { Line } from '../nouns.ts';
import { useIncomingWords } from './api.ts';
import { DocumentState, Marks, useTitle } from './shown.tsx';

export const columnNames = ['number', 'receivedAt', 'sender', 'senderNumber', 'title', 'writtenOn', 'kind', 'copies', 'lead', 'assists', 'dueAt', 'paper', 'state'] as const;
export type ColumnName = (typeof columnNames)[number];

export const BookTable = ({ lines, columns }: { lines: readonly Line[]; columns: readonly ColumnName[] }) => {
  const { labels } = useIncomingWords();
  const navigate = useNavigate();
  return (
    <div className="wide">
      <table className="book">
        <thead><tr>{columns.map((name) => <th key={name} scope="col">{labels[name]}</th>)}</tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} data-link onClick={() => navigate({ to: `/records/${line.id}` })}>
              {columns.map((name) => <td key={name}><Cell line={line} name={name} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Cell = ({ line, name }: { line: Line; name: ColumnName }) => {
  const titleOf = useTitle();
  const cells: Record<ColumnName, () => ReactNode> = {
    number: () => <span className="number">{line.number}</span>,
    receivedAt: () => <When at={line.receivedAt} />,
    sender: () => line.sender,
    senderNumber: () => <span className="number">{line.senderNumber}</span>,
    title: () => <Link to={`/records/${line.id}`} onClick={(event) => event.stopPropagation()}><Marks line={line} />{titleOf(line)}</Link>,
    writtenOn: () => <span className="number">{line.writtenOn}</span>,
    kind: () => line.kind,
    copies: () => line.copies,
    lead: () => line.lead,
    assists: () => line.assists.join('、'),
    dueAt: () => line.dueAt && <When at={line.dueAt} />,
    paper: () => line.paper,
    state: () => <DocumentState line={line} />,
  };
  return <>{cells[name]()}</>;
};

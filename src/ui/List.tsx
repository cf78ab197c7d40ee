import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

export interface Column<Row> {
  name: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Takes the room that is left: the title. */
  grow?: boolean;
  /** Never narrower than this, such as `7em`. */
  least?: string;
  /** What the list is asked for to be in the order of this column. */
  sort?: string;
  /** That order begins with the newest. */
  newestFirst?: boolean;
}

export interface Sorted {
  by: string;
  reverse: boolean;
}

interface Props<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Where a row leads. */
  hrefOf?: (row: Row) => string;
  /** The same row on a phone, in three lines. */
  card: (row: Row) => ReactNode;
  /** The order now, and another one. */
  sorted?: Sorted;
  onSort?: (sorted: Sorted) => void;
}

const fits = 10;

/** A register: the columns of the paper book with a head that stays; on a phone a card for each line. */
export const List = <Row extends { id: string }>({ columns, rows, hrefOf, card, sorted, onSort }: Props<Row>) => {
  const open = useOpening(hrefOf);
  return (
    <>
      <div className={columns.length > fits ? 'wide' : 'books'}>
        <table className="book">
          <thead><tr>{columns.map((column) => <Head key={column.name} column={column} sorted={sorted} onSort={onSort} />)}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-link={hrefOf ? '' : undefined} onClick={(event) => open(event, row)}>
                {columns.map(({ name, cell, grow }) => <td key={name} className={grow ? 'grow' : undefined}>{cell(row)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="cards">{rows.map((row) => <li key={row.id} onClick={(event) => open(event, row)}>{card(row)}</li>)}</ul>
    </>
  );
};

/** The column's own order; pressed again, the other way round. */
const Head = <Row,>({ column: { title, least, sort, newestFirst = false }, sorted, onSort }: { column: Column<Row>; sorted: Sorted | undefined; onSort: ((sorted: Sorted) => void) | undefined }) => {
  const isThis = sort !== undefined && sorted?.by === sort;
  const falls = isThis && sorted.reverse !== newestFirst;
  return (
    <th scope="col" style={{ minWidth: least }} aria-sort={isThis ? (falls ? 'descending' : 'ascending') : undefined}>
      {sort && onSort ? <button type="button" className="sort" onClick={() => onSort({ by: sort, reverse: isThis && !sorted.reverse })}>{title}<span aria-hidden="true">{isThis && (falls ? ' ↓' : ' ↑')}</span></button> : title}
    </th>
  );
};

/** A press anywhere on the row opens it; a link or a button in it does what it says, and chosen text stays chosen. */
const useOpening = <Row,>(hrefOf: ((row: Row) => string) | undefined) => {
  const navigate = useNavigate();
  return (event: MouseEvent, row: Row) => {
    if (!hrefOf || (event.target as HTMLElement).closest('a, button, input, label') || window.getSelection()?.toString()) return;
    void navigate({ to: hrefOf(row) });
  };
};

/** The link in a row: what keyboard and screen reader open it by. */
export const RowLink = ({ to, children }: { to: string; children: ReactNode }) => <Link to={to}>{children}</Link>;

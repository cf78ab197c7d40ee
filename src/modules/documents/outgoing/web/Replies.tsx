import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '#mechanisms/access/web/me.ts';
import { api, useOutgoingWords } from './api.ts';
import { DocumentState } from './shown.tsx';

interface Props {
  /** The record that is answered, and what a reply begins with. */
  recordId: string;
  title: string;
  sender: string;
  /** Whether it may still be answered. */
  open: boolean;
}

/** On the page of what it answers: the replies, and how one begins. */
export const Replies = ({ recordId, title, sender, open }: Props) => {
  const { labels } = useOutgoingWords();
  const may = useMay();
  const { data } = useQuery(api.list.asQuery({ query: { answers: recordId } as never }));
  const replies = (data?.documents ?? []).filter(({ state }) => state !== 'dropped');
  const begins = open && may('outgoing.draft');
  if (!replies.length && !begins) return null;
  return (
    <section className="card stack tight" aria-label={labels.replies}>
      <div className="spread"><h2>{labels.replies}</h2>{begins && <Link to={'/outgoing/new' as string} search={{ answers: recordId, title, sender } as never}>{labels.draftReply}</Link>}</div>
      <ul className="lines">{replies.map(({ id, number, title: of, state }) => <li key={id} className="spread"><Link to={`/records/${id}`}><span className="number">{number}</span>　{of}</Link><DocumentState state={state} /></li>)}</ul>
    </section>
  );
};

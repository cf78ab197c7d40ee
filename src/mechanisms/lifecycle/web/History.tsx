import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import type { Answer } from '#platform/contract.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Timeline } from '#ui/Timeline.tsx';
import type { lifecycle } from '../contract.ts';
import { ActWords } from './act-words.ts';
import { api } from './api.ts';

type Line = Answer<typeof lifecycle.history>['lines'][number];

interface Props {
  recordId: string;
  /** The module whose changes make it stale. */
  module: string;
  title: string;
  acts: Readonly<Record<string, string>>;
  /** '{who} for {whom}'. */
  whoForWhom: string;
  /** Acts that another line says already. */
  without?: readonly string[];
  saidIn: (details: Line['details']) => string;
}

/** What happened, in order, opinions in full: who, in which post, for whom, when. */
export const History = ({ recordId, module, title, acts, whoForWhom, saidIn, without = [] }: Props) => {
  const asked = useQuery({ ...api.history.asQuery({ params: { recordId } }), queryKey: [module, 'history', recordId] });
  const others = useContext(ActWords);
  const whoOf = ({ who, forWhom }: Line) => (forWhom ? whoForWhom.replace('{who}', who.name).replace('{whom}', forWhom.name) : who.name);
  if (asked.data?.lines.length === 0) return null;
  return (
    <section className="card stack" aria-label={title}>
      <h2>{title}</h2>
      <Loaded asked={asked}>{({ lines }) => <Timeline lines={lines.filter(({ what }) => !without.includes(what)).map((line) => ({ id: line.id, at: line.at, post: line.post, what: acts[line.what] ?? others[line.what] ?? line.what, who: whoOf(line), said: saidIn(line.details) }))} />}</Loaded>
    </section>
  );
};

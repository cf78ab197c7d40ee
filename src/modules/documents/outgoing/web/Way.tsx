import { useQuery } from '@tanstack/react-query';
import { WayAhead } from '#mechanisms/approvals/web/WayAhead.tsx';
import { api, useOutgoingWords } from './api.ts';
import type { Typed } from './typed.ts';

/** Who will sign it once it is sent, as it is typed now; each step with its reason. */
export const Way = ({ documentId, typed: { kind, route, urgency, countersign, mainTo } }: { documentId: string; typed: Typed }) => {
  const { labels } = useOutgoingWords();
  const query = { kind, route, urgent: String(urgency > 0), copies: String(mainTo.length), countersign: countersign.join(',') };
  const { data } = useQuery({ ...api.way.asQuery({ params: { documentId }, query: query as never }), placeholderData: (before) => before });
  if (!data) return null;
  const names = data.steps.flatMap((step, i) => (data.stages[i]!.needed ? [data.stages[i]!.people.map(({ name }) => name).join('、') || (step.who.kind === 'chosen' ? labels.chosenWhenSent : labels.nobodySigns)] : []));
  return (
    <section className="card stack" aria-label={labels.wayAhead}>
      <h2>{labels.wayAhead}</h2>
      <p>{names.join(' → ')}</p>
      <details className="fold"><summary>{labels.whyThisWay}</summary><WayAhead way={data} goes={labels.stepGoes} skips={labels.stepSkips} nobody={labels.nobodySigns} chosenLater={labels.chosenWhenSent} /></details>
    </section>
  );
};

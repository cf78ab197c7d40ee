import { useQuery } from '@tanstack/react-query';
import { api as lifecycle } from '#mechanisms/lifecycle/web/api.ts';
import { Loaded } from '#ui/Loaded.tsx';
import { Timeline } from '#ui/Timeline.tsx';
import { useIncomingWords } from './api.ts';

/** What happened, in order, opinions in full: who, in which post, for whom, when. */
export const History = ({ documentId }: { documentId: string }) => {
  const { labels, acts } = useIncomingWords();
  const asked = useQuery({ ...lifecycle.history.asQuery({ params: { recordId: documentId } }), queryKey: ['incoming', 'history', documentId] });
  return (
    <section className="card stack" aria-label={labels.timeline}>
      <h2>{labels.timeline}</h2>
      <Loaded asked={asked}>
        {({ lines }) => (
          <Timeline lines={lines.map(({ id, who, forWhom, post, what, at, details }) => ({ id, at, post, what: (acts as Record<string, string>)[what] ?? what, who: forWhom ? labels.whoForWhom.replace('{who}', who.name).replace('{whom}', forWhom.name) : who.name, said: saidIn(details) }))} />
        )}
      </Loaded>
    </section>
  );
};

const texts = ['department', 'whom', 'reason', 'text', 'note', 'result', 'sentence', 'details', 'how', 'why', 'said', 'place', 'outgoingNumber'];
const codes = ['app', 'phone', 'mail', 'document', 'visit'];

/** The words somebody wrote, whatever act they came with. */
const saidIn = (details: Record<string, unknown>) =>
  texts
    .filter((name) => !(name === 'how' && typeof details['details'] === 'string'))
    .map((name) => details[name])
    .filter((value): value is string => typeof value === 'string' && value !== '' && !codes.includes(value))
    .join('　');

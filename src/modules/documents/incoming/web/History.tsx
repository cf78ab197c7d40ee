import { History as Lines } from '#mechanisms/lifecycle/web/History.tsx';
import { useIncomingWords } from './api.ts';

export const History = ({ documentId }: { documentId: string }) => {
  const { labels, acts } = useIncomingWords();
  return <Lines recordId={documentId} module="incoming" title={labels.timeline} acts={acts} whoForWhom={labels.whoForWhom} saidIn={saidIn} />;
};

const texts = ['department', 'people', 'whom', 'reason', 'text', 'note', 'result', 'sentence', 'details', 'how', 'why', 'said', 'place', 'outgoingNumber'];
const codes = ['app', 'phone', 'mail', 'document', 'visit'];

/** The words somebody wrote, whatever act they came with. */
const saidIn = (details: Record<string, unknown>) =>
  texts
    .filter((name) => !(name === 'how' && typeof details['details'] === 'string'))
    .map((name) => details[name])
    .filter((value): value is string => typeof value === 'string' && value !== '' && !codes.includes(value))
    .join('　');

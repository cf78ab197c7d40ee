import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Loaded } from '#ui/Loaded.tsx';
import { api } from './api.ts';
import { Whole } from './ItemPage.tsx';

/** A record that came with the archive itself: its page is that of its item. */
export const RecordPage = () => {
  const { recordId } = useParams({ strict: false }) as { recordId: string };
  const asked = useQuery(api.ofRecord.asQuery({ params: { recordId } }));
  return <Loaded asked={asked}>{({ id }) => <Whole itemId={id} />}</Loaded>;
};

import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Problem } from '#platform/problem.ts';
import { Refusals } from '#ui/Refusals.tsx';
import { api, hrefOf, useLibraryWords } from './api.ts';

/** A link was opened: it leads to its file or folder, or says that it has ended. */
export const LinkPage = () => {
  const { grantId } = useParams({ strict: false }) as { grantId: string };
  const { labels, refusals } = useLibraryWords();
  const navigate = useNavigate();
  const { data, error } = useQuery({ queryKey: ['link', grantId], queryFn: () => api.openLink({ params: { grantId }, body: {} }), retry: false, gcTime: 0 });
  useEffect(() => {
    if (data) void navigate({ to: hrefOf({ id: data.itemId, isFolder: data.isFolder }), replace: true });
  }, [data, navigate]);
  return <div className="stack narrow"><h1>{labels.link}</h1>{error ? <Refusals codes={(error as unknown as Problem).codes ?? ['platform.bug']} words={refusals} /> : <p className="coming" role="status">{labels.opening}</p>}</div>;
};

import { useNavigate } from '@tanstack/react-router';
import { SearchField } from '#ui/SearchField.tsx';
import { useLibraryWords } from './api.ts';

/** Looks for words in the files of this folder and below, or of the whole library. */
export const SearchLine = ({ folderId }: { folderId?: string }) => {
  const { labels } = useLibraryWords();
  const navigate = useNavigate();
  return <SearchField label={folderId ? labels.searchHere : labels.searchAll} value="" onSearch={(q) => q && void navigate({ to: '/library/search', search: { q, ...(folderId && { in: folderId }) } as never })} />;
};

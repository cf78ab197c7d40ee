import { Link } from '@tanstack/react-router';
import './library.css';
import { useLibraryWords } from './api.ts';

/** Where one is, from the top. */
export const Crumbs = ({ path }: { path: readonly { id: string; name: string }[] }) => {
  const { labels } = useLibraryWords();
  return (
    <nav className="crumbs" aria-label={labels.path}>
      <ol>
        <li><Link to="/library">{labels.library}</Link></li>
        {path.map(({ id, name }) => <li key={id}><Link to={`/library/${id}`}>{name}</Link></li>)}
      </ol>
    </nav>
  );
};

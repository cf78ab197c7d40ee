import { Link } from '@tanstack/react-router';
import { useWords } from '#ui/words.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

/** A page of other posts. */
export const Closed = () => {
  const words = useWords({ zh, en });
  return <div className="stack narrow"><h1>{words.closed}</h1><p>{words.closedWhy}</p><p><Link to="/">{words.goHome}</Link></p></div>;
};

/** An address that leads nowhere. */
export const Nowhere = () => {
  const words = useWords({ zh, en });
  return <div className="stack narrow"><h1>{words.nowhere}</h1><p>{words.nowhereWhy}</p><p><Link to="/">{words.goHome}</Link></p></div>;
};

/** A page that could not be shown, for instance because a new version was installed meanwhile. What was typed is kept in its draft. */
export const Broken = ({ error }: { error: unknown }) => {
  const words = useWords({ zh, en });
  return (
    <div className="stack narrow" role="alert">
      <h1>{words.broken}</h1>
      <p>{words.brokenWhy}</p>
      <p><button type="button" className="plain" onClick={() => location.reload()}>{words.reload}</button>　<Link to="/">{words.goHome}</Link></p>
      <details><summary>{words.brokenDetails}</summary><pre tabIndex={0}>{error instanceof Error ? error.message : String(error)}</pre></details>
    </div>
  );
};

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

import { differencesOf, type Paragraph } from './differences.ts';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';
import './differences.css';

/** Two texts by paragraph: what came, what went, what was changed, by letters; long stretches that are the same are counted. */
export const Differences = ({ before, after }: { before: string; after: string }) => <div className="diff">{folded(differencesOf(before, after)).map((one, i) => (typeof one === 'number' ? <Left key={i} count={one} /> : <OneParagraph key={i} paragraph={one} />))}</div>;

const Left = ({ count }: { count: number }) => {
  const { labels } = useWords({ zh, en });
  return <p className="quiet">{labels.sameParagraphs.replace('{n}', String(count))}</p>;
};

const near = 1;

/** Long stretches that are the same are counted, not shown. */
const folded = (all: readonly Paragraph[]): (Paragraph | number)[] => {
  const isNear = (i: number) => all.slice(Math.max(0, i - near), i + near + 1).some(({ how }) => how !== 'same');
  return all.reduce<(Paragraph | number)[]>((shown, one, i) => {
    if (isNear(i)) return [...shown, one];
    const last = shown.at(-1);
    return typeof last === 'number' ? [...shown.slice(0, -1), last + 1] : [...shown, 1];
  }, []);
};

const OneParagraph = ({ paragraph: { how, pieces } }: { paragraph: Paragraph }) => {
  const { changesShown } = useWords({ zh, en });
  return (
    <p data-how={how}>
      <span className="diff-word">{how === 'same' ? '' : changesShown[how]}</span>
      <span className="wrap">{pieces.map(({ text, how: piece }, i) => (piece === 'added' ? <ins key={i}>{text}</ins> : piece === 'removed' ? <del key={i}>{text}</del> : text))}</span>
    </p>
  );
};

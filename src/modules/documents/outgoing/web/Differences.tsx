import type { Content } from '../nouns.ts';
import { useOutgoingWords } from './api.ts';
import { differencesOf, type Paragraph } from './differences.ts';
import './outgoing.css';

/** What changed between two versions, field by field; what is the same is left out but for the body. */
export const ContentDifferences = ({ before, after }: { before: Content; after: Content }) => {
  const { labels } = useOutgoingWords();
  const fields: [string, string, string][] = [
    [labels.title, before.title, after.title], [labels.mainTo, before.mainTo.join('\n'), after.mainTo.join('\n')], [labels.copyTo, before.copyTo.join('\n'), after.copyTo.join('\n')],
    [labels.body, before.body, after.body], [labels.attachments, before.attachments.join('\n'), after.attachments.join('\n')], [labels.note, before.note, after.note],
  ];
  const changed = fields.filter(([, from, to]) => from !== to);
  const isOtherFile = before.bodyFile !== after.bodyFile;
  if (!changed.length && !isOtherFile) return <p className="quiet">{labels.noDifference}</p>;
  return (
    <div className="stack tight">
      {isOtherFile && <p>{labels.otherFile}</p>}
      {changed.map(([label, from, to]) => <div key={label}><h3>{label}</h3><Differences before={from} after={to} /></div>)}
    </div>
  );
};

const Differences = ({ before, after }: { before: string; after: string }) => <div className="diff">{folded(differencesOf(before, after)).map((one, i) => (typeof one === 'number' ? <Left key={i} count={one} /> : <OneParagraph key={i} paragraph={one} />))}</div>;

const Left = ({ count }: { count: number }) => {
  const { labels } = useOutgoingWords();
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
  const { changesShown } = useOutgoingWords();
  return (
    <p data-how={how}>
      <span className="diff-word">{how === 'same' ? '' : changesShown[how]}</span>
      <span className="wrap">{pieces.map(({ text, how: piece }, i) => (piece === 'added' ? <ins key={i}>{text}</ins> : piece === 'removed' ? <del key={i}>{text}</del> : text))}</span>
    </p>
  );
};

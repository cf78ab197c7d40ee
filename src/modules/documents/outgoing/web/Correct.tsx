import { Line, Text } from '#ui/fields.tsx';
import type { Content, Document } from '../nouns.ts';
import { api, useOutgoingWords } from './api.ts';
import { Ask } from './Ask.tsx';
import { BodyEditor } from '#ui/BodyEditor.tsx';
import { ContentDifferences } from './Differences.tsx';

interface Props {
  document: Document;
  onClose: () => void;
}

interface Typed {
  content: Content;
  base: number;
  why: string;
}

const Changing = ({ document, onClose, act }: Props & { act: 'correct' | 'signAgain' }) => {
  const { labels, verbs } = useOutgoingWords();
  const start: Typed = { content: document.content, base: document.version, why: '' };
  const send = act === 'correct' ? api.correct : api.signAgain;
  const list = (value: string) => value.split(/[、，,；;\n]/).map((name) => name.trim()).filter(Boolean);
  return (
    <Ask<Typed> title={verbs[act]} width={900} what={document.title} follows={act === 'correct' ? labels.correctThen : labels.signAgainThen} draft={`${act}.${document.id}.${document.version}`} start={start} onClose={onClose} ready={({ why, content }) => why.trim() !== '' && content.title.trim() !== ''} send={(body, key) => send({ params: { documentId: document.id }, body }, key)}>
      {({ content, why }, set) => {
        const change = (next: Partial<Content>) => set({ content: { ...content, ...next } });
        return (
          <>
            <Line label={labels.title} value={content.title} most={300} onChange={(title) => change({ title })} />
            {act === 'signAgain' && <Line label={labels.mainTo} most={2000} value={content.mainTo.join('、')} onChange={(names) => change({ mainTo: list(names) })} />}
            {act === 'signAgain' && <Line label={labels.copyTo} most={2000} value={content.copyTo.join('、')} onChange={(names) => change({ copyTo: list(names) })} />}
            {!content.bodyFile && <BodyEditor rows={10} value={content.body} onChange={(body) => change({ body })} />}
            <Text label={labels.why} rows={1} value={why} onChange={(next) => set({ why: next })} />
            <section className="stack tight" aria-label={labels.compare}><h3>{labels.compare}</h3><ContentDifferences before={document.content} after={content} /></section>
          </>
        );
      }}
    </Ask>
  );
};

/** A slip of the pen after signing. */
export const Correct = (props: Props) => <Changing {...props} act="correct" />;

/** A change of substance goes back to whoever signed. */
export const SignAgain = (props: Props) => <Changing {...props} act="signAgain" />;

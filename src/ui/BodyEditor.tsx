import { Button } from 'antd';
import { type ClipboardEvent, type KeyboardEvent, useId, useRef } from 'react';
import { cleaned, type Level, renumbered, withLevel } from './structure.ts';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';
import './writing.css';

interface Props {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  /** Words that a button puts where the caret stands. */
  inserts?: readonly string[];
}

const levels: readonly [Level, string][] = [[1, '一、'], [2, '（一）'], [3, '1.'], [4, '（1）']];

/** A paragraph a line; the mark at its head is its level. Set by button or Ctrl+Alt+0 to 4, counted anew by Ctrl+Alt+R; what is pasted comes clean. */
export const BodyEditor = ({ value, onChange, rows = 18, inserts = [] }: Props) => {
  const { labels } = useWords({ zh, en });
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const replace = useReplacing(field, onChange);
  const setLevel = (level: Level) => {
    const { selectionStart: start, selectionEnd: end, value: now } = field.current!;
    const { text, caret } = withLevel(now, { start, end }, level);
    replace(0, now.length, text, caret);
  };
  const insert = (text: string) => replace(field.current!.selectionStart, field.current!.selectionEnd, text);
  const countOn = () => replace(0, value.length, renumbered(field.current!.value));
  const press = (event: KeyboardEvent) => {
    if (!event.ctrlKey || !event.altKey) return;
    const key = /^(?:Digit|Key)([0-4R])$/.exec(event.code)?.[1];
    if (!key) return;
    event.preventDefault();
    if (key === 'R') countOn();
    else setLevel(Number(key) as Level);
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (!text) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    replace(selectionStart, selectionEnd, cleaned(text));
  };
  return (
    <div className="stack tight">
      <label htmlFor={id} className="field-label">{labels.body}</label>
      <div className="row" role="toolbar" aria-label={labels.levels}>
        {levels.map(([level, mark]) => <Button key={level} size="small" title={`Ctrl+Alt+${level}`} onClick={() => setLevel(level)}>{mark}</Button>)}
        <Button size="small" title="Ctrl+Alt+0" onClick={() => setLevel(0)}>{labels.plainText}</Button>
        <Button size="small" title="Ctrl+Alt+R" onClick={countOn}>{labels.renumber}</Button>
        {inserts.map((text) => <Button key={text} size="small" onClick={() => insert(text)}>{text}</Button>)}
      </div>
      <textarea ref={field} id={id} className="field draft-body" rows={rows} value={value} maxLength={200_000} onChange={(event) => onChange(event.target.value)} onKeyDown={press} onPaste={paste} aria-describedby={`${id}h`} />
      <small id={`${id}h`} className="quiet">{labels.bodyHint}</small>
    </div>
  );
};

/** Put in as if it were typed, so that Ctrl+Z takes it back. */
const useReplacing = (field: React.RefObject<HTMLTextAreaElement | null>, onChange: (value: string) => void) => (start: number, end: number, text: string, caret?: number) => {
  const area = field.current!;
  area.focus();
  area.setSelectionRange(start, end);
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, start, end, 'end');
    onChange(area.value);
  }
  if (caret !== undefined) area.setSelectionRange(caret, caret);
};

import { Button } from 'antd';
import { useRef, useState } from 'react';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

/** Something that is shown only now: to copy in one press, or to write down. */
export const Secret = ({ say, text }: { say: string; text: string }) => {
  const { labels } = useWords({ zh, en });
  const shown = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => setCopied(await copyText(text, shown.current));
  return (
    <div className="secret" role="status">
      <p>{say}</p>
      <div className="row"><code ref={shown} className="wrap">{text}</code><Button onClick={copy}>{copied ? labels.copied : labels.copy}</Button></div>
    </div>
  );
};

/** Without https a page may not reach the clipboard; the text is then chosen, ready for Ctrl C. */
const copyText = async (text: string, shown: HTMLElement | null) => {
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => false);
  if (shown) window.getSelection()?.selectAllChildren(shown);
  return false;
};

import { type RefObject, useState } from 'react';
import { en } from './words.en.ts';
import { useWords } from './words.ts';
import { zh } from './words.zh.ts';

/** Copies in one press. Without https a page may not reach the clipboard; the text is then chosen, ready for Ctrl C. */
export const Copy = ({ text, shown }: { text: string; shown: RefObject<HTMLElement | null> }) => {
  const { labels } = useWords({ zh, en });
  const [copied, setCopied] = useState<string>();
  const copy = async () => setCopied((await copyText(text, shown.current)) ? text : undefined);
  return <button type="button" className="plain" onClick={copy}><span role="status">{copied === text ? labels.copied : labels.copy}</span></button>;
};

const copyText = async (text: string, shown: HTMLElement | null) => {
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => false);
  if (shown) window.getSelection()?.selectAllChildren(shown);
  return false;
};

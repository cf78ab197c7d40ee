import { Alert } from 'antd';
import { type Options, renderAsync } from 'docx-preview';
import { useEffect, useRef, useState } from 'react';
import { en } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh } from '#ui/words.zh.ts';

/** Nothing of another program comes with it, and no font that the document brings. */
const options: Partial<Options> = { className: 'docx', ignoreFonts: true, renderAltChunks: false, experimental: false };

// The pages lie on the grey of any reader of documents, each as wide as the place it has.
const table = ':host { display: block; contain: content; } .docx-wrapper { padding: 8px; background: #8c8c8c; } section.docx { background: #fff; color: #000; margin: 0 auto 8px; box-sizing: border-box; overflow: hidden; }';

/**
 * The pages of a DOCX as it is laid out. They are drawn apart from the page around them, so that nothing the document
 * says of its looks reaches that; its links lead to the web alone.
 */
export const DocxPages = ({ src, name }: { src: string; name: string }) => {
  const { labels } = useWords({ zh, en });
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'coming' | 'drawn' | 'failed'>('coming');
  useEffect(() => {
    const shadow = place.current!.shadowRoot ?? place.current!.attachShadow({ mode: 'open' });
    const asked = new AbortController();
    const draw = async () => {
      const answer = await fetch(src, { signal: asked.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const [styles, pages] = [document.createElement('div'), document.createElement('div')];
      await renderAsync(await answer.blob(), pages, styles, options);
      if (asked.signal.aborted) return;
      keepLinksHarmless(pages);
      const own = document.createElement('style');
      own.textContent = table;
      shadow.replaceChildren(styles, own, pages);
      setState('drawn');
    };
    draw().catch(() => asked.signal.aborted || setState('failed'));
    return () => asked.abort();
  }, [src]);
  useFit(place, state === 'drawn');
  return (
    <>
      {state === 'coming' && <p className="coming" role="status">{labels.loading}</p>}
      {state === 'failed' && <Alert type="info" title={labels.noPreview} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long pages are scrolled by keyboard */}
      <div ref={place} className="docx-pages" hidden={state !== 'drawn'} tabIndex={0} role="region" aria-label={name} />
    </>
  );
};

/** A page as wide as its place, on a phone and beside a form. */
const useFit = (place: React.RefObject<HTMLDivElement | null>, drawn: boolean) => {
  useEffect(() => {
    const [host, pages] = [place.current!, place.current!.shadowRoot?.querySelector<HTMLElement>('.docx-wrapper')];
    if (!drawn || !pages) return;
    const widest = Math.max(...[...pages.children].map((page) => (page as HTMLElement).offsetWidth)) + 16;
    const seen = new ResizeObserver(() => pages.style.setProperty('zoom', String(Math.min(1, host.clientWidth / widest))));
    seen.observe(host);
    return () => seen.disconnect();
  }, [place, drawn]);
};

const keepLinksHarmless = (pages: HTMLElement) => {
  for (const link of pages.querySelectorAll('a')) {
    if (!/^(?:https?:|mailto:)/.test(link.href) || link.getAttribute('href')!.startsWith('#')) link.removeAttribute('href');
    else Object.assign(link, { target: '_blank', rel: 'noreferrer' });
  }
};

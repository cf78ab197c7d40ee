import { Alert } from 'antd';
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// oxlint-disable-next-line import/default -- the address of the file, which the build makes
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { en } from '#ui/words.en.ts';
import { useWords } from '#ui/words.ts';
import { zh } from '#ui/words.zh.ts';

GlobalWorkerOptions.workerSrc = worker;

// Fonts and character maps that a PDF leaves out, and what unpacks the pictures of scanners; nothing is compiled in the page.
const beside = { cMapUrl: '/pdfjs/cmaps/', cMapPacked: true, standardFontDataUrl: '/pdfjs/standard_fonts/', wasmUrl: '/pdfjs/wasm/', useWasm: false, isEvalSupported: false };

/** The pages of a PDF where the browser shows none by itself, as those of many phones. */
export const PdfPages = ({ src, name }: { src: string; name: string }) => {
  const { labels } = useWords({ zh, en });
  const [pdf, setPdf] = useState<PDFDocumentProxy | 'failed'>();
  useEffect(() => {
    const task = getDocument({ url: src, ...beside });
    task.promise.then(setPdf, () => setPdf('failed'));
    return () => void task.destroy();
  }, [src]);
  if (pdf === 'failed') return <Alert type="info" title={<>{labels.noPreview}　<a href={src} target="_blank" rel="noreferrer">{labels.openPdf}</a></>} />;
  if (!pdf) return <p className="coming" role="status">{labels.loading}</p>;
  // biome-ignore lint/a11y/noNoninteractiveTabindex: long pages are scrolled by keyboard
  return <div className="stack tight pdf-pages" tabIndex={0} role="region" aria-label={name}>{Array.from({ length: pdf.numPages }, (_, i) => <OnePage key={i} pdf={pdf} number={i + 1} label={`${name} ${i + 1} / ${pdf.numPages}`} />)}</div>;
};

/** Drawn when it comes near the screen: a long scan is many pictures. */
const OnePage = ({ pdf, number, label }: { pdf: PDFDocumentProxy; number: number; label: string }) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const drawn = canvas.current!;
    let stopped = false;
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (stopped) return;
      const { width } = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: (drawn.clientWidth * Math.min(2, window.devicePixelRatio)) / width });
      Object.assign(drawn, { width: Math.floor(viewport.width), height: Math.floor(viewport.height) });
      drawn.style.aspectRatio = `${viewport.width} / ${viewport.height}`;
      await page.render({ canvas: drawn, viewport }).promise.catch(() => undefined);
      drawn.dataset['drawn'] = 'yes';
    };
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && (seen.disconnect(), void draw()), { rootMargin: '600px' });
    seen.observe(drawn);
    return () => {
      stopped = true;
      seen.disconnect();
    };
  }, [pdf, number]);
  return <canvas ref={canvas} role="img" aria-label={label} />;
};

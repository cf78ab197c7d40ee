import { lazy, Suspense } from 'react';

const PdfPages = lazy(async () => ({ default: (await import('./PdfPages.tsx')).PdfPages }));

// Browsers of many phones show no PDF inside a page; they say so, or say nothing.
const showsPdf = () => navigator.pdfViewerEnabled ?? !window.matchMedia('(pointer: coarse)').matches;

/** A PDF as the browser shows it, or page by page where it shows none. */
export const PdfView = ({ src, name }: { src: string; name: string }) =>
  showsPdf() ? <iframe className="page-view" src={src} title={name} /> : <Suspense fallback={<p className="coming" />}><PdfPages src={src} name={name} /></Suspense>;

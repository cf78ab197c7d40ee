import type { Document } from '../nouns.ts';
import { levelOf } from '../drafts/rules.ts';

export interface School {
  name: string;
  office: string;
  principal: string;
}

/** What the official layout is filled with (GB/T 9704-2012). */
export const officialData = (document: Document, school: School, { seal }: { seal: boolean }) => {
  const { content, layout } = document;
  return {
    layout,
    issuer: school.name,
    suffix: suffixes[layout],
    issuerSize: sizeOf(school.name + suffixes[layout]),
    number: document.number ?? '',
    signer: layout === 'order' ? school.principal : (document.signedBy?.name ?? ''),
    signerTitle: '校长',
    copyNumber: '',
    urgency: ['', '加急', '特急'][document.urgency] ?? '',
    title: content.title,
    titleLines: titleLines(content.title),
    mainTo: content.mainTo.join('，'),
    body: content.body.split('\n').map((line) => line.trim()).filter(Boolean).map((text) => ({ level: levelOf(text), text })),
    attachments: content.attachments,
    present: [] as { label: string; names: string }[],
    date: document.issueDay ?? document.signedAt ? dayWritten(document.issueDay ?? document.signedAt!.slice(0, 10)) : '',
    note: content.note,
    copyTo: content.copyTo.join('，'),
    printer: school.office,
    printDate: document.printedAt ? dayWritten(document.printedAt.slice(0, 10)) : document.issueDay ? dayWritten(document.issueDay) : '',
    seal,
  };
};

const suffixes = { file: '文件', upward: '文件', letter: '', minutes: '纪要', order: '令' };

/** As large as the type area of 156 mm allows, at most 22 mm high. */
const sizeOf = (name: string) => Math.min(48, Math.floor((156 / 25.4) * 72 / [...name].length));

/** 2026年11月23日: no leading zero, the year in full. */
export const dayWritten = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

const mostInLine = 19;

/** A title over several lines breaks between words, in lines of like length. */
export const titleLines = (title: string): string[] => {
  const words = [...new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(title)].map(({ segment }) => segment);
  const count = Math.ceil([...title].length / mostInLine);
  const lines: string[] = [];
  for (const word of words) {
    const left = count - lines.length;
    const current = lines.at(-1) ?? '';
    const rest = [...title].length - lines.slice(0, -1).join('').length;
    const wanted = lines.length ? rest / (left + 1) : 0;
    if (!lines.length || (lines.length < count && current.length + word.length / 2 > wanted && !/^[的和与及、，》）”]/.test(word)) || current.length + word.length > mostInLine + 1) lines.push(word);
    else lines[lines.length - 1] = current + word;
  }
  return lines;
};

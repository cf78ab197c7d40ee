import type { Picked } from '#ui/FilePicker.tsx';
import type { NewDraft } from '../drafts/contract.ts';
import type { Document, Kind, Route } from '../nouns.ts';

/** What is typed at a draft, before it is a version. */
export interface Typed {
  kind: Kind;
  route: Route;
  reason: string;
  urgency: number;
  countersign: string[];
  answers: { id: string; title: string } | null;
  /** What it began from. */
  template: { id: string; name: string; version: number } | null;
  title: string;
  body: string;
  bodyFile: string | null;
  attachments: string[];
  mainTo: string[];
  copyTo: string[];
  note: string;
  copyNumber: string;
  attending: string;
  absent: string;
  observing: string;
  /** Chosen here and not part of the record yet. */
  files: (Picked & { role: 'draft' | 'attachment' })[];
}

export const blank: Typed = { kind: '通知', route: 'ordinary', reason: '', urgency: 0, countersign: [], answers: null, template: null, title: '', body: '', bodyFile: null, attachments: [], mainTo: [], copyTo: [], note: '', copyNumber: '', attending: '', absent: '', observing: '', files: [] };

/** A version from before a field was there says nothing in it. */
const blankOf = (content: Document['content']) => ({ ...content, copyNumber: content.copyNumber ?? '', attending: content.attending ?? '', absent: content.absent ?? '', observing: content.observing ?? '' });

export const typedOf = ({ kind, route, reason, urgency, countersign, answers, template, content }: Document): Typed => ({
  kind, route, reason, urgency, countersign: countersign.map(({ id }) => id), answers: answers && { id: answers.id, title: `${answers.number} ${answers.title}` }, template, ...blankOf(content), files: [],
});

export const contentOf = ({ title, body, bodyFile, attachments, mainTo, copyTo, note, copyNumber, attending, absent, observing }: Typed) => ({ title: title.trim(), body: body.trimEnd(), bodyFile, attachments: attachments.map((name) => name.trim()).filter(Boolean), mainTo, copyTo, note, copyNumber, attending, absent, observing });

export const bodyOf = ({ kind, route, reason, urgency, countersign, answers, template, ...rest }: Typed): NewDraft => ({ kind, route, reason, urgency, countersign, answers: answers?.id ?? null, template: template && { id: template.id, version: template.version }, content: contentOf(rest as Typed) });

/** An opened attachment is named in the note as its file is, without the ending. */
export const nameOf = (file: string) => file.replace(/\.[^.]{1,5}$/, '').replace(/^附件\s*\d*\s*[：:.、]?\s*/, '');

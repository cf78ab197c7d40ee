import type { Request } from '#platform/contract.ts';
import type { Picked } from '#ui/FilePicker.tsx';
import type { intake } from '../intake/contract.ts';
import { checkNames, kinds } from '../nouns.ts';

type Body = Request<typeof intake.register>['body'];
type Kind = (typeof kinds)[number];
type Role = 'original' | 'attachment' | 'damage';

/** What is typed at the desk, before it is a line of the register. */
export interface Typed {
  sender: string;
  senderNumber: string;
  title: string;
  writtenOn: string | null;
  kind: Kind;
  secrecy: number;
  secrecyPeriod: string;
  urgency: number;
  copies: number;
  copyNumbers: string;
  pages: number;
  attachments: number;
  handling: 'action' | 'reading';
  respondBy: string | null;
  receivedAt: string | null;
  deliveredBy: string;
  paperPlace: string;
  remark: string;
  checks: Partial<Record<(typeof checkNames)[number], boolean>>;
  files: (Picked & { role: Role })[];
  /** The line under which it was sent back, where it comes again. */
  previousId: string | null;
}

export const blank: Typed = {
  sender: '', senderNumber: '', title: '', writtenOn: null, kind: '通知', secrecy: 0, secrecyPeriod: '', urgency: 0, copies: 1, copyNumbers: '', pages: 1, attachments: 0, handling: 'action',
  respondBy: null, receivedAt: null, deliveredBy: '', paperPlace: '', remark: '', checks: {}, files: [], previousId: null,
};

/** A stub carries neither title nor files, whatever was typed before its 密级 was chosen. */
export const bodyOf = ({ files, receivedAt, previousId, ...typed }: Typed) => {
  const stub = typed.secrecy > 0;
  return {
    ...typed,
    title: stub ? '' : typed.title.trim(),
    secrecyPeriod: stub ? typed.secrecyPeriod : '',
    ...(receivedAt && { receivedAt }),
    ...(previousId && { previousId }),
    files: stub ? [] : files.map(({ id, role }) => ({ fileId: id, role })),
  } satisfies Body;
};

export type Proposals = Partial<Record<string, { value: string; where: string } | undefined>>;

/** 秘密 and above: title and files leave the form, and the draft with it. */
export const stubOf = (typed: Typed, secrecy: number): Typed => ({ ...typed, secrecy, ...(secrecy > 0 ? { title: '', files: [] } : { secrecyPeriod: '' }) });

const marks = ['', '秘密', '机密', '绝密'];
const hastes = ['', '加急', '特急'];
/** The office closes at half past five: a day that a letter names ends there. */
const endOf = (day: string) => `${day}T09:30:00.000Z`;

/** What the file says of each field, in the form's own values. */
export const readFrom = (proposals: Proposals, pages: number | null): Partial<Typed> => {
  const { sender, number, title, date, kind, urgency, respondBy, secrecy, secrecyPeriod } = proposals;
  return {
    ...(sender && { sender: sender.value }),
    ...(number && { senderNumber: number.value }),
    ...(title && { title: title.value }),
    ...(date && { writtenOn: date.value }),
    ...(kind && { kind: kinds.includes(kind.value as Kind) ? (kind.value as Kind) : '其他' }),
    ...(urgency && { urgency: Math.max(0, hastes.indexOf(urgency.value)) }),
    ...(respondBy && { respondBy: endOf(respondBy.value) }),
    ...(secrecy && { secrecy: Math.max(0, marks.indexOf(secrecy.value)) }),
    ...(secrecyPeriod && { secrecyPeriod: secrecyPeriod.value }),
    ...(pages && { pages }),
  };
};

/** What the file says fills fields that are still as they began; nothing typed is ever replaced. */
export const proposedInto = (typed: Typed, read: Partial<Typed>): Typed => {
  const open = Object.entries(read).filter(([name]) => typed[name as keyof Typed] === blank[name as keyof Typed]);
  const filled: Typed = { ...typed, ...Object.fromEntries(open) };
  return filled.secrecy > 0 ? stubOf(filled, filled.secrecy) : filled;
};

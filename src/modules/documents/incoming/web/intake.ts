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
}

export const blank: Typed = {
  sender: '', senderNumber: '', title: '', writtenOn: null, kind: '通知', secrecy: 0, secrecyPeriod: '', urgency: 0, copies: 1, copyNumbers: '', pages: 1, attachments: 0, handling: 'action',
  respondBy: null, receivedAt: null, deliveredBy: '', paperPlace: '', remark: '', checks: {}, files: [],
};

/** A stub carries neither title nor files, whatever was typed before its 密级 was chosen. */
export const bodyOf = ({ files, receivedAt, ...typed }: Typed) => {
  const stub = typed.secrecy > 0;
  return {
    ...typed,
    title: stub ? '' : typed.title.trim(),
    secrecyPeriod: stub ? typed.secrecyPeriod : '',
    ...(receivedAt && { receivedAt }),
    files: stub ? [] : files.map(({ id, role }) => ({ fileId: id, role })),
  } satisfies Body;
};

type Proposals = Partial<Record<string, { value: string; where: string } | undefined>>;

/** Proposals fill what is still as it began. */
export const proposedInto = (typed: Typed, proposals: Proposals, pages: number | null): Typed => {
  const text = (field: 'sender' | 'title', name: string = field) => typed[field] || (proposals[name]?.value ?? '');
  const kind = proposals['kind']?.value;
  return {
    ...typed,
    sender: text('sender'),
    title: text('title'),
    senderNumber: typed.senderNumber || (proposals['number']?.value ?? ''),
    writtenOn: typed.writtenOn ?? proposals['date']?.value ?? null,
    kind: typed.kind === blank.kind && kind ? (kinds.includes(kind as Kind) ? (kind as Kind) : '其他') : typed.kind,
    secrecy: typed.secrecy || ['秘密', '机密', '绝密'].indexOf(proposals['secrecy']?.value ?? '') + 1,
    urgency: typed.urgency || ['加急', '特急'].indexOf(proposals['urgency']?.value ?? '') + 1,
    respondBy: typed.respondBy ?? (proposals['respondBy'] ? `${proposals['respondBy'].value}T09:30:00.000Z` : null),
    pages: typed.pages === blank.pages && pages ? pages : typed.pages,
  };
};

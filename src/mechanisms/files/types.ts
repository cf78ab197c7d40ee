import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { pathOf } from './store.ts';

const byName: Record<string, string> = { doc: 'application/msword', wps: 'application/vnd.ms-works', xls: 'application/vnd.ms-excel', ppt: 'application/vnd.ms-powerpoint', et: 'application/vnd.ms-excel' };
const office = 'application/vnd.openxmlformats-officedocument';

/** Types that can be shown or read; everything else is kept and only ever saved again. */
export const known = new Set([
  'application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/tiff', 'image/bmp', 'image/gif', 'application/ofd', 'text/plain', 'application/rtf', 'application/zip',
  `${office}.wordprocessingml.document`, `${office}.spreadsheetml.sheet`, `${office}.presentationml.presentation`, 'application/vnd.oasis.opendocument.text', ...Object.values(byName),
]);

const extensionOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** What the bytes are. The name decides only among formats that share one container. */
export const sniff = async (sha256: string, name: string) => {
  const head = await headOf(sha256);
  const found = (await fileTypeFromBuffer(head))?.mime as string | undefined;
  if (found === 'application/x-cfb') return byName[extensionOf(name)] ?? 'application/x-cfb';
  if (found === 'application/zip' && extensionOf(name) === 'ofd') return 'application/ofd';
  if (found) return found;
  return isText(head) ? textType(head) : 'application/octet-stream';
};

/** A name may say one thing and the bytes another: 其实是网页.pdf. */
const promises: Record<string, string> = { pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', docx: `${office}.wordprocessingml.document`, xlsx: `${office}.spreadsheetml.sheet`, pptx: `${office}.presentationml.presentation`, ofd: 'application/ofd' };

export const isWhatItSays = (name: string, type: string) => {
  const promised = promises[extensionOf(name)];
  return promised === undefined || promised === type;
};

const headOf = async (sha256: string) => {
  const file = await open(pathOf(sha256), 'r');
  const buffer = Buffer.alloc(65_536);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, 0).finally(() => file.close());
  return buffer.subarray(0, bytesRead);
};

const isText = (head: Buffer) => !head.includes(0) || (head[0] === 0xff && head[1] === 0xfe);

const textType = (head: Buffer) => (/^\s*(<!doctype html|<html|<script|<\?xml)/i.test(head.toString('latin1')) ? 'text/html' : 'text/plain');

import { fileTypeFromBuffer } from 'file-type';

const byName: Record<string, string> = { doc: 'application/msword', wps: 'application/vnd.ms-works', xls: 'application/vnd.ms-excel', ppt: 'application/vnd.ms-powerpoint', et: 'application/vnd.ms-excel', dps: 'application/vnd.ms-powerpoint' };
const office = 'application/vnd.openxmlformats-officedocument';

const extensionOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** What the bytes are, from the first of them. The name decides only among formats that share one container. */
export const sniff = async (head: Uint8Array, name: string) => {
  const found = (await fileTypeFromBuffer(head))?.mime as string | undefined;
  if (found === 'application/x-cfb') return byName[extensionOf(name)] ?? 'application/x-cfb';
  if (found === 'application/zip' && extensionOf(name) === 'ofd') return 'application/ofd';
  if (found && found !== 'application/xml') return found;
  return isText(head) ? textType(head) : 'application/octet-stream';
};

/** A name may say one thing and the bytes another: 其实是网页.pdf. A picture may be any picture; a file of Office with a password is a container of another kind. */
export const isWhatItSays = (name: string, type: string) => {
  const extension = extensionOf(name);
  if (pictures.has(extension)) return type.startsWith('image/');
  const promised = promises[extension];
  return promised === undefined || promised === type || (promised.startsWith(office) && type === 'application/x-cfb');
};

const promises: Record<string, string> = { pdf: 'application/pdf', docx: `${office}.wordprocessingml.document`, xlsx: `${office}.spreadsheetml.sheet`, pptx: `${office}.presentationml.presentation`, ofd: 'application/ofd' };
const pictures = new Set(['png', 'jpg', 'jpeg', 'webp', 'gif', 'bmp', 'tif', 'tiff', 'heic', 'heif']);

/** It runs in somebody's browser when opened. */
export const isPage = (type: string) => type === 'text/html' || type === 'image/svg+xml';

const programs = new Set(['application/x-msdownload', 'application/x-elf', 'application/x-mach-binary', 'application/x-executable', 'application/vnd.android.package-archive', 'application/x-msi', 'application/vnd.microsoft.portable-executable', 'application/java-vm', 'application/x-ms-shortcut', 'application/x.ms.shortcut']);
const runs = new Set(['exe', 'com', 'scr', 'bat', 'cmd', 'ps1', 'vbs', 'vbe', 'js', 'jse', 'wsf', 'hta', 'msi', 'lnk', 'jar', 'apk', 'sh', 'reg', 'chm', 'cpl', 'dll']);

/** A program, by its bytes or by what a computer would do with its name. */
export const isProgram = (name: string, type: string) => programs.has(type) || runs.has(extensionOf(name));

const isText = (head: Uint8Array) => !head.includes(0) || (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);

const page = /^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>|<!doctype[^>]*>)*<(?:html|head|body|script|svg|iframe|meta|title|style|table|div|img|object|embed|form|base|link)\b/i;
const decl = /^\s*<!doctype html/i;

const textType = (head: Uint8Array) => {
  const wide = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(wide).decode(head.subarray(0, 4096));
  return decl.test(text) || page.test(text) ? 'text/html' : 'text/plain';
};

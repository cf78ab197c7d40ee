const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const linked = (text: string) => text.replace(/https?:\/\/[^\s<>&#]+/g, (url) => `<a href="${url}" style="color:#1f4e79">${url}</a>`);

const page = 'margin:0;padding:24px;background:#f5f3ee';
const sheet = "max-width:600px;margin:0 auto;padding:24px;background:#ffffff;color:#222222;font:16px/1.7 'PingFang SC','Microsoft YaHei',sans-serif";

/** The text of a letter for mail programs that show HTML: the same words, the first line set off. Nothing is loaded from anywhere. */
export const htmlOf = (body: string) => {
  const [first = '', ...rest] = body.split('\n').map((line) => linked(escaped(line.trim())));
  const lines = rest.filter(Boolean).map((line) => `<p style="margin:0 0 8px">${line}</p>`).join('');
  return `<!doctype html><html><head><meta charset="utf-8"></head><body style="${page}"><div style="${sheet}"><p style="margin:0 0 16px;font-size:18px;font-weight:600">${first}</p>${lines}</div></body></html>`;
};

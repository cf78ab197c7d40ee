/** What the head of a paragraph says of it. 0: plain text; 1–4: 一、 （一） 1. （1） */
export const levelOf = (line: string) => headings.findIndex((pattern) => pattern.test(line)) + 1;

const headings = [/^[一二三四五六七八九十百]+、/, /^（[一二三四五六七八九十百]+）/, /^\d+[.．]/, /^（\d+）/];

// A letter says what it is at its head and signs at its end; what lies between in a book of a thousand pages is not looked at.
const most = { head: 40_000, tail: 20_000 };

const bounded = (text: string) => (text.length > most.head + most.tail ? `${text.slice(0, most.head)}\n${text.slice(-most.tail)}` : text);

// Labels of a table of particulars, each the start of a line of its own.
const labels = /\s+(?=(?:索引号|主题分类|发文机关|发布机构|成文日期|发文日期|标题|发文字号|文号|发布日期|主题词|有效性|密级|紧急程度|份号|保密期限)[：:])/g;

/** Lines without the blanks that layout and OCR put between characters, without page numbers and empty ones. */
export const linesOf = (text: string) =>
  bounded(text)
    .normalize('NFC')
    .replace(/[\u200b-\u200f\ufeff\u00ad]/g, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .split(/\r\n|[\r\n\f\v]/)
    .map((line) => closed(cells(line).replace(/\s+/g, ' ').trim()))
    .flatMap((line) => line.replace(labels, '\n').split('\n'))
    .map((line) => line.replace(/办公[打斤丁庁万厂](?=关于|对|文件|转发|印发|\d|$)/g, '办公厅'))
    .filter((line) => line && !/^[-—－–·\s]*\d{1,3}[-—－–·\s]*$/.test(line));

/** A row of a table keeps its cells apart. */
const cells = (line: string) => (line.trim().split('\t').filter((cell) => cell.trim()).length > 2 ? line.replace(/\t+/g, ' | ') : line);

// A blank stays between the names of two authorities, which would run into one.
const endsAsName = /[\u4e00-\u9fa5]{2}[部厅局委院会府办室处校学园]$/;

const closed = (line: string) => {
  const [first = '', ...rest] = line.split(' ');
  return rest.reduce((joined, token) => joined + (parted(joined, token) ? ' ' : '') + token, first);
};

const parted = (left: string, right: string) =>
  (endsAsName.test(left) && /^[\u4e00-\u9fa5]{3}/.test(right) && right.length > 2) || (/[\x20-\x7e]$/.test(left) && /^[\x20-\x7e]/.test(right));

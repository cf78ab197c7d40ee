import { asXlsx } from '#mechanisms/reports/sheets.ts';
import { readTable } from '#mechanisms/reports/tables.ts';
import type { FileAnswer } from '#platform/module.ts';
import type { Said } from './rules.ts';

export const mostRows = 5000;

const columns: readonly (readonly [keyof Said, string])[] = [
  ['number', '档号'], ['fonds', '全宗号'], ['year', '年度'], ['retention', '保管期限'], ['code', '机构代码'], ['seq', '件号'], ['docNumber', '文号'], ['author', '责任者'], ['title', '题名'], ['writtenOn', '日期'], ['secrecy', '密级'], ['pages', '页数'], ['remark', '备注'], ['box', '盒号'], ['spine', '盒脊'],
];

export const readPaper = (bytes: Uint8Array) => readTable(bytes, { columns, needed: ['author', 'title', 'pages'], maxRows: mostRows });

/** An empty table, and a second sheet that explains a row and lists the codes. */
export const paperForm = async ({ fonds, departments, year }: { fonds: string; year: number; departments: readonly { code: string; name: string }[] }): Promise<FileAnswer> => {
  const heads = columns.map(([, head]) => head);
  const code = departments[0]?.code ?? 'BGS';
  const said: Said = { number: '', fonds, year: String(year), retention: '永久', code, seq: '12', docNumber: '校发〔2006〕12号', author: '校长办公室', title: '关于修订教学管理制度的通知', writtenOn: '2006-03-05', secrecy: '', pages: '4', remark: '', box: '3', spine: '30' };
  const help = [
    ['填写示例（照此填在“旧档案目录”表中）'], heads, columns.map(([name]) => said[name]), [],
    ['档号', `已有档号的照原样填写，例如 ${fonds}-WS·2006-Y-${code}-0012，全宗号到件号五栏可以空着；没有的空着，由这五栏组成。`],
    ['全宗号', `空着就是本校的 ${fonds}。`], ['年度', '四位数字。'], ['保管期限', '永久、30年、10年，或 Y、D30、D10。'], ['机构代码', '见下表。'], ['件号', '数字，同一年度、期限和机构内不能重复。'],
    ['责任者、题名、页数', '必填；涉密件不要填题名和备注。'], ['日期', '例如 2006-03-05、2006.3.5 或 20060305，可以空着。'], ['密级', '空着、秘密、机密、绝密；保密期限写在★后，例如 秘密★10年。涉密件只建存根，不留题名和扫描件。'],
    ['盒号', '已装盒的写盒上的号，例如 3，同一年度、期限和机构的盒号要与件号的先后一致；空着的导入后再装盒。'], ['盒脊', '20、30、40、50（毫米），可以空着，按厚度推算。'],
    ['扫描件', '文件名用档号，多个文件在后面加 -2、-3；档号中的点可以写成 - 或 _。'], [], ['机构代码', '部门'], ...departments.map(({ code: one, name }) => [one, name]),
  ];
  const widths = columns.map(([name]) => ({ width: name === 'title' ? 40 : name === 'number' ? 28 : 14, numFmt: '@' }));
  const { writeXlsx } = await import('hucre');
  return asXlsx('旧档案目录导入表', Buffer.from(await writeXlsx({ sheets: [{ name: '旧档案目录', columns: widths, rows: [heads], freezePane: { rows: 1 } }, { name: '填写说明', columns: widths.map(() => ({ width: 20 })), rows: help }] })));
};

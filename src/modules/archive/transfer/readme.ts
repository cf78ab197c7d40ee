import { fields, names, type Totals } from './layout.ts';

interface Said extends Totals {
  boxes: number;
  school: string;
  receiver: string;
  day: string;
  years: string;
  retentions: string;
}

/** 说明.txt: what is what, for somebody who has nothing but the package. */
export const readmeOf = ({ school, receiver, day, years, retentions, items, files, bytes, boxes }: Said) =>
  `\uFEFF${[
    '档案移交包说明', '',
    `移交单位：${school}`, `接收单位：${receiver}`, `生成日期：${day}`, `年度：${years}`, `保管期限：${retentions}`, `共 ${items} 件${boxes > 0 ? `，装 ${boxes} 盒` : ''}，电子文件 ${files} 个，${bytes} 字节。`, '',
    '一、包内内容',
    '  档案　　　　　　　每件一个文件夹，以档号命名，内有该件的电子文件，按顺序编号。',
    ...(boxes > 0 ? ['  档案盒　　　　　　 每盒一个文件夹，内有该盒的归档文件目录和备考表（PDF/A，可打印后放入盒内）。它们不属于任何一件，不计入电子文件数，导入时只核对、不登记。'] : []),
    `  ${names.csv}　归档文件目录，可用电子表格软件打开（UTF-8）。`,
    `  ${names.xml}　同一目录的元数据，供档案系统导入。`,
    `  ${names.manifest}　每个文件的 SHA-256 校验值，以及件数、文件数和字节数。`, '',
    '二、目录各栏', `  ${fields.map(([, name]) => name).join('、')}。`,
    '  保管期限代码：Y 永久，D30 三十年，D10 十年。', '  密级代码：0 非涉密，1 秘密，2 机密，3 绝密。涉密件只列档号，不含题名和电子文件。', '  厚度以 0.1 毫米计。', '',
    '三、怎样核对', `  Linux、macOS：在解压后的文件夹中执行  sha256sum -c ${names.manifest}`, '  Windows：在 PowerShell 中用  Get-FileHash 文件名  得到校验值，与清单对照。', '',
    '四、怎样导入', '  在综办“档案”的“移交与导入”中上传本包，系统先逐个核对，全部无误后才能导入。', '',
  ].join('\r\n')}`;

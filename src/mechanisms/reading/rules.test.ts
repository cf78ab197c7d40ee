import { expect, test } from 'vitest';
import { datesOf } from './dates.ts';
import { secrecyOf } from './marks.ts';
import { propose } from './rules.ts';

const values = (text: string, name = '') => Object.fromEntries(Object.entries(propose(text, name)).map(([field, proposal]) => [field, proposal!.value]));

test.each([
  ['a notice with a red head', '江城市教育局文件\n江教办〔2026〕15号\n关于做好秋季学期校园安全检查的通知\n各学校：\n请于11月20日前报送自查报告。\n江城市教育局\n2026年11月2日', { sender: '江城市教育局', number: '江教办〔2026〕15号', title: '关于做好秋季学期校园安全检查的通知', date: '2026-11-02', kind: '通知', respondBy: '2026-11-20' }],
  ['a title of two lines, without a red head', '江城市人民政府办公厅关于推进\n中小学课后服务的意见\n江政办发[2026] 8 号\n各区政府：\n现提出如下意见。\n江城市人民政府办公厅\n二〇二六年三月一日', { sender: '江城市人民政府办公厅', number: '江政办发〔2026〕8号', title: '江城市人民政府办公厅关于推进中小学课后服务的意见', date: '2026-03-01', kind: '意见' }],
  ['a reply read from a picture', '江城市教育局办公打关于同意举办运动会的复函\n江教函【2006] 82号\n江城实验学校 :\n来函收悉。\n江城市教育局办公打\n二 OO 六年十月十八日', { title: '江城市教育局办公厅关于同意举办运动会的复函', number: '江教函〔2006〕82号', date: '2006-10-18', kind: '函' }],
  ['a law that was changed', '江城市学校安全条例\n（2010年5月1日江城市第十届人民代表大会常务委员会第三次会议通过 根据2018年11月30日江城市第十三届人民代表大会常务委员会第七次会议修正）\n第一条 为了安全。', { title: '江城市学校安全条例', sender: '江城市第十三届人民代表大会常务委员会', date: '2018-11-30', kind: '条例' }],
  ['a law approved by another body', '江城市幼儿园条例\n（2020年11月27日江城市第十五届人民代表大会常务委员会第三次会议通过 2021年3月18日江南省第十三届人民代表大会常务委员会第九次会议批准）', { sender: '江城市第十五届人民代表大会常务委员会', date: '2020-11-27' }],
  ['a decree of two bodies', '学校卫生条例\n（1990年6月4日国家教育委员会令第10号、卫生部令第1号发布）', { number: '国家教育委员会令第10号、卫生部令第1号', sender: '国家教育委员会 卫生部', date: '1990-06-04' }],
  ['marks of urgency and secrecy', '机密★1年\n特急\n江城市教育局文件\n江教〔2026〕3号\n关于某事的通知\n各校：', { secrecy: '机密', secrecyPeriod: '1年', urgency: '特急' }],
])('%s', (_, text, expected) => expect(values(text)).toMatchObject(expected));

test('the name of the file is the last resort for a title', () => expect(values('', '07-关于开展读书活动的通知.pdf')).toMatchObject({ title: '关于开展读书活动的通知' }));

test.each([
  ['the mark of the regulation', '秘密★1年\n关于某事的通知', '秘密'],
  ['with the copy number and urgency on one line', '000012　机密★5年　特急\n江城市教育局文件', '机密'],
  ['spaced letters', '机 密 ★ 长 期\n某局文件', '机密'],
  ['a star without a period', '绝密★\n某件', '绝密'],
  ['a hollow star', '机密☆10年\n某件', '机密'],
  ['an asterisk', '秘密*3年\n某件', '秘密'],
  ['a period in Chinese numerals', '秘密★五年\n某件', '秘密'],
  ['a star read as a letter', '机密大10年\n江城市教育局文件', '机密'],
  ['a star read as nothing', '秘密 1年\n江城市教育局文件', '秘密'],
  ['its words before it', '密级：绝密\n某件', '绝密'],
  ['in a row of particulars', '份号：000003 密级：机密 紧急程度：加急\n某局文件', '机密'],
  ['before another particular without a colon', '密 级：秘密 保管期限：30年\n某件', '秘密'],
  ['in brackets', '【机密】\n关于某事的报告', '机密'],
  ['the old bare mark', '秘密\n江教〔2005〕3号\n关于某事的通知', '秘密'],
  ['bare, above a title', '秘密\n关于印发某方案的通知\n各单位：', '秘密'],
  ['绝密 bare, whatever follows', '绝密\n某件', '绝密'],
  ['an examination paper', '绝密★启用前\n2026年普通高中学业水平考试', '绝密'],
  ['on the first page behind a cover letter', `${'附件说明一行\n'.repeat(20)}机密★3年\n某方案`, '机密'],
  ['with a byte order mark and blanks of no width', '\ufeff秘\u200b密★1年\n某件', '秘密'],
  ['a text that only speaks of secrets', '关于做好国家秘密保护工作的通知\n涉及机密的文件不得上网。', undefined],
  ['商业秘密 is none', '保护商业秘密的规定\n第一条 商业秘密', undefined],
  ['商业秘密 by itself', '商业秘密\n江教〔2025〕3号\n关于采购的通知', undefined],
  ['a title broken at the word', '江教〔2025〕9号\n关于学习宣传保守国家\n秘密\n法的通知', undefined],
  ['an essay of that name', '秘密\n我心里有一个秘密，谁也不告诉。', undefined],
  ['a word that begins a broken line of text', '关于学习保密法的通知\n江教〔2024〕9号\n各校：\n秘密分三级。\n机密\n是重要的国家秘密。', undefined],
  ['how marks are written', '关于规范标志的通知\n国家秘密标志形式为“密级★保密期限”，如“机密★1年”。', undefined],
  ['a choice not made', '密级：绝密/机密/秘密\n某表', undefined],
  ['boxes to tick', '密级：□绝密 □机密 □秘密\n某表', undefined],
  ['declassified, on the mark', '秘密★1年（已解密）\n关于某事的通知', undefined],
  ['declassified, on a line', '机密★10年\n2015年3月1日解密\n关于某事的通知', undefined],
  ['to be declassified later', '机密★10年\n关于某事的通知\n此件十年后解密', '机密'],
  ['内部 is no 密级', '内部资料 注意保存\n密级：内部\n关于某事的通知', undefined],
  ['none', '密级：无\n关于某事的通知', undefined],
  ['years of work on secrets', '秘密工作10年\n关于表彰保密干部的决定', undefined],
  ['deep in the text', `${'一行正文。\n'.repeat(80)}秘密\n又一行`, undefined],
])('密级: %s', (_, text, mark) => expect(secrecyOf(text)?.value).toBe(mark));

test.each([
  ['2026年1月5日', ['2026-01-05']],
  ['二〇一九年一月二十四日', ['2019-01-24']],
  ['二 〇 CO 四年四月二十七日', ['2004-04-27']],
  ['2026年13月5日', []],
  ['自2025年9月1日至2026年1月20日', ['2025-09-01', '2026-01-20']],
])('dates of %s', (line, days) => expect(datesOf(line).map(({ day }) => day)).toEqual(days));

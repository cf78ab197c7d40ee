import { fileURLToPath } from 'node:url';
import { pdf } from '#mechanisms/reports/pdf.ts';
import type { Life } from './life.ts';

const template = fileURLToPath(new URL('../../../database/school/scan.typ', import.meta.url));

interface Letter {
  sender: string;
  senderNumber?: string;
  title?: string;
}

/** The letter itself, as the clerk scanned it before it was registered. */
export const scanOf = async (life: Life, { sender, senderNumber = '', title = '' }: Letter, at: string) => {
  const date = `${Number(at.slice(0, 4))}年${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日`;
  const about = title.replace(/^关于|的(通知|函|通报|意见|批复)$/g, '');
  const paragraphs = [`现就${about}有关事项通知如下，请结合本校实际认真落实。`, '一、请指定专人负责，逐项安排，责任到人。', '二、请按时报送有关情况，由分管领导签字并加盖公章。', '三、工作中遇到的问题请及时与我们联系。'];
  const content = await pdf(template, { sender, number: senderNumber, title, to: '江城实验学校', paragraphs, date });
  const { files } = await life.tools('office.clerk');
  return (await files.upload({ query: { name: `${senderNumber || title}.pdf` }, body: content as never })).id;
};

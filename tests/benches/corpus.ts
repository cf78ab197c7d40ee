import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface CorpusText {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

/** Texts of a corpus file: one JSON object a line, gzipped or not. */
export const readCorpus = (file: string): CorpusText[] => {
  const raw = readFileSync(file);
  const text = (raw[0] === 0x1f ? gunzipSync(raw) : raw).toString('utf8');
  return text.split('\n').filter((line) => line.trim()).map((line, i) => {
    const { id = `line ${i + 1}`, title = '', body = '' } = JSON.parse(line) as Partial<CorpusText>;
    return { id: String(id), title, body };
  });
};

/** The same numbers every time, so that two runs measure the same documents. */
export const chance = (seed = 1) => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, below: (most: number) => Math.floor(next() * most), of: <T>(all: readonly T[]) => all[Math.floor(next() * all.length)]! };
};

export type Chance = ReturnType<typeof chance>;

/** The shared corpus, or where it is absent, sentences of our own. */
export const corpusOr = (file: string, random: Chance): CorpusText[] => (existsSync(file) ? readCorpus(file) : Array.from({ length: 3000 }, (_, i) => ownText(i, random)));

/** As many texts as are wanted: each takes its title from one text of the corpus and its paragraphs from several. */
export function* resampled(corpus: readonly CorpusText[], count: number, random: Chance): Generator<CorpusText> {
  const paragraphs = corpus.flatMap(({ body }) => body.split('\n').filter((line) => line.trim()));
  for (let i = 0; i < count; i++) {
    const own = corpus[i % corpus.length]!;
    const length = Math.max(200, own.body.length * (0.6 + random.next() * 0.8));
    let body = '';
    while (body.length < length) body += `${random.of(paragraphs)}\n`;
    yield { id: `${i}`, title: i < corpus.length ? own.title : `${own.title.slice(0, 60)}（${1 + Math.floor(i / corpus.length)}）`, body };
  }
}

const subjects = '学校,教务处,总务处,各年级组,办公室,教师,学生,家长委员会,食堂,图书馆,德育处,后勤人员,班主任,实验室,校医室,保卫科'.split(',');
const verbs = '应当认真落实,要按时报送,须妥善保管,定期检查,组织开展,及时公布,逐项核对,不得擅自更改,负责汇总,共同商定'.split(',');
const objects = '安全责任制,考勤记录,经费预算,会议纪要,采购清单,教学计划,值班安排,档案材料,设备台账,招生方案,体检结果,培训名册,活动预案,评优名单,公文收发登记,网络设备运行情况'.split(',');

const ownText = (i: number, random: Chance): CorpusText => {
  const sentence = () => `${random.of(subjects)}${random.of(verbs)}${random.of(objects)}，并于${1 + random.below(12)}月${1 + random.below(28)}日前完成。`;
  const body = Array.from({ length: 4 + random.below(8) }, () => Array.from({ length: 2 + random.below(4) }, sentence).join('')).join('\n');
  return { id: `own${i}`, title: `关于${random.of(subjects)}${random.of(objects)}有关事项的通知`, body };
};

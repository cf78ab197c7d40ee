import { useMe } from '#mechanisms/access/web/me.ts';
import { useNow } from '#ui/now.ts';
import { wall } from '#ui/times.ts';
import { levelOf } from '#platform/levels.ts';
import { begunFrom, factsOn, type Text } from '../templates/rules.ts';
import { useOutgoingWords } from './api.ts';
import '#ui/writing.css';

/** How a draft would begin, were whoever looks at it to begin one now. */
export const TemplatePreview = ({ text }: { text: Text }) => {
  const { labels } = useOutgoingWords();
  const me = useMe();
  const today = wall(useNow()).slice(0, 10);
  const department = (me?.posts.find(({ id }) => id === me.actingPostId) ?? me?.posts[0])?.department.name ?? '';
  const { title, mainTo, body, note } = begunFrom(text, factsOn(today, { school: me?.school ?? '', department, person: me?.name ?? '' }));
  return (
    <section className="stack tight" aria-label={labels.preview}>
      <h2>{labels.preview}</h2>
      <div className="paper-text" lang="zh-CN">
        <h2>{title}</h2>
        {(mainTo.length > 0 || text.mainTo) && <p className="to">{mainTo.join('，') || text.mainTo}：</p>}
        {body.split('\n').filter((line) => line.trim()).map((line, i) => <p key={i} data-level={levelOf(line)}>{line}</p>)}
        {note && <p>{note}</p>}
      </div>
    </section>
  );
};

import { useArchiveWords } from './api.ts';

/** Why it is kept so long: what of the table fitted. */
export const Because = ({ because }: { because: readonly string[] }) => {
  const { becauses, sources } = useArchiveWords();
  const said = because.map((one) => {
    const [what, value = ''] = one.split(/:(.*)/s) as [keyof typeof becauses, string?];
    return (becauses[what] ?? one).replace('{value}', what === 'source' ? sources[value as 'incoming'] : value);
  });
  return <>{said.length ? said.join('，') : becauses.none}</>;
};

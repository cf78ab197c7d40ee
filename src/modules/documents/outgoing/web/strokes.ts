/** As long as a signature may be, in letters of its path. */
export const longest = 19_000;

/** Nearer than this to the last point nothing is added: a hand at rest fills no page. */
const near = 2;

interface Point {
  x: number;
  y: number;
}

/** The path with one point more, in a field of 300 × 120; `begins`: the pen was set down anew. What is outside is drawn at the edge. */
export const strokeTo = (path: string, { x, y }: Point, begins = false): string => {
  if (path.length > longest) return path;
  const [px, py] = [Math.round(Math.min(300, Math.max(0, x))), Math.round(Math.min(120, Math.max(0, y)))];
  // A point alone is a dot: a line to itself is drawn with round ends.
  if (begins) return `${path}${path && ' '}M${px} ${py} L${px} ${py}`;
  const last = /(\d+) (\d+)$/.exec(path);
  if (last && Math.hypot(px - Number(last[1]), py - Number(last[2])) < near) return path;
  return `${path} L${px} ${py}`;
};

/**
 * What `zod` is to the pages: they read the addresses of a contract, and the server checks the shapes.
 * Every word of the library is answered by this one value, which saves a tenth of the first load.
 */
const shape: any = new Proxy(() => shape, { get: (_, name) => (name === Symbol.toPrimitive ? () => '' : shape), apply: () => shape });

export const z = shape;

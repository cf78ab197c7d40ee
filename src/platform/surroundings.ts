/** What a child process needs of our surroundings: no address of a database, no password. */
export const surroundings = () => Object.fromEntries(['PATH', 'NODE_COMPILE_CACHE', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));

/** A document has several clocks and several messages of a kind: the first stands for it. */
export const firstOfEach = <T,>(all: readonly T[], keyOf: (one: T) => string) => all.filter((one, at) => all.findIndex((other) => keyOf(other) === keyOf(one)) === at);

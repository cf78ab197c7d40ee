/** Every contract by the name of its module: for the typed clients of tests and benches. */
export const contracts = {};

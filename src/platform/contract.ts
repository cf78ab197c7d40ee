/** All the compiler has to know of a zod schema. Looking at z.ZodType instead doubles its work. */
export interface Shape<I = any, O = any> {
  readonly _zod: { readonly input: I; readonly output: O };
}

/** Open to everybody, signed in or not. */
export const PUBLIC = 'public';
/** Open to everybody who is signed in: their own account, inbox and words. */
export const SIGNED_IN = 'signed_in';

export interface Endpoint {
  readonly path: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
  readonly permission: string;
  readonly query?: Shape;
  readonly body?: Shape;
  readonly returns: Shape;
  readonly refuses?: readonly string[];
  /** Moves bytes or takes long: its handler runs outside a transaction and commits by `ctx.commit`. */
  readonly kind?: 'transfer';
  /** The answer's `token` becomes the session cookie; the cookie is cleared; or only who signed in by hand may ask, never a program with a token. */
  readonly session?: 'opens' | 'closes' | 'needed';
}

export type Contract = Readonly<Record<string, Endpoint>>;

export const endpoint = <const E extends Endpoint>(declared: E) => declared;

/** `:name` in a path. A name ending in Id must be a UUID; the server checks it. */
export type Params<P extends string> = P extends `${string}:${infer K}/${infer Rest}`
  ? { [N in K]: string } & Params<`/${Rest}`>
  : P extends `${string}:${infer K}`
    ? { [N in K]: string }
    : {};

type Sent<S> = S extends Shape<infer I, any> ? I : never;
type Received<S> = S extends Shape<any, infer O> ? O : never;

/** What a handler is given, after validation. */
export type Input<E extends Endpoint> = { params: Params<E['path']> } & {
  [K in 'query' | 'body' as E[K] extends Shape ? K : never]: Received<E[K]>;
};

/** What a caller sends. */
export type Request<E extends Endpoint> = (E['path'] extends `${string}:${string}`
  ? { params: Params<E['path']> }
  : {}) & { [K in 'query' | 'body' as E[K] extends Shape ? K : never]: Sent<E[K]> };

export type Answer<E extends Endpoint> = Received<E['returns']>;
export type Refusal<E extends Endpoint> = E['refuses'] extends readonly (infer N extends string)[] ? N : never;
export type RefusalOf<C extends Contract> = { [K in keyof C]: Refusal<C[K]> }[keyof C];

export type Reads<C extends Contract> = {
  [K in keyof C as C[K] extends { kind: 'transfer' } ? never : C[K]['path'] extends `GET ${string}` ? K : never]: C[K];
};
export type Writes<C extends Contract> = {
  [K in keyof C as C[K] extends { kind: 'transfer' } ? never : C[K]['path'] extends `GET ${string}` ? never : K]: C[K];
};
export type Transfers<C extends Contract> = {
  [K in keyof C as C[K] extends { kind: 'transfer' } ? K : never]: C[K];
};

export const methodOf = (e: Endpoint) => e.path.slice(0, e.path.indexOf(' '));
export const urlOf = (e: Endpoint) => `/api${e.path.slice(e.path.indexOf(' ') + 1)}`;
export const paramsOf = (e: Endpoint) => [...e.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);

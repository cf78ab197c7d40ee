/** A key of its own for what is sent once. Browsers make UUIDs by themselves over https only; random bytes they have everywhere. */
export const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The legacy build of pdf.js, the only one that runs in Node, brings core-js. On Node 20 that replaces the native
 * `Array.prototype.push` for the whole program by one in JavaScript that is 5 times slower (V8 is silent where the
 * specification wants a TypeError; pdf.js does not depend on it). So: import this file first, then pdf.js, then put
 * the native function back. Without that line a proof of six pages takes 33 ms in place of 24, and every room that
 * runs afterwards pushes more slowly. The other additions of core-js replace nothing that is used hot.
 */
const push = Array.prototype.push

export function restoreNatives(): void {
  Object.defineProperty(Array.prototype, 'push', { value: push, writable: true, configurable: true })
}

/** For switches over a union that the compiler has proven complete. Reaching it is a bug of Doorstep. */
export function unreachable(value: never): never {
  throw new TypeError(`Unreachable: ${JSON.stringify(value)}`)
}

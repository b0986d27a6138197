/** The value of a key: made when it is first asked for, and kept as long as the map is. */
export function keep<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  let value = kept.get(key)
  if (value === undefined) {
    value = make()
    kept.set(key, value)
  }
  return value
}

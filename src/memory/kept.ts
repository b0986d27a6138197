/**
 * Results by key, bounded: when as many as `limit` are young, the old ones go and the young become old. So between
 * `limit` and twice as many are kept, and what is used again stays. Only for results that depend on their key alone:
 * a leaflet must come out the same whether something was kept or not.
 */
export class Kept<K, V> {
  readonly #limit: number
  #young = new Map<K, V>()
  #old = new Map<K, V>()

  constructor(limit: number) {
    this.#limit = limit
  }

  get(key: K): V | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  clear(): void {
    this.#young = new Map()
    this.#old = new Map()
  }

  set(key: K, value: V): V {
    if (this.#young.size >= this.#limit) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, value)
    return value
  }
}

/** Gives its argument as the object under construction, so that a class that extends it can put a private field on it. */
class Itself {
  constructor(object: object) {
    return object
  }
}

/**
 * Makes a function that works something out once for each object, and keeps it as long as the object lives.
 *
 * It is kept in a private field of the object, which nobody sees and no copy takes over, and not in a WeakMap: V8
 * clears young objects away without a look at which keys of a WeakMap are dead, so that all values of one that is old
 * live until all memory is marked. What each leaflet makes of its texts would, a megabyte each.
 */
export function keptFor<O extends object, V extends object>(make: (object: O) => V): (object: O) => V {
  class Slot extends Itself {
    #value: V
    constructor(object: O, value: V) {
      super(object)
      this.#value = value
    }
    static of(object: O): V | undefined {
      return #value in object ? (object as Slot).#value : undefined
    }
  }
  return (object) => {
    const known = Slot.of(object)
    if (known !== undefined) return known
    const value = make(object)
    new Slot(object, value)
    return value
  }
}

/**
 * The same for two objects together: the second keeps what was made with the first that it was asked for last. No map of
 * them all, since each has one partner at a time, and a map for each of thousands of texts is most of what is kept.
 */
export function keptForPair<A extends object, B extends object, V extends object>(
  make: (a: A, b: B) => V,
): (a: A, b: B) => V {
  const lastOf = keptFor((): { a?: A; value?: V } => ({}))
  return (a, b) => {
    const last = lastOf(b)
    if (last.value !== undefined && last.a === a) return last.value
    const value = make(a, b)
    last.a = a
    last.value = value
    return value
  }
}

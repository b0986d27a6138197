/** Makes a function that works something out once for each object, and keeps it as long as the object lives. */
export function keptFor<O extends object, V extends object>(make: (object: O) => V): (object: O) => V {
  const kept = new WeakMap<O, V>()
  return (object) => {
    let value = kept.get(object)
    if (value === undefined) kept.set(object, (value = make(object)))
    return value
  }
}

/** The same for two objects together. */
export function keptForPair<A extends object, B extends object, V extends object>(
  make: (a: A, b: B) => V,
): (a: A, b: B) => V {
  const beside = keptFor((a: A) => keptFor((b: B) => make(a, b)))
  return (a, b) => beside(a)(b)
}

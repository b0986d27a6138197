/** Does something for every item, a few at the same time, and gives the outcomes in the order of the items. */
export async function* inOrder<T, R>(
  items: readonly T[],
  width: number,
  act: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = []
  for (let next = 0; next < items.length || begun.length > 0;) {
    while (begun.length < width && next < items.length) {
      const outcome = act(items[next++]!)
      // One that fails is heard of when its turn comes; until then Node must not take it for unheard.
      outcome.catch(() => undefined)
      begun.push(outcome)
    }
    yield await begun.shift()!
  }
}
